package dev.headcount.scaling.adaptive;

/**
 * Whether too many tasks fail to trust growth: what fails downstream is seldom helped by more callers.
 *
 * <p>Law: of the tasks of the last two seconds, ten or more, more than 15 % failed.
 */
final class Failures {

    static final double WINDOW_SECONDS = 2;
    private static final double LEAST_TASKS = 10;

    /** Above what retries and bad requests amount to in a healthy service. */
    private static final double LIMIT = 0.15;

    /** Up to here nothing is wrong. */
    private static final double HEALTHY = 0.05;

    private Failures() {}

    /** The share of tasks that failed, 0 to 1; 0 with too few tasks. */
    static double share(Ledger ledger) {
        int ago = ledger.ago(WINDOW_SECONDS, 1);
        double ended = ago < ledger.count() ? ledger.endedSince(ago) : 0;
        return ended < LEAST_TASKS ? 0 : ledger.failedSince(ago) / ended;
    }

    static boolean isHealthy(double share) {
        return share <= HEALTHY;
    }

    static boolean isTooMany(double share) {
        return share > LIMIT;
    }
}
