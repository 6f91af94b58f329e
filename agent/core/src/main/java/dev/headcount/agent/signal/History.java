package dev.headcount.agent.signal;

/**
 * The marks of the last ten seconds, a fifth of a second apart: rates and averages over any part of it.
 *
 * <p>Threads: owned by the tick. Cost: nine arrays of 64.
 */
final class History {

    private static final int MARKS = 64;
    private static final int MASK = MARKS - 1;

    /** Just under a default tick, so that each tick makes a mark and a faster one every other. */
    private static final long SPACING_NANOS = 150_000_000L;

    private static final double SECOND = 1e9;

    private static final int MANY_TASKS = 10;

    private final long[] nanos = new long[MARKS];
    private final long[] submitted = new long[MARKS];
    private final long[] completed = new long[MARKS];
    private final long[] failed = new long[MARKS];
    private final long[] served = new long[MARKS];
    private final long[] servedNanos = new long[MARKS];
    private final long[] servedSquares = new long[MARKS];
    private final int[] busy = new int[MARKS];
    private final int[] depth = new int[MARKS];
    private int marks;

    void add(long nowNanos, long nowSubmitted, long nowCompleted, Counters counters, int nowBusy, int nowDepth) {
        if (marks > 0 && nowNanos - nanos[last()] < SPACING_NANOS) {
            return;
        }
        int place = marks++ & MASK;
        nanos[place] = nowNanos;
        submitted[place] = nowSubmitted;
        completed[place] = nowCompleted;
        failed[place] = counters.get(Counters.FAILED);
        servedNanos[place] = counters.services.sumNanos();
        servedSquares[place] = counters.services.squares();
        served[place] = counters.services.count();
        busy[place] = nowBusy;
        depth[place] = nowDepth;
    }

    /** Begins anew: what lies before a pause says nothing about the rates after it. */
    void clear() {
        marks = 0;
    }

    double submittedPerSecond(long windowNanos) {
        return perSecond(submitted, windowNanos);
    }

    double completedPerSecond(long windowNanos) {
        return perSecond(completed, windowNanos);
    }

    /** Failed tasks among those completed in the window, 0 to 1. */
    double failedShare() {
        if (marks < 2) {
            return 0;
        }
        int from = oldest(SlidingHistogram.WINDOW_NANOS);
        long done = completed[last()] - completed[from];
        return done <= 0 ? 0 : Math.min(1, (failed[last()] - failed[from]) / (double) done);
    }

    /** The same; {@code NaN} with fewer than ten tasks, of which a single one would say too much. */
    double failedShareOfMany() {
        boolean isMany =
                marks >= 2 && completed[last()] - completed[oldest(SlidingHistogram.WINDOW_NANOS)] >= MANY_TASKS;
        return isMany ? failedShare() : Double.NaN;
    }

    /** Mean time in {@code run} of the tasks that ended in the window; {@code NaN} when none did. */
    double meanServiceSeconds() {
        if (marks < 2) {
            return Double.NaN;
        }
        int from = oldest(SlidingHistogram.WINDOW_NANOS);
        long tasks = served[last()] - served[from];
        return tasks <= 0 ? Double.NaN : (servedNanos[last()] - servedNanos[from]) / SECOND / tasks;
    }

    /**
     * Squared coefficient of variation of the same times, 0 or more; {@code NaN} when none ended, or when they are
     * too short for it.
     */
    double serviceVariation() {
        double mean = meanServiceSeconds();
        if (!(mean > 0)) {
            return Double.NaN;
        }
        int from = oldest(SlidingHistogram.WINDOW_NANOS);
        double squares = DurationCounts.squaredSeconds(servedSquares[last()] - servedSquares[from]);
        double variation = squares / (served[last()] - served[from]) / (mean * mean) - 1;
        return Double.isNaN(variation) ? variation : Math.max(0, variation);
    }

    /** Tasks that the service times of the window stand for. */
    long served() {
        return marks < 2 ? 0 : served[last()] - served[oldest(SlidingHistogram.WINDOW_NANOS)];
    }

    double meanBusy() {
        return mean(busy);
    }

    double meanDepth() {
        return mean(depth);
    }

    /** How far the queue has moved from one end of the window to the other, against its mean. */
    double depthDrift() {
        double mean = meanDepth();
        return mean == 0 ? 0 : Math.abs(depth[last()] - depth[oldest(SlidingHistogram.WINDOW_NANOS)]) / mean;
    }

    int size() {
        return Math.min(marks, MARKS);
    }

    private double perSecond(long[] counts, long windowNanos) {
        if (marks < 2) {
            return 0;
        }
        int from = oldest(windowNanos);
        long elapsed = nanos[last()] - nanos[from];
        return elapsed <= 0 ? 0 : (counts[last()] - counts[from]) * SECOND / elapsed;
    }

    private double mean(int[] values) {
        if (marks == 0) {
            return 0;
        }
        double sum = 0;
        int count = 0;
        int stop = oldest(SlidingHistogram.WINDOW_NANOS);
        for (int place = last(); ; place = place - 1 & MASK) {
            sum += values[place];
            count++;
            if (place == stop) {
                return sum / count;
            }
        }
    }

    /** The last mark that is at least as old as the window, or the first that there is. */
    private int oldest(long windowNanos) {
        int place = last();
        for (int back = 1; back < size(); back++) {
            int earlier = marks - 1 - back & MASK;
            place = earlier;
            if (nanos[last()] - nanos[earlier] >= windowNanos) {
                break;
            }
        }
        return place;
    }

    private int last() {
        return marks - 1 & MASK;
    }
}
