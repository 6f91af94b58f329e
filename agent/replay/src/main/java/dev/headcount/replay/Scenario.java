package dev.headcount.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A load, what the pool works against, and what is asked of it; immutable.
 *
 * <p>Blind to: what a law is told of it. A law sees floor, ceiling, objective and processors, and the signals.
 */
public final class Scenario {

    /** How the work of tasks is spread around its mean. */
    public enum Spread {
        EXPONENTIAL,
        LOGNORMAL,
        CONSTANT
    }

    /** What becomes of a task that a full queue refuses. */
    public enum Refusal {
        ABORT,
        CALLER_RUNS
    }

    public final String name;
    public final double durationSeconds;
    public final Rates arrivals;
    /** Whether rates are counts: so many come in each piece, and only when in it is chance. */
    public final boolean isCounted;

    public final Spread spread;
    public final double workMeanSeconds;
    /** Standard deviation of the logarithm, for {@link Spread#LOGNORMAL}. */
    public final double workSigma;

    public final double objectiveSeconds;
    public final int floor;
    public final int ceiling;
    /** Processors that the tasks burn; 0 when they only wait for others. */
    public final int cores;
    /** Tasks that the downstream serves at full speed; 0 for any number. */
    public final double capacity;

    public final double degrade;
    public final List<Window> slowWindows;
    public final List<Window> errorWindows;
    public final double[] batchSeconds;
    public final int batchSize;
    public final double[] marks;
    public final long seed;
    /** Tasks that the queue holds. */
    public final int queueCapacity;

    public final Refusal refusal;
    /** Clients that each wait for their task and think before the next; 0 for an open load. */
    public final int clients;

    public final double thinkMeanSeconds;
    /** How often a task that failed or was late is sent once more. */
    public final int retries;

    public final double retryAfterSeconds;
    /** Workers of the pool behind this one, which each task waits for; 0 for none. */
    public final int behindSize;

    public final double behindWorkMeanSeconds;

    private Scenario(Builder builder) {
        name = builder.name;
        durationSeconds = builder.durationSeconds;
        arrivals = builder.arrivals;
        isCounted = builder.isCounted;
        spread = builder.spread;
        workMeanSeconds = builder.workMeanSeconds;
        workSigma = builder.workSigma;
        objectiveSeconds = builder.objectiveSeconds;
        floor = builder.floor;
        ceiling = builder.ceiling;
        cores = builder.cores;
        capacity = builder.capacity;
        degrade = builder.degrade;
        slowWindows = Collections.unmodifiableList(new ArrayList<>(builder.slowWindows));
        errorWindows = Collections.unmodifiableList(new ArrayList<>(builder.errorWindows));
        batchSeconds = builder.batchSeconds.clone();
        batchSize = builder.batchSize;
        marks = builder.marks.clone();
        seed = builder.seed;
        queueCapacity = builder.queueCapacity;
        refusal = builder.refusal;
        clients = builder.clients;
        thinkMeanSeconds = builder.thinkMeanSeconds;
        retries = builder.retries;
        retryAfterSeconds = builder.retryAfterSeconds;
        behindSize = builder.behindSize;
        behindWorkMeanSeconds = builder.behindWorkMeanSeconds;
    }

    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** What the downstream or the processors bear at {@code seconds}; 0 for any number. */
    public double capacityAt(double seconds) {
        for (Window window : errorWindows) {
            if (window.holds(seconds) && window.capacity > 0) {
                return window.capacity;
            }
        }
        return cores > 0 ? cores : capacity;
    }

    boolean hasContention() {
        return cores > 0 || capacity > 0 || errorWindows.stream().anyMatch(window -> window.capacity > 0);
    }

    /** Whether what arrives, or stays, depends on what the pool does: such a load can't be known beforehand. */
    public boolean answersBack() {
        return clients > 0 || retries > 0 || behindSize > 0 || queueCapacity != Integer.MAX_VALUE;
    }

    /** Times the work of a task that starts at {@code seconds}. */
    public double slowdownAt(double seconds) {
        double factor = 1;
        for (Window window : slowWindows) {
            if (window.holds(seconds)) {
                factor *= window.slowdown;
            }
        }
        return factor;
    }

    /** The same shape with other magnitudes, each a factor above 0; see {@link Magnitude}. */
    public Scenario scaled(double load, double service, double objective) {
        return Magnitude.scaled(this, load, service, objective);
    }

    /** Its first {@code seconds}, or all of it where it is shorter. */
    public Scenario first(double seconds) {
        Builder shorter = toBuilder();
        double end = Math.min(durationSeconds, seconds);
        shorter.durationSeconds = end;
        shorter.marks = Arrays.stream(marks).filter(mark -> mark < end).toArray();
        shorter.batchSeconds =
                Arrays.stream(batchSeconds).filter(moment -> moment < end).toArray();
        return shorter.build();
    }

    /** The same load with other bounds and another objective. */
    public Scenario asked(int newFloor, int newCeiling, double newObjectiveSeconds) {
        return toBuilder()
                .within(newFloor, newCeiling)
                .promising(newObjectiveSeconds)
                .build();
    }

    /** The same in a {@code speed}th of the time: what happens when comes sooner, rates and work stay as they are. */
    public Scenario compressed(double speed) {
        Builder faster = toBuilder();
        faster.durationSeconds = durationSeconds / speed;
        faster.arrivals = arrivals.compressed(speed);
        faster.slowWindows = new ArrayList<>();
        slowWindows.forEach(window -> faster.slowWindows.add(window.compressed(speed)));
        faster.errorWindows = new ArrayList<>();
        errorWindows.forEach(window -> faster.errorWindows.add(window.compressed(speed)));
        faster.batchSeconds =
                Arrays.stream(batchSeconds).map(moment -> moment / speed).toArray();
        faster.marks = Arrays.stream(marks).map(moment -> moment / speed).toArray();
        return faster.build();
    }

    Builder toBuilder() {
        Builder copy = new Builder(name);
        copy.durationSeconds = durationSeconds;
        copy.arrivals = arrivals;
        copy.isCounted = isCounted;
        copy.spread = spread;
        copy.workMeanSeconds = workMeanSeconds;
        copy.workSigma = workSigma;
        copy.objectiveSeconds = objectiveSeconds;
        copy.floor = floor;
        copy.ceiling = ceiling;
        copy.cores = cores;
        copy.capacity = capacity;
        copy.degrade = degrade;
        copy.slowWindows = slowWindows;
        copy.errorWindows = errorWindows;
        copy.batchSeconds = batchSeconds;
        copy.batchSize = batchSize;
        copy.marks = marks;
        copy.seed = seed;
        copy.queueCapacity = queueCapacity;
        copy.refusal = refusal;
        copy.clients = clients;
        copy.thinkMeanSeconds = thinkMeanSeconds;
        copy.retries = retries;
        copy.retryAfterSeconds = retryAfterSeconds;
        copy.behindSize = behindSize;
        copy.behindWorkMeanSeconds = behindWorkMeanSeconds;
        return copy;
    }

    /** Collects a {@link Scenario}; what is not set is absent from it. Package-private fields, for the reader. */
    public static final class Builder {
        private final String name;
        double durationSeconds = 600;
        Rates arrivals = Rates.constant(0);
        boolean isCounted;
        Spread spread = Spread.EXPONENTIAL;
        double workMeanSeconds = 0.05;
        double workSigma;
        double objectiveSeconds = 0.1;
        int floor = 1;
        int ceiling = 64;
        int cores;
        double capacity;
        double degrade;
        List<Window> slowWindows = new ArrayList<>();
        List<Window> errorWindows = new ArrayList<>();
        double[] batchSeconds = {};
        int batchSize;
        double[] marks = {};
        long seed = 1;
        int queueCapacity = Integer.MAX_VALUE;
        Refusal refusal = Refusal.ABORT;
        int clients;
        double thinkMeanSeconds;
        int retries;
        double retryAfterSeconds;
        int behindSize;
        double behindWorkMeanSeconds;

        private Builder(String name) {
            this.name = Objects.requireNonNull(name, "name");
        }

        public Builder lasting(double seconds) {
            durationSeconds = seconds;
            return this;
        }

        public Builder arriving(double perSecond) {
            arrivals = Rates.constant(perSecond);
            return this;
        }

        public Builder working(Spread newSpread, double meanSeconds) {
            spread = newSpread;
            workMeanSeconds = meanSeconds;
            return this;
        }

        public Builder within(int newFloor, int newCeiling) {
            floor = newFloor;
            ceiling = newCeiling;
            return this;
        }

        public Builder promising(double newObjectiveSeconds) {
            objectiveSeconds = newObjectiveSeconds;
            return this;
        }

        public Builder burning(int newCores) {
            cores = newCores;
            return this;
        }

        public Builder against(double newCapacity, double newDegrade) {
            capacity = newCapacity;
            degrade = newDegrade;
            return this;
        }

        public Scenario build() {
            return new Scenario(this);
        }
    }
}
