package dev.headcount.agent.signal;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Durations counted by {@link Buckets} and summed up, with their squares, by any number of threads.
 *
 * <p>Threads: any; two readings are two moments. Cost: three uncontended atomic adds; the sums stand 128 bytes
 * from the buckets and both from their neighbours. The buckets stand together: whoever adds to one has just
 * added to the sums.
 */
public final class DurationCounts {

    /** In longs; two cache lines, as neighbours are prefetched in pairs. */
    private static final int STRIDE = 16;

    /** The unit of squares is the square of 128 ns: long tasks overflow it, and differences are right all the same. */
    private static final int SQUARE_SHIFT = 7;

    private static final int SUM = STRIDE;
    private static final int SQUARES = SUM + 1;
    private static final int FIRST = 2 * STRIDE;

    private final AtomicLongArray counts = new AtomicLongArray(FIRST + Buckets.COUNT + STRIDE);

    /** @param weight how many it stands for */
    public void add(long nanos, long weight) {
        long duration = Math.max(0, nanos);
        counts.getAndAdd(SUM, weight * duration);
        long units = duration >> SQUARE_SHIFT;
        counts.getAndAdd(SQUARES, weight * units * units);
        counts.getAndAdd(FIRST + Buckets.of(duration), weight);
    }

    /** 292 years before it overflows. */
    long sumNanos() {
        return counts.get(SUM);
    }

    /** Wraps around: only differences mean anything, see {@link #squaredSeconds}. */
    long squares() {
        return counts.get(SQUARES);
    }

    /** What a difference of two {@link #squares} is in squared seconds. */
    static double squaredSeconds(long difference) {
        double unit = (1 << SQUARE_SHIFT) / 1e9;
        return difference * unit * unit;
    }

    long count() {
        long sum = 0;
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            sum += counts.get(FIRST + bucket);
        }
        return sum;
    }

    public Distribution now() {
        long[] now = new long[Buckets.COUNT];
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            now[bucket] = counts.get(FIRST + bucket);
        }
        return new Distribution(now, sumNanos() / 1e9);
    }
}
