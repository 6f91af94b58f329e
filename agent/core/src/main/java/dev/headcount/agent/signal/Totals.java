package dev.headcount.agent.signal;

/** Counts since a pool was first seen, none of which ever falls, and rates over the last ten seconds. */
public final class Totals {

    public final long submitted;
    public final long completed;
    public final long rejected;
    public final long dropped;
    public final long failed;
    public final long waitCount;
    public final double waitSumSeconds;
    public final long serviceCount;
    public final double serviceSumSeconds;
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
            long waitCount,
            double waitSumSeconds,
            long serviceCount,
            double serviceSumSeconds,
            double arrivalRatePerSecond,
            double throughputPerSecond,
            double errorRate) {
        this.submitted = submitted;
        this.completed = completed;
        this.rejected = rejected;
        this.dropped = dropped;
        this.failed = failed;
        this.waitCount = waitCount;
        this.waitSumSeconds = waitSumSeconds;
        this.serviceCount = serviceCount;
        this.serviceSumSeconds = serviceSumSeconds;
        this.arrivalRatePerSecond = arrivalRatePerSecond;
        this.throughputPerSecond = throughputPerSecond;
        this.errorRate = errorRate;
    }
}
