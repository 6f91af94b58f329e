package dev.headcount.scaling.settle;

/**
 * Keeps a pool from being resized more than thirty times a minute, whatever its policy wants.
 *
 * <p>Law: {@code n} is the number of changes in the last minute. From 8 on growth takes steps of a half at least, so
 * that few are left to take; from 20 on a shrink has to rest after the last change, a quarter of a second at first,
 * twice as long for each further change; from 30 on nothing changes. As the minute passes {@code n} falls, and so does
 * all of this. A policy that rests two seconds or more after each change needs none of it.
 * Invariant: never more than 30 changes of settled targets in a minute.
 * Time: compared by difference only.
 * Threads: single owner. Cost: 240 B a pool, a look at up to thirty moments where the target is to change.
 * Blind to: pins, leases and bounds, which move the target without being asked; they count.
 * Source: exponential back-off; thirty is what our own alert on flapping calls too many.
 */
final class FlapGuard {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    /** What the alert allows. */
    static final int MOST = 30;

    /** A load that pulses every six seconds needs no more; a reading of noise would take all thirty. */
    static final int RESTING_FROM = 20;

    /** What is resized so often has bursts: larger steps meet one while it lasts. From 18 on, some are met too late. */
    static final int COARSE_FROM = 8;

    private static final long FIRST_REST_NANOS = 250_000_000L;

    /** Smaller, and a burst takes too many steps; larger, and it ends with threads that it didn't need. */
    private static final double COARSE_STEP = 1.5;

    private final boolean isNeeded;
    private final long[] changes = new long[MOST];
    private int next;
    private int count;

    /** A guard for a policy that rests so long after each change. */
    FlapGuard(long upNanos, long downNanos) {
        isNeeded = Math.min(upNanos, downNanos) < MINUTE_NANOS / MOST;
    }

    /** The target has changed, whoever changed it. */
    void changed(long nowNanos) {
        changes[next] = nowNanos;
        next = (next + 1) % MOST;
        count = Math.min(MOST, count + 1);
    }

    /** Changes in the last minute, 0 to 30; 0 where no guard is needed. */
    int lately(long nowNanos) {
        int lately = 0;
        while (isNeeded && lately < count && nowNanos - change(lately) < MINUTE_NANOS) {
            lately++;
        }
        return lately;
    }

    /** What is left to wait before a change in this direction, in nanoseconds; 0 when it may happen now. */
    long leftNanos(boolean growing, int lately, long nowNanos) {
        if (lately >= MOST) {
            return change(MOST - 1) + MINUTE_NANOS - nowNanos;
        }
        if (growing || lately < RESTING_FROM) {
            return 0;
        }
        return Math.max(0, change(0) + (FIRST_REST_NANOS << lately - RESTING_FROM) - nowNanos);
    }

    /** The size to grow to where {@code wanted}, more than {@code from}, is wanted. */
    static int growth(int from, int wanted, int lately) {
        return lately < COARSE_FROM ? wanted : (int) Math.max(wanted, Math.ceil(from * COARSE_STEP));
    }

    /** The moment of the latest change, or of one that many before it. */
    private long change(int before) {
        return changes[Math.floorMod(next - 1 - before, MOST)];
    }
}
