package dev.headcount.agent.signal;

import dev.headcount.scaling.Breaker;
import dev.headcount.scaling.Host;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;
import dev.headcount.scaling.cost.Cost;

/**
 * The tick side of one pool's measurement: turns counters, samples and readings into signals.
 *
 * <p>Threads: owned by the tick; what others may see is the immutable {@link Signal} and {@link Totals}
 * that it makes. Time: {@code System.nanoTime()} of the readings.
 */
public final class Vitals {

    /** Long enough to smooth a tick's noise, short enough to forget a burst within two seconds. */
    private static final long RATE_NANOS = 2_000_000_000L;

    /** Two ticks: a step shows in it at once, and growth that came too small would have to wait for its cooldown. */
    private static final long STEP_NANOS = 400_000_000L;

    /** After a pause as long, the pool was left alone and its past says nothing about the present rate. */
    private static final long PAUSE_NANOS = 1_000_000_000L;

    /** A tick: what has happened since a pause began to happen within it. */
    private static final long WAKING_NANOS = 200_000_000L;

    /** When samples stand for fewer of the tasks that were taken, waits are estimated from the queue's depth. */
    private static final double LEAST_COVERAGE = 0.5;

    /** Over what its figures are averages, for a person. */
    public static final String WINDOWS = "rates are of " + RATE_NANOS / 1_000_000_000 + " s, arrivals of "
            + STEP_NANOS / 1_000_000 + " ms where that is more; waits, services and failures of "
            + SlidingHistogram.WINDOW_NANOS / 1_000_000_000 + " s; sizes and queue as read";

    private final Meter meter;
    private final History history = new History();
    private final SlidingHistogram waits = new SlidingHistogram();
    private final Quality quality = new Quality();
    private final int queueCapacity;

    private long offeredBefore;
    private long takenBefore;
    private Reading previous;
    private long previousSubmitted;
    private long previousTaken;
    private long previousDropped;
    private long previousOffered;
    private long drainedWeight;
    private boolean wasShared;
    private long objectiveNanos = Long.MAX_VALUE;
    private long lateWeight;
    private Host host = Host.UNKNOWN;
    private Breaker breaker = Breaker.NONE;
    private String externalVeto = "";
    private double toldErrorRate = Double.NaN;
    private Cost cost = Cost.NONE;

    /**
     * @param queueCapacity tasks; {@code Integer.MAX_VALUE} when unbounded
     * @param bornNanos when the pool had its first task; 0 when it had some before it was known
     */
    public Vitals(Meter meter, int queueCapacity, long bornNanos) {
        this.meter = meter;
        this.queueCapacity = queueCapacity;
        if (bornNanos != 0) {
            history.add(bornNanos, 0, 0, new Counters(), 0, 0);
        }
    }

    /** What counts as late from now on. */
    public void objective(double seconds) {
        objectiveNanos = (long) (seconds * 1e9);
    }

    /** What is known from elsewhere than the pool, from the next signal on. */
    public void surroundings(Host nowHost, Breaker nowBreaker) {
        host = nowHost;
        breaker = nowBreaker;
    }

    /**
     * What beans of the application say, from the next signal on.
     *
     * @param veto what speaks against growth; empty when nothing does
     * @param errorRate share of failed tasks, 0 to 1; {@code NaN} when unknown
     */
    public void told(String veto, double errorRate) {
        externalVeto = veto;
        toldErrorRate = errorRate;
    }

    /** What it has cost, from the next signal on. */
    public void cost(Cost nowCost) {
        cost = nowCost;
    }

    /** Called right before the pool is read for {@link #tick}: tasks move between the two. */
    public void begin() {
        offeredBefore = meter.counters.accepted();
        takenBefore = meter.counters.get(Counters.TAKEN);
    }

    /** Takes in what happened since the last call; at most one call a tick. */
    public Signal tick(Reading now) {
        Counters counters = meter.counters;
        long taken = counters.get(Counters.TAKEN);
        long offered = counters.accepted();
        long dropped = counters.get(Counters.DROPPED);
        double seconds = previous == null ? 0 : (now.nanos - previous.nanos) / 1e9;

        sweep(now, offered, taken);
        drain(now.nanos);
        long submitted = Math.max(previousSubmitted, submitted(counters));
        if (previous != null && now.nanos - previous.nanos > PAUSE_NANOS) {
            history.clear();
            history.add(now.nanos - WAKING_NANOS, previousSubmitted, previous.completed, counters, 0, 0);
        }
        history.add(now.nanos, submitted, now.completed, counters, now.busy, now.queueDepth);
        if (seconds > 0) {
            // what a scheduled pool is given is never offered
            meter.waitRate.adapt((offered == 0 ? taken - previousTaken : offered - previousOffered) / seconds);
            meter.serviceRate.adapt((taken - previousTaken) / seconds);
            quality.took(taken + counters.get(Counters.FIRST_TASKS), drainedWeight, seconds);
            quality.chose(meter.waitProbes, seconds);
        }
        double droppedPerSecond = seconds > 0 ? (dropped - previousDropped) / seconds : 0;

        previous = now;
        previousSubmitted = submitted;
        previousTaken = taken;
        previousOffered = offered;
        previousDropped = dropped;
        return signal(now, droppedPerSecond);
    }

    private void sweep(Reading now, long offered, long taken) {
        WaitProbes probes = meter.waitProbes;
        if (now.isShutdown) {
            probes.clear();
        }
        probes.correct(offeredBefore - taken - now.queueDepth, offered - takenBefore - now.queueDepth);
        probes.sweep(now.queueDepth == 0 ? now.nanos : 0, previousTaken);
        if (probes.isShared() && !wasShared) {
            wasShared = true;
            waits.clearWindow(); // some of these were closed on the wrong copy
        }
    }

    private void drain(long nowNanos) {
        waits.advance(nowNanos);
        meter.waits.drainTo(new SampleRing.Reader() {
            @Override
            public void sample(long nanos, int weight) {
                waits.record(nanos, weight);
                drainedWeight += weight;
                lateWeight += nanos > objectiveNanos ? weight : 0;
            }
        });
    }

    private Signal signal(Reading now, double droppedPerSecond) {
        double throughput = history.completedPerSecond(RATE_NANOS);
        // Right after an attach the few that are known are new workers' first tasks, which did not wait at all.
        boolean isKnown = waits.windowCount() > 0 && quality.coverage() >= LEAST_COVERAGE;
        boolean estimated = !isKnown && now.queueDepth > 0;
        double estimate = throughput > 0 ? now.queueDepth / throughput : Double.NaN;
        return Signal.builder()
                .nowNanos(now.nanos)
                .size(now.size)
                .busy(now.busy)
                .residents(now.residents)
                .queueDepth(now.queueDepth)
                .queueCapacity(queueCapacity)
                .core(now.core)
                .maximum(now.maximum)
                .arrivalRatePerSecond(
                        Math.max(history.submittedPerSecond(RATE_NANOS), history.submittedPerSecond(STEP_NANOS)))
                .throughputPerSecond(throughput)
                .waitP50Seconds(estimated ? estimate : waits.quantileSeconds(0.5))
                .waitP99Seconds(estimated ? estimate : waits.quantileSeconds(0.99))
                .waitMeanSeconds(estimated ? estimate : waits.meanSeconds())
                .isWaitEstimated(estimated)
                .oldestWaitSeconds(oldestWaitSeconds(now))
                .serviceMeanSeconds(history.meanServiceSeconds())
                .serviceVariation(history.serviceVariation())
                .droppedPerSecond(droppedPerSecond)
                .cpuShare(now.cpuShare)
                .processors(Runtime.getRuntime().availableProcessors())
                .tally(tally(now))
                .errorRate(errorRate())
                .externalVeto(externalVeto)
                .cost(cost)
                .host(host)
                .breaker(breaker)
                .quality(estimated ? 0 : quality.of(history, waits, meter.serviceRate.interval()))
                .build();
    }

    /** The larger one, since what we see of failures is a lower bound. */
    private double errorRate() {
        double measured = history.failedShareOfMany();
        return measured >= toldErrorRate || Double.isNaN(toldErrorRate) ? measured : toldErrorRate;
    }

    private Tally tally(Reading now) {
        Counters counters = meter.counters;
        return Tally.builder()
                .submitted(previousSubmitted)
                .completed(now.completed)
                .failed(counters.get(Counters.FAILED))
                .dropped(previousDropped)
                .waits(drainedWeight)
                .late(lateWeight)
                .services(counters.services.count())
                .serviceSeconds(counters.services.sumNanos() / 1e9)
                .build();
    }

    private double oldestWaitSeconds(Reading now) {
        if (now.queueDepth == 0) {
            return 0;
        }
        long start = meter.waitProbes.oldestStartNanos();
        return start == 0 ? 0 : Math.max(0, (now.nanos - start) / 1e9);
    }

    private static long submitted(Counters counters) {
        return counters.accepted() + counters.get(Counters.FIRST_TASKS) + counters.get(Counters.SCHEDULED);
    }

    /** Everything that is counted since the pool was first seen, and the rates of the last ten seconds. */
    public Totals totals() {
        Counters counters = meter.counters;
        return new Totals(
                previousSubmitted,
                previous == null ? 0 : previous.completed,
                counters.get(Counters.REJECTED),
                counters.get(Counters.DROPPED),
                counters.get(Counters.FAILED),
                waits.sinceTheBeginning(),
                counters.services.now(),
                meter.waitProbes.unmatched() + meter.waits.lost(),
                history.submittedPerSecond(SlidingHistogram.WINDOW_NANOS),
                history.completedPerSecond(SlidingHistogram.WINDOW_NANOS),
                history.failedShare());
    }
}
