package dev.headcount.scaling.adaptive;

/**
 * Failures that come with size: a downstream that refuses, or runs into time limits, what is too much for it.
 *
 * <p>Law: while too many tasks fail, and at most four fifths of the threads now busy were when tasks last succeeded, a
 * success ({@code busy time / tasks that did not fail}) that costs 1.15 times the pace calls for a {@link Trial} of
 * that smaller size. What it costs during the trial, and not how fast tasks end, decides: failures may be quick, and
 * then neither service time nor queue says anything.
 * Invariant: no trial unless tasks were seen to succeed, nor a second one before they have again, once one has blamed
 * somebody outside.
 * Threads: single owner.
 * Blind to: failures that an application catches.
 */
final class Cascade {

    /** Growth alone explains less: so much is lost of each thread. */
    private static final double COST = 1.15;

    private static final double LARGEST_TRIAL = 0.8;

    /** Where hardly any task succeeds, the cost stays a number. */
    private static final double LEAST_SUCCESS = 0.01;

    /** Threads that were busy when tasks last succeeded; 0 before they did, and no limit after a trial was in vain. */
    private double healthyBusy;

    /** A trial of the size at which tasks succeeded, or {@code null}. */
    Trial suspect(Ledger ledger, double paceSeconds, int floor, boolean isAllowed) {
        int ago = ledger.ago(Failures.WINDOW_SECONDS, 1);
        if (ago >= ledger.count()) {
            return null;
        }
        double share = Failures.share(ledger);
        double busy = ledger.busySince(ago);
        if (Failures.isHealthy(share)) {
            healthyBusy = busy;
            return null;
        }
        long size = Math.max(floor, Math.round(healthyBusy));
        double cost = ofSuccess(ledger.spentEach(ago), share);
        boolean isCascade = Failures.isTooMany(share)
                && healthyBusy > 0
                && size < LARGEST_TRIAL * busy
                && cost > COST * paceSeconds;
        return isCascade && isAllowed ? new Trial((int) size, cost, busy, ledger.now(), /* isOfSuccess= */ true) : null;
    }

    /** The trial was in vain: tasks fail at the smaller size, too. */
    void isOutside() {
        healthyBusy = Double.POSITIVE_INFINITY;
    }

    /** What a success costs where a task does {@code seconds}, and {@code failing} of them fail. */
    static double ofSuccess(double seconds, double failing) {
        return seconds / Math.max(LEAST_SUCCESS, 1 - failing);
    }
}
