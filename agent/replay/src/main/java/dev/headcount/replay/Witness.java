package dev.headcount.replay;

/**
 * Judges a real run of a scenario by the rules that a replay is judged by; moments are seconds since it began.
 *
 * <p>Threads: one.
 */
public final class Witness {

    private final Score score;
    private int peak;
    private long completed;

    /** @param warmUpSeconds what of the beginning isn't judged */
    public Witness(Scenario scenario, double warmUpSeconds) {
        score = new Score(scenario, Settings.STANDARD.starting(0, warmUpSeconds));
    }

    /** So many threads lived from one moment to the other. */
    public void held(int size, double since, double until) {
        peak = Math.max(peak, size);
        score.held(size, since, until);
    }

    /** The size that was wanted changed. */
    public void resized(double now, int before, int after) {
        score.resized(now, before, after);
    }

    /** A task ended; {@code work} is what it would have taken alone. */
    public void ended(double arrival, double start, double end, double work) {
        completed++;
        score.ended(arrival, start, end, work);
    }

    /** A task had not ended when the run was over; {@code work} is 0 for one that still waited. */
    public void unfinished(double arrival, double now, double work) {
        score.unfinished(arrival, now, work);
    }

    public Outcome outcome() {
        return score.outcome(peak, completed, 0, completed);
    }
}
