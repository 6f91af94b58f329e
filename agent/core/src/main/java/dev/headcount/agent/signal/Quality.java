package dev.headcount.agent.signal;

/**
 * How far the signals can be trusted, 0 (not at all) to 1: below a half they are unsure of themselves.
 *
 * <p>Law: the least of five answers.
 * <ol>
 *   <li><em>Choice:</em> in a queue without an order, the samples that found no slot: they are no random
 *       ones, since the tasks that the queue holds back are what fills the slots.
 *   <li><em>Coverage:</em> the tasks that closed samples stand for, against the tasks that were taken.
 *   <li><em>Samples:</em> their number in the window, where not every task was sampled.
 *   <li><em>Mean:</em> the standard error of the mean service time, where not every task was measured.
 *   <li><em>Little's law:</em> busy = throughput × service time, and queue depth = arrival rate × wait,
 *       each beyond what sampling alone explains. The second holds only while the queue is steady.
 * </ol>
 * Threads: owned by the tick.
 * Source: Little, A Proof for the Queuing Formula L = λW, Operations Research 9 (1961).
 */
final class Quality {

    private static final double HALF_LIFE_SECONDS = 3;

    /** Fewer sampled tasks than this say little about a 99 % quantile. */
    private static final double ENOUGH_SAMPLES = 400;

    /** Ticks see a pool five times a second: such a mean is off by as much without anybody's fault. */
    private static final double TOLERANCE = 0.25;

    /** A queue that moved by more than this share of its mean is no steady state. */
    private static final double STEADY = 0.5;

    /** One sample in a hundred without a slot is as many as a 99 % quantile is about. */
    private static final double CHOICE_WEIGHT = 50;

    /** A mean whose standard error is half of this is off by more than 2 % one time in twenty: it is unsure. */
    private static final double UNSURE_ERROR = 0.02;

    private double wanted;
    private double unplaced;
    private long previousWanted;
    private long previousUnplaced;
    private double taken;
    private double sampled;
    private long previousTaken;
    private long previousSampled;

    /** Both counts are totals since the beginning. */
    void took(long totalTaken, long totalSampledWeight, double seconds) {
        double keep = Math.pow(0.5, seconds / HALF_LIFE_SECONDS);
        taken = taken * keep + (totalTaken - previousTaken);
        sampled = sampled * keep + (totalSampledWeight - previousSampled);
        previousTaken = totalTaken;
        previousSampled = totalSampledWeight;
    }

    /** Both counts are totals since the beginning; called after {@link #took}. */
    void chose(WaitProbes probes, double seconds) {
        double keep = Math.pow(0.5, seconds / HALF_LIFE_SECONDS);
        long totalWanted = probes.wanted();
        long totalUnplaced = probes.unplaced();
        wanted = wanted * keep + (totalWanted - previousWanted);
        unplaced = unplaced * keep + (probes.isInOrder() ? 0 : totalUnplaced - previousUnplaced);
        previousWanted = totalWanted;
        previousUnplaced = totalUnplaced;
    }

    /** @param serviceInterval one in so many service times is measured */
    double of(History history, SlidingHistogram waits, int serviceInterval) {
        double services = meanOf(history.serviceVariation(), history.served(), serviceInterval);
        double samples = Math.min(samples(waits), services);
        return Math.min(Math.min(choice(), coverage()), Math.min(samples, little(history, waits)));
    }

    /** How well the mean of sampled values is known. */
    static double meanOf(double variation, long tasks, int interval) {
        if (interval == 1 || tasks == 0 || Double.isNaN(variation)) {
            return 1; // each task was measured
        }
        double standardError = Math.sqrt(variation * (interval - 1) / tasks);
        return Math.max(0, 1 - standardError / UNSURE_ERROR);
    }

    private double choice() {
        return wanted < 1 ? 1 : Math.max(0, 1 - CHOICE_WEIGHT * unplaced / wanted);
    }

    /** The share of the tasks taken of late that samples stand for, 0 to 1. */
    double coverage() {
        if (taken < 1) {
            return 1;
        }
        double share = sampled / taken;
        return Math.max(0, share > 1 ? 2 - share : share);
    }

    private static double samples(SlidingHistogram waits) {
        boolean isEachTask = waits.windowSamples() == waits.windowCount();
        return isEachTask ? 1 : Math.min(1, waits.windowSamples() / ENOUGH_SAMPLES);
    }

    private static double little(History history, SlidingHistogram waits) {
        double seconds = SlidingHistogram.WINDOW_NANOS / 1e9;
        double busy = history.meanBusy();
        double service = history.meanServiceSeconds();
        double worst = 1;
        if (busy > 0 && service > 0 && service < seconds / 4) {
            double expected = history.completedPerSecond(SlidingHistogram.WINDOW_NANOS) * service;
            double independent = Math.min(history.size(), seconds / service);
            worst = Math.min(worst, agreement(busy, expected, 3 / Math.sqrt(busy * independent)));
        }
        double depth = history.meanDepth();
        double wait = waits.meanSeconds();
        if (depth > 1 && wait < seconds / 4 && history.depthDrift() < STEADY) {
            double expected = history.submittedPerSecond(SlidingHistogram.WINDOW_NANOS) * wait;
            double independent = Math.min(history.size(), seconds / Math.max(wait, 0.2));
            worst = Math.min(worst, agreement(depth, expected, 3 / Math.sqrt(independent)));
        }
        return worst;
    }

    private static double agreement(double seen, double expected, double noise) {
        double error = Math.abs(seen - expected) / Math.max(seen, expected);
        return 1 - Math.max(0, Math.min(1, error - TOLERANCE - noise));
    }
}
