package dev.headcount.scaling.adaptive;

/**
 * When to give threads back: once holding them has cost as much as wanting them back would.
 *
 * <p>Law: each second holds {@code target - needed} idle thread-seconds; when their sum exceeds the price of a
 * reversal, {@code target} thread-seconds, the target falls to the most that was needed while the last quarter
 * of them gathered. Any need for the whole target starts the sum anew. So a large surplus is gone in a fraction of a
 * second, and one thread too many stays for some ten.
 * Invariant: never below what is needed now, never above the target.
 * Time: idle time counts as it is seen, at most a second a tick.
 * Threads: single owner.
 * Blind to: a need that comes back at a known hour.
 * Source: ski rental, Karlin et al. (1988): who buys when the rent paid equals the price pays at most twice the least.
 */
final class Surplus {

    /** Thread-seconds a thread of the target. Half of it resizes a third more often, twice as much idles a tenth more. */
    private static final double PRICE = 1;

    /** Below it the price of small pools would be nothing. */
    private static final int LEAST_TARGET = 4;

    /** Up to this part of the price, what was needed is forgotten again: the past is a poor guide. */
    private static final double FORGOTTEN = 0.75;

    private static final double LONGEST_TICK_SECONDS = 1;

    private double idleThreadSeconds;
    private int neededLately;

    /** The whole target is needed, or more. */
    void clear() {
        idleThreadSeconds = 0;
        neededLately = 0;
    }

    /** The target from now on, {@code needed} to {@code target}. */
    int release(int target, int needed, double elapsedSeconds) {
        if (needed >= target) {
            clear();
            return target;
        }
        idleThreadSeconds += (target - needed) * Math.min(LONGEST_TICK_SECONDS, elapsedSeconds);
        double price = PRICE * Math.max(LEAST_TARGET, target);
        boolean isForgotten = idleThreadSeconds < FORGOTTEN * price;
        neededLately = isForgotten ? needed : Math.max(neededLately, needed);
        if (idleThreadSeconds <= price) {
            return target;
        }
        int released = neededLately;
        clear();
        return released;
    }
}
