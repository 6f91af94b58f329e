package dev.headcount.scaling.adaptive;

/**
 * How long a task takes while the pool itself is not what slows it down.
 *
 * <p>Law: the mean of all service times of the last half minute or so, or of twenty tasks' time where that is longer,
 * at most two thousand of them; not of a pool
 * that has had all its threads busy and tasks waiting for more than a second, since there the cause is in doubt.
 * {@link #is} overrules it when the cause has been found.
 * Threads: single owner.
 * Blind to: contention that has been there since the pool was found.
 */
final class Pace {

    private static final double MEMORY_SECONDS = 30;
    private static final double MEMORY_TASKS = 20;
    private static final double MOST_SAMPLES = 2000;

    /** Below, a mean of exponential times is off by a seventh or more. */
    private static final double LEAST_SAMPLES = 50;

    /** Of tasks at the knee, before their mean may take the place of one of fewer. */
    private static final double ENOUGH_SAMPLES = 200;

    private static final double DOUBT_DEVIATIONS = 3;

    /** Beyond it the knee itself is in doubt. */
    private static final double MOST_DOUBT = 0.2;

    private static final double LONGEST_PRESSURE_SECONDS = 1;

    private double samples;
    private double sampledSeconds;
    private double pressedSince;
    private double seenSeconds;
    private double seenServices;
    private double seenServiceSeconds;

    /** Takes in the latest reading; {@code isPressed} when all threads are busy and tasks wait. */
    void add(Ledger ledger, boolean isPressed) {
        if (!isPressed) {
            pressedSince = ledger.now();
        }
        double elapsed = ledger.now() - seenSeconds;
        double tasks = ledger.services() - seenServices;
        double spent = ledger.serviceSeconds() - seenServiceSeconds;
        leaveOut(ledger);
        if (pressedSeconds(ledger) > LONGEST_PRESSURE_SECONDS || tasks == 0) {
            return;
        }
        double memory = samples > 0 ? Math.max(MEMORY_SECONDS, MEMORY_TASKS * seconds()) : MEMORY_SECONDS;
        double keep = Math.exp(-elapsed / memory) * Math.min(1, MOST_SAMPLES / samples);
        samples = samples * keep + tasks;
        sampledSeconds = sampledSeconds * keep + spent;
    }

    /** What has ended since the last reading says nothing of it. */
    void leaveOut(Ledger ledger) {
        seenSeconds = ledger.now();
        seenServices = ledger.services();
        seenServiceSeconds = ledger.serviceSeconds();
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

    /** Whether so many tasks at the knee know better, and take no longer than the pace may by chance. */
    boolean isOutweighed(double seconds, double tasks, double variation) {
        return tasks >= ENOUGH_SAMPLES
                && tasks > samples
                && Math.abs(seconds / seconds() - 1)
                        < Math.min(MOST_DOUBT, DOUBT_DEVIATIONS * Spell.chance(variation, samples));
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
