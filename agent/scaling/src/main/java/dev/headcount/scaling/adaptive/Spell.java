package dev.headcount.scaling.adaptive;

/**
 * A stretch of time in which all threads of a pool of one size are busy, and what a task costs in it.
 *
 * <p>Law: seconds a task {@code = size x time / tasks ended}, by Little's law; off by chance in
 * {@code sqrt(variation / tasks)} of its value.
 * Blind to: threads that are idle between two looks.
 */
final class Spell {

    /** Even tasks that all take the same time end in bunches. */
    private static final double LEAST_VARIATION = 0.2;

    private double beganAt;
    private double busySeconds;
    private double ended;
    private double failed;

    void begin(Ledger ledger) {
        beganAt = ledger.now();
        busySeconds = ledger.busySeconds();
        ended = ledger.ended();
        failed = ledger.failed();
    }

    double seconds(Ledger ledger) {
        return ledger.now() - beganAt;
    }

    double tasks(Ledger ledger) {
        return ledger.ended() - ended;
    }

    /** Of these tasks, 0 to 1. */
    double failedShare(Ledger ledger) {
        return (ledger.failed() - failed) / Math.max(1, tasks(ledger));
    }

    double secondsEach(Ledger ledger) {
        return (ledger.busySeconds() - busySeconds) / Math.max(1, tasks(ledger));
    }

    /** The deviation by chance, as a share of the mean. */
    static double chance(double variation, double tasks) {
        return Math.sqrt(Math.max(LEAST_VARIATION, variation) / Math.max(1, tasks));
    }
}
