package dev.headcount.agent.signal;

/**
 * The ranges by which durations are counted, from a millisecond to five minutes.
 *
 * <p>Law: bucket {@code i} holds what is longer than bound {@code i - 1} and not longer than bound {@code i};
 * the last has no bound. None lies below a millisecond: the text format would print it as {@code 5.0E-4},
 * another label than what people write in a query.
 */
public final class Buckets {

    private static final double[] BOUNDS_SECONDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300
    };

    /** Buckets, the unbounded one included. */
    public static final int COUNT = BOUNDS_SECONDS.length + 1;

    private static final long[] BOUNDS_NANOS = new long[COUNT - 1];

    static {
        for (int bucket = 0; bucket < COUNT - 1; bucket++) {
            BOUNDS_NANOS[bucket] = Math.round(BOUNDS_SECONDS[bucket] * 1e9);
        }
    }

    private Buckets() {}

    /** The longest duration that {@code bucket} holds, in seconds; infinite for the last. */
    public static double upperBoundSeconds(int bucket) {
        return bucket == COUNT - 1 ? Double.POSITIVE_INFINITY : BOUNDS_SECONDS[bucket];
    }

    /** Four or five comparisons: hooks ask for it. */
    static int of(long nanos) {
        int low = 0;
        int high = COUNT - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (nanos <= BOUNDS_NANOS[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
