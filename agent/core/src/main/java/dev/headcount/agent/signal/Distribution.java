package dev.headcount.agent.signal;

/**
 * How long something took, counted by {@link Buckets}, since the beginning; immutable.
 *
 * <p>Invariant: the count is that of all buckets together, whatever was added while they were read.
 */
public final class Distribution {

    public static final Distribution NONE = new Distribution(new long[Buckets.COUNT], 0);

    private final long[] counts;
    private final long count;
    private final double sumSeconds;

    /** @param counts by bucket; handed over */
    Distribution(long[] counts, double sumSeconds) {
        this.counts = counts;
        this.sumSeconds = sumSeconds;
        long all = 0;
        for (long some : counts) {
            all += some;
        }
        this.count = all;
    }

    public long count() {
        return count;
    }

    public double sumSeconds() {
        return sumSeconds;
    }

    /** How many fell into {@code bucket} itself. */
    public long in(int bucket) {
        return counts[bucket];
    }

    /** Both together. */
    public Distribution plus(Distribution other) {
        long[] both = new long[Buckets.COUNT];
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            both[bucket] = counts[bucket] + other.counts[bucket];
        }
        return new Distribution(both, sumSeconds + other.sumSeconds);
    }
}
