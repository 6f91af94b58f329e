package dev.headcount.scaling.adaptive;

/**
 * When to give threads back: once holding them has cost as much as wanting them back would.
 *
 * <p>Law: each second holds {@code target - needed} idle thread-seconds; when their sum exceeds the price of a
 * reversal, {@code 0.8 x target} thread-seconds, the target falls to the most that was needed while the last quarter
 * of them gathered. Any need for the whole target starts the sum anew. So a large surplus is gone in a fraction of a
 * second, and one thread too many stays for some ten. Regret makes a lasting habit dearer: a release that had to be
 * undone before it had saved its price raises the price for releases of a few threads, up to eightfold; it fades over
 * two minutes.
 * Invariant: never below what is needed now, never above the target.
 * Time: idle time counts as it is seen, at most a second a tick.
 * Threads: single owner.
 * Blind to: a need that comes back at a known hour.
 * Source: ski rental, Karlin et al. (1988): who buys when rent paid equals the price pays at most twice the least.
 */
final class Surplus {

    /** Thread-seconds a thread of the target; twice as much saves churn and costs idle threads, and the other way. */
    private static final double PRICE = 0.8;

    /** Below it the price of small pools would be nothing. */
    private static final int LEAST_TARGET = 4;

    /** Up to this part of the price, what was needed is forgotten again: the past is a poor guide. */
    private static final double FORGOTTEN = 0.75;

    /** Of the target, thread-seconds: a release that saved less was a mistake. */
    private static final double FAIR = 1.2;

    private static final double MOST_REGRET = 8;
    private static final double RAISE = 1.5;
    private static final double LOWER = 0.7;
    private static final double REGRET_SECONDS = 120;
    private static final double LONGEST_TICK_SECONDS = 1;

    private double idleThreadSeconds;
    private int neededLately;

    private double regret = 1;
    private double releasedAt;
    private int releasedFrom;

    /** The whole target is needed. */
    void clear() {
        idleThreadSeconds = 0;
        neededLately = 0;
    }

    /** The target is to grow, at {@code now}. */
    void grow(int target, double now) {
        if (releasedFrom > target) {
            boolean hasSaved = (releasedFrom - target) * (now - releasedAt) >= FAIR * Math.max(LEAST_TARGET, target);
            regret = hasSaved ? Math.max(1, regret * LOWER) : Math.min(MOST_REGRET, regret * RAISE);
        }
        releasedFrom = 0;
        clear();
    }

    /** The target from now on, {@code needed} to {@code target}. */
    int release(int target, int needed, double now, double elapsedSeconds) {
        double elapsed = Math.min(LONGEST_TICK_SECONDS, elapsedSeconds);
        regret = 1 + (regret - 1) * Math.exp(-elapsed / REGRET_SECONDS);
        if (needed >= target) {
            clear();
            return target;
        }
        idleThreadSeconds += (target - needed) * elapsed;
        neededLately = Math.max(neededLately, needed);
        double price = PRICE * Math.max(LEAST_TARGET, target) * (1 + (regret - 1) / Math.max(1, target - neededLately));
        if (idleThreadSeconds < FORGOTTEN * price) {
            neededLately = needed;
        }
        if (idleThreadSeconds <= price) {
            return target;
        }
        int released = neededLately;
        if (released < target) {
            releasedAt = now;
            releasedFrom = target;
        }
        clear();
        return released;
    }
}
