package dev.headcount.agent.signal;

import org.HdrHistogram.IntCountsHistogram;

/**
 * Quantiles of a duration over the last ten seconds, and its distribution since the beginning.
 *
 * <p>Law: ten slices of one second and their running total; a slice that ends is subtracted from the
 * total, so a quantile costs one walk over one histogram. The window is between nine and ten seconds.
 * Weights make the quantiles those of tasks, not of samples.
 * Threads: owned by the tick. Cost: at most eleven histograms of 15 KB, made as values need them; a quantile
 * is 3 µs. Values are right to 1 %.
 */
final class SlidingHistogram {

    static final long WINDOW_NANOS = 10_000_000_000L;

    private static final int SLICES = 10;
    private static final long SLICE_NANOS = WINDOW_NANOS / SLICES;
    private static final int DIGITS = 2;

    /** Fine enough for tasks of some microseconds; finer would only cost memory. */
    private static final long UNIT_NANOS = 100;

    /** One hour; longer waits count as that long. */
    private static final long MAX_UNITS = 3_600_000_000_000L / UNIT_NANOS;

    private static final double SECOND = 1e9;

    private final IntCountsHistogram[] slices = new IntCountsHistogram[SLICES];
    private final IntCountsHistogram total = new IntCountsHistogram(DIGITS);
    private final double[] sliceSumNanos = new double[SLICES];
    private final long[] sliceSamples = new long[SLICES];
    private long sliceEndNanos;
    private boolean started;
    private int current;

    private double windowSumNanos;
    private long windowSamples;
    private final long[] counts = new long[Buckets.COUNT];
    private double sumNanos;

    void advance(long nowNanos) {
        if (!started) {
            started = true;
            sliceEndNanos = nowNanos + SLICE_NANOS;
            return;
        }
        for (int turned = 0; nowNanos - sliceEndNanos >= 0; turned++) {
            if (turned == SLICES) { // nothing of the window is left, however long the pause was
                sliceEndNanos = nowNanos + SLICE_NANOS;
                return;
            }
            sliceEndNanos += SLICE_NANOS;
            current = (current + 1) % SLICES;
            forget(current);
        }
    }

    void record(long nanos, int weight) {
        long bounded = Math.min(nanos / UNIT_NANOS, MAX_UNITS);
        if (slices[current] == null) {
            slices[current] = new IntCountsHistogram(DIGITS);
        }
        slices[current].recordValueWithCount(bounded, weight);
        total.recordValueWithCount(bounded, weight);
        sliceSumNanos[current] += (double) nanos * weight;
        sliceSamples[current]++;
        windowSumNanos += (double) nanos * weight;
        windowSamples++;
        sumNanos += (double) nanos * weight;
        counts[Buckets.of(nanos)] += weight;
    }

    /** Drops the window, for when its samples turn out to be wrong; the totals stay. */
    void clearWindow() {
        for (int slice = 0; slice < SLICES; slice++) {
            forget(slice);
        }
    }

    private void forget(int slice) {
        IntCountsHistogram ended = slices[slice];
        if (ended != null && ended.getTotalCount() > 0) {
            total.subtract(ended);
            ended.reset();
        }
        windowSumNanos -= sliceSumNanos[slice];
        windowSamples -= sliceSamples[slice];
        sliceSumNanos[slice] = 0;
        sliceSamples[slice] = 0;
    }

    /** @return seconds, or NaN when the window is empty */
    double quantileSeconds(double quantile) {
        return windowCount() == 0 ? Double.NaN : total.getValueAtPercentile(quantile * 100) * UNIT_NANOS / SECOND;
    }

    /** @return seconds, or NaN when the window is empty */
    double meanSeconds() {
        return windowCount() == 0 ? Double.NaN : Math.max(0, windowSumNanos) / windowCount() / SECOND;
    }

    /** Tasks that the samples of the window stand for. */
    long windowCount() {
        return total.getTotalCount();
    }

    long windowSamples() {
        return windowSamples;
    }

    Distribution sinceTheBeginning() {
        return new Distribution(counts.clone(), sumNanos / SECOND);
    }
}
