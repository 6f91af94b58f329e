package dev.headcount.scaling.adaptive;

/**
 * How long a task takes while the pool itself is not what slows it down.
 *
 * <p>Law: the mean of all service times of the last half minute or so, at most two thousand of them; not of a pool
 * that has had all its threads busy and tasks waiting for more than a second, since there the cause is in doubt.
 * {@link #is} overrules it when the cause has been found.
 * Threads: single owner.
 * Blind to: contention that has been there since the pool was found.
 */
final class Pace {

    private static final double MEMORY_SECONDS = 30;
    private static final double MOST_SAMPLES = 2000;

    /** Below, a mean of exponential times is off by a seventh or more. */
    private static final double LEAST_SAMPLES = 50;

    private static final double LONGEST_PRESSURE_SECONDS = 1;

    private double samples;
    private double sampledSeconds;
    private double pressedSince;

    /** Takes in the latest reading; {@code isPressed} when all threads are busy and tasks wait. */
    void add(Ledger ledger, boolean isPressed) {
        if (!isPressed) {
            pressedSince = ledger.now();
        }
        double tasks = ledger.count() > 1 ? ledger.servicesSince(1) : 0;
        if (pressedSeconds(ledger) > LONGEST_PRESSURE_SECONDS || tasks == 0) {
            return;
        }
        double keep = Math.exp(-ledger.secondsSince(1) / MEMORY_SECONDS) * Math.min(1, MOST_SAMPLES / samples);
        samples = samples * keep + tasks;
        sampledSeconds = sampledSeconds * keep + ledger.serviceSecondsSince(1);
    }

    /** From now on it is {@code seconds}, known from so many tasks. */
    void is(double seconds, double tasks) {
        samples = Math.max(LEAST_SAMPLES, tasks);
        sampledSeconds = samples * seconds;
    }

    /** For how long all threads have been busy and tasks waiting. */
    double pressedSeconds(Ledger ledger) {
        return ledger.now() - pressedSince;
    }

    boolean isKnown() {
        return samples >= LEAST_SAMPLES && sampledSeconds > 0;
    }

    double seconds() {
        return sampledSeconds / samples;
    }

    double samples() {
        return samples;
    }
}
