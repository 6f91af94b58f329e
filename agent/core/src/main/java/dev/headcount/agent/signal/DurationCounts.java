package dev.headcount.agent.signal;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Durations counted by {@link Buckets} and summed up, by any number of threads.
 *
 * <p>Threads: any; two readings are two moments. Cost: two uncontended atomic adds; the sum stands 128 bytes
 * from the buckets and both from their neighbours. The buckets stand together: whoever adds to one has just
 * added to the one sum.
 */
public final class DurationCounts {

    /** In longs; two cache lines, as neighbours are prefetched in pairs. */
    private static final int STRIDE = 16;

    private static final int SUM = STRIDE;
    private static final int FIRST = 2 * STRIDE;

    private final AtomicLongArray counts = new AtomicLongArray(FIRST + Buckets.COUNT + STRIDE);

    /** @param weight how many it stands for */
    public void add(long nanos, long weight) {
        long duration = Math.max(0, nanos);
        counts.getAndAdd(SUM, weight * duration);
        counts.getAndAdd(FIRST + Buckets.of(duration), weight);
    }

    /** 292 years before it overflows. */
    long sumNanos() {
        return counts.get(SUM);
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
