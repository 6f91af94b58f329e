package dev.headcount.scaling.settle;

/**
 * How long a target rests after it has changed: shortly before it may grow, long before it may shrink.
 *
 * <p>Law: growth is allowed when {@code now - changed >= upNanos}, a shrink when
 * {@code now - changed >= downNanos}; any change, in either direction, starts both.
 * A new pool may grow at once, and may shrink {@code downNanos} after it was first seen.
 * Time: compared by difference only.
 * Threads: single owner.
 * Source: the difference in price: a thread too many costs memory, a thread too few costs everybody
 * in the queue.
 */
final class Cooldown {

    private final long upNanos;
    private final long downNanos;

    private long growFromNanos;
    private long shrinkFromNanos;

    Cooldown(long upNanos, long downNanos, long nowNanos) {
        this.upNanos = upNanos;
        this.downNanos = downNanos;
        this.growFromNanos = nowNanos;
        this.shrinkFromNanos = nowNanos + downNanos;
    }

    /** The target has changed, whoever changed it. */
    void start(long nowNanos) {
        growFromNanos = nowNanos + upNanos;
        shrinkFromNanos = nowNanos + downNanos;
    }

    /** What is left to wait before a change in this direction, in nanoseconds; 0 when it may happen now. */
    long leftNanos(boolean growing, long nowNanos) {
        return Math.max(0, (growing ? growFromNanos : shrinkFromNanos) - nowNanos);
    }
}
