package dev.headcount.agent.signal;

/** Counts since a pool was first seen, none of which ever falls, and rates over the last ten seconds. */
public final class Totals {

    public final long submitted;
    public final long completed;
    public final long rejected;
    public final long dropped;
    public final long failed;
    /** From samples, each of which counts as the tasks that it stands for; like {@link #services}. */
    public final Distribution waits;

    public final Distribution services;
    /** Samples of waits that were begun and came to nothing. */
    public final long probesUnmatched;

    public final double arrivalRatePerSecond;
    public final double throughputPerSecond;
    /** Failed tasks among those completed, 0 to 1; a lower bound. */
    public final double errorRate;

    Totals(
            long submitted,
            long completed,
            long rejected,
            long dropped,
            long failed,
            Distribution waits,
            Distribution services,
            long probesUnmatched,
            double arrivalRatePerSecond,
            double throughputPerSecond,
            double errorRate) {
        this.submitted = submitted;
        this.completed = completed;
        this.rejected = rejected;
        this.dropped = dropped;
        this.failed = failed;
        this.waits = waits;
        this.services = services;
        this.probesUnmatched = probesUnmatched;
        this.arrivalRatePerSecond = arrivalRatePerSecond;
        this.throughputPerSecond = throughputPerSecond;
        this.errorRate = errorRate;
    }
}
