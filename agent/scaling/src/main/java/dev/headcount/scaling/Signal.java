package dev.headcount.scaling;

import dev.headcount.scaling.cost.Cost;
import java.util.Objects;

/**
 * One pool as it was measured at one tick; immutable.
 *
 * <p>Law: a decision reads one snapshot and is recorded with it, so that it can't contradict its own
 * reason by a second reading.
 * Invariant: counts and rates are never negative; a duration is never negative, and is {@code NaN}
 * when unknown ({@code oldestWaitSeconds} is 0 when nothing is known to wait).
 * Time: {@code nowNanos} is compared by difference only, as {@code System.nanoTime()} asks for.
 * Threads: any.
 * Blind to: the counts are read one after another, so {@code busy} may briefly exceed {@code size};
 * no code may rely on such sums.
 */
public final class Signal {
    private final long nowNanos;
    private final int size;
    private final int busy;
    private final int residents;
    private final int queueDepth;
    private final int queueCapacity;
    private final int core;
    private final int maximum;
    private final double arrivalRatePerSecond;
    private final double throughputPerSecond;
    private final double waitP50Seconds;
    private final double waitP99Seconds;
    private final double waitMeanSeconds;
    private final boolean isWaitEstimated;
    private final double oldestWaitSeconds;
    private final double serviceMeanSeconds;
    private final double droppedPerSecond;
    private final double quality;
    private final double serviceVariation;
    private final double cpuShare;
    private final int processors;
    private final Tally tally;
    private final double errorRate;
    private final Breaker breaker;
    private final Host host;
    private final String externalVeto;
    private final Cost cost;

    private Signal(Builder builder) {
        nowNanos = builder.nowNanos;
        size = builder.size;
        busy = builder.busy;
        residents = builder.residents;
        queueDepth = builder.queueDepth;
        queueCapacity = builder.queueCapacity;
        core = builder.core;
        maximum = builder.maximum;
        arrivalRatePerSecond = builder.arrivalRatePerSecond;
        throughputPerSecond = builder.throughputPerSecond;
        waitP50Seconds = builder.waitP50Seconds;
        waitP99Seconds = builder.waitP99Seconds;
        waitMeanSeconds = builder.waitMeanSeconds;
        isWaitEstimated = builder.isWaitEstimated;
        oldestWaitSeconds = builder.oldestWaitSeconds;
        serviceMeanSeconds = builder.serviceMeanSeconds;
        droppedPerSecond = builder.droppedPerSecond;
        quality = builder.quality;
        serviceVariation = builder.serviceVariation;
        cpuShare = builder.cpuShare;
        processors = builder.processors;
        tally = builder.tally;
        errorRate = builder.errorRate;
        breaker = builder.breaker;
        host = builder.host;
        externalVeto = builder.externalVeto;
        cost = builder.cost;
    }

    /** Starts a snapshot of a pool without workers, tasks or history. */
    public static Builder builder() {
        return new Builder();
    }

    /** Share of the workers that run a task, residents taken out of both: 0 to 1; 0 when there are none. */
    public double utilisation() {
        int workers = size - residents;
        return workers <= 0 ? 0 : Math.min(1, Math.max(0, busy - residents) / (double) workers);
    }

    /** Workers that run a task and are no residents: 0 or more. */
    public int working() {
        return Math.max(0, busy - residents);
    }

    /** The moment of the reading, in nanoseconds of an arbitrary origin. */
    public long nowNanos() {
        return nowNanos;
    }

    /** Workers alive, 0 or more. */
    public int size() {
        return size;
    }

    /** Workers that run a task, residents included, 0 or more. */
    public int busy() {
        return busy;
    }

    /** Workers that run one endless task (acceptors, selectors, pollers), 0 or more. */
    public int residents() {
        return residents;
    }

    /** Tasks waiting, 0 or more. */
    public int queueDepth() {
        return queueDepth;
    }

    /** Tasks that the queue can hold; {@link Integer#MAX_VALUE} when unbounded, 0 or more. */
    public int queueCapacity() {
        return queueCapacity;
    }

    /** The executor's core size, 0 or more. */
    public int core() {
        return core;
    }

    /** The executor's maximum size; {@link Integer#MAX_VALUE} when unbounded, 0 or more. */
    public int maximum() {
        return maximum;
    }

    /** Tasks accepted a second, over the tick, 0 or more. */
    public double arrivalRatePerSecond() {
        return arrivalRatePerSecond;
    }

    /** Tasks completed a second, over the tick, 0 or more. */
    public double throughputPerSecond() {
        return throughputPerSecond;
    }

    /** Median wait of the tasks of a sliding window, 0 or more; {@code NaN} when unknown. */
    public double waitP50Seconds() {
        return waitP50Seconds;
    }

    /** 99th percentile of the waits of a sliding window, 0 or more; {@code NaN} when unknown. */
    public double waitP99Seconds() {
        return waitP99Seconds;
    }

    /** Mean wait of the tasks of a sliding window, 0 or more; {@code NaN} when unknown. */
    public double waitMeanSeconds() {
        return waitMeanSeconds;
    }

    /** Whether the waits are depth over throughput of this tick instead of measured tasks. */
    public boolean isWaitEstimated() {
        return isWaitEstimated;
    }

    /** How long the longest waiting of the watched tasks has waited so far, 0 or more. */
    public double oldestWaitSeconds() {
        return oldestWaitSeconds;
    }

    /** Mean time in {@code run}, 0 or more; {@code NaN} when unknown. */
    public double serviceMeanSeconds() {
        return serviceMeanSeconds;
    }

    /** Tasks refused and lost a second, over the tick, 0 or more. */
    public double droppedPerSecond() {
        return droppedPerSecond;
    }

    /** How far the measurements agree with each other: 0 (not at all) to 1. */
    public double quality() {
        return quality;
    }

    /**
     * Squared coefficient of variation of the service times of a sliding window: variance over squared mean, 1 for
     * exponential ones, 0 or more; {@code NaN} when unknown.
     */
    public double serviceVariation() {
        return serviceVariation;
    }

    /** Share of their service time that tasks spend on a processor: 0 (they block) to 1; {@code NaN} when unknown. */
    public double cpuShare() {
        return cpuShare;
    }

    /** Processors that the process may use, 1 or more. */
    public int processors() {
        return processors;
    }

    /** What the pool has done since it was found. */
    public Tally tally() {
        return tally;
    }

    /** Share of the tasks of a sliding window that are known to have failed, 0 to 1; {@code NaN} with too few tasks. */
    public double errorRate() {
        return errorRate;
    }

    /** The worst of the circuit breakers that the pool's tasks call through; {@link Breaker#NONE} when none is known. */
    public Breaker breaker() {
        return breaker;
    }

    /** What the process and its host still have to give. */
    public Host host() {
        return host;
    }

    /** What somebody outside Headcount has against growth, in words for a person; empty when nothing. */
    public String externalVeto() {
        return externalVeto;
    }

    /** What the pool has cost so far, and at which prices; {@link Cost#NONE} where nothing has one. */
    public Cost cost() {
        return cost;
    }

    /**
     * Collects a {@link Signal}. Units and ranges are those of the accessor with the same name; what is
     * not set is 0, and {@code NaN}, unbounded or of full quality where that is the neutral value.
     *
     * <p>Each setter throws {@link IllegalArgumentException} outside its range and changes nothing.
     */
    public static final class Builder {
        private long nowNanos;
        private int size;
        private int busy;
        private int residents;
        private int queueDepth;
        private int queueCapacity = Integer.MAX_VALUE;
        private int core;
        private int maximum = Integer.MAX_VALUE;
        private double arrivalRatePerSecond;
        private double throughputPerSecond;
        private double waitP50Seconds = Double.NaN;
        private double waitP99Seconds = Double.NaN;
        private double waitMeanSeconds = Double.NaN;
        private boolean isWaitEstimated;
        private double oldestWaitSeconds;
        private double serviceMeanSeconds = Double.NaN;
        private double droppedPerSecond;
        private double quality = 1;
        private double serviceVariation = Double.NaN;
        private double cpuShare = Double.NaN;
        private int processors = 1;
        private Tally tally = Tally.NOTHING;
        private double errorRate = Double.NaN;
        private Breaker breaker = Breaker.NONE;
        private Host host = Host.UNKNOWN;
        private String externalVeto = "";
        private Cost cost = Cost.NONE;

        private Builder() {}

        public Builder nowNanos(long value) {
            nowNanos = value;
            return this;
        }

        public Builder size(int value) {
            size = notNegative("size", value);
            return this;
        }

        public Builder busy(int value) {
            busy = notNegative("busy", value);
            return this;
        }

        public Builder residents(int value) {
            residents = notNegative("residents", value);
            return this;
        }

        public Builder queueDepth(int value) {
            queueDepth = notNegative("queueDepth", value);
            return this;
        }

        public Builder queueCapacity(int value) {
            queueCapacity = notNegative("queueCapacity", value);
            return this;
        }

        public Builder core(int value) {
            core = notNegative("core", value);
            return this;
        }

        public Builder maximum(int value) {
            maximum = notNegative("maximum", value);
            return this;
        }

        public Builder arrivalRatePerSecond(double value) {
            arrivalRatePerSecond = notNegative("arrivalRatePerSecond", value);
            return this;
        }

        public Builder throughputPerSecond(double value) {
            throughputPerSecond = notNegative("throughputPerSecond", value);
            return this;
        }

        public Builder waitP50Seconds(double value) {
            waitP50Seconds = notNegativeOrUnknown("waitP50Seconds", value);
            return this;
        }

        public Builder waitP99Seconds(double value) {
            waitP99Seconds = notNegativeOrUnknown("waitP99Seconds", value);
            return this;
        }

        public Builder waitMeanSeconds(double value) {
            waitMeanSeconds = notNegativeOrUnknown("waitMeanSeconds", value);
            return this;
        }

        public Builder isWaitEstimated(boolean value) {
            isWaitEstimated = value;
            return this;
        }

        public Builder oldestWaitSeconds(double value) {
            oldestWaitSeconds = notNegative("oldestWaitSeconds", value);
            return this;
        }

        public Builder serviceMeanSeconds(double value) {
            serviceMeanSeconds = notNegativeOrUnknown("serviceMeanSeconds", value);
            return this;
        }

        public Builder droppedPerSecond(double value) {
            droppedPerSecond = notNegative("droppedPerSecond", value);
            return this;
        }

        public Builder quality(double value) {
            quality = share("quality", value);
            return this;
        }

        public Builder serviceVariation(double value) {
            serviceVariation = notNegativeOrUnknown("serviceVariation", value);
            return this;
        }

        public Builder cpuShare(double value) {
            cpuShare = Double.isNaN(value) ? value : share("cpuShare", value);
            return this;
        }

        public Builder processors(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("processors must be 1 or more: got " + value);
            }
            processors = value;
            return this;
        }

        public Builder tally(Tally value) {
            tally = Objects.requireNonNull(value, "tally");
            return this;
        }

        public Builder errorRate(double value) {
            errorRate = Double.isNaN(value) ? value : share("errorRate", value);
            return this;
        }

        public Builder breaker(Breaker value) {
            breaker = Objects.requireNonNull(value, "breaker");
            return this;
        }

        public Builder host(Host value) {
            host = Objects.requireNonNull(value, "host");
            return this;
        }

        public Builder externalVeto(String value) {
            externalVeto = Objects.requireNonNull(value, "externalVeto");
            return this;
        }

        public Builder cost(Cost value) {
            cost = Objects.requireNonNull(value, "cost");
            return this;
        }

        /** The snapshot; the builder may be used again. */
        public Signal build() {
            return new Signal(this);
        }

        private static int notNegative(String name, int value) {
            if (value < 0) {
                throw new IllegalArgumentException(name + " must be 0 or more: got " + value);
            }
            return value;
        }

        private static double notNegative(String name, double value) {
            if (!(value >= 0)) {
                throw new IllegalArgumentException(name + " must be 0 or more: got " + value);
            }
            return value;
        }

        private static double notNegativeOrUnknown(String name, double value) {
            return Double.isNaN(value) ? value : notNegative(name, value);
        }

        private static double share(String name, double value) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException(name + " must be 0..1: got " + value);
            }
            return value;
        }
    }
}
