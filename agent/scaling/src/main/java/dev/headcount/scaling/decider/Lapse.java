package dev.headcount.scaling.decider;

/**
 * The time between two ticks, as far as it can be believed.
 *
 * <p>Law: 0 when the clock stands or has jumped back, from where it then goes on; the first tick comes after 1 ns.
 * Threads: single owner.
 */
final class Lapse {

    /** The reason of whoever keeps a target because of it. */
    static final String NONE = "no time has passed since the last look";

    private long lastNanos;
    private boolean isBegun;

    long nanos(long nowNanos) {
        long elapsed = isBegun ? Math.max(0, nowNanos - lastNanos) : 1;
        isBegun = true;
        lastNanos = nowNanos;
        return elapsed;
    }
}
