package dev.headcount.agent.loop;

/**
 * When to try again what has failed: after ever longer pauses, and after a short one once all was well for long.
 *
 * <p>Law: {@code pause = first × 2^(failures in a row - 1)}, at most {@code longest}. Threads: one owner.
 */
public final class Backoff {

    private final long firstNanos;
    private final long longestNanos;
    private long pauseNanos;
    private long untilNanos;
    private boolean active;

    public Backoff(long firstNanos, long longestNanos) {
        this.firstNanos = firstNanos;
        this.longestNanos = longestNanos;
    }

    public void fail(long nowNanos) {
        boolean wasWellForLong = active && nowNanos - untilNanos > longestNanos;
        pauseNanos = pauseNanos == 0 || wasWellForLong ? firstNanos : Math.min(longestNanos, 2 * pauseNanos);
        untilNanos = nowNanos + pauseNanos;
        active = true;
    }

    /** As if nothing had ever failed. */
    void forget() {
        pauseNanos = 0;
        active = false;
    }

    public boolean isOver(long nowNanos) {
        return !active || nowNanos - untilNanos >= 0;
    }

    long pauseSeconds() {
        return pauseNanos / 1_000_000_000L;
    }
}
