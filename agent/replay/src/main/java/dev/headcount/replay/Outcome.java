package dev.headcount.replay;

/** What a law did with a load; immutable. Waits, rates and threads are those after the warm-up. */
public final class Outcome {

    /** Share of the tasks whose delay was longer than the objective, refused ones among them: 0 to 1. */
    public final double violation;

    public final double waitP50Seconds;
    public final double waitP99Seconds;
    /** Of queue wait and time lost to contention together. */
    public final double delayP99Seconds;

    public final double threadSeconds;
    public final double resizesPerMinute;
    /** Changes of the target in the other direction than the one before. */
    public final double reversalsPerMinute;

    /** Most workers at a time, warm-up included. */
    public final int peak;
    /** From a load step until of five seconds' arrivals at most 1 % are late: the worst of the steps; NaN without. */
    public final double recoverSeconds;

    public final long completed;
    /** Tasks refused and lost. */
    public final long dropped;
    /** Steps of the simulation. */
    public final long events;

    Outcome(
            double violation,
            double waitP50Seconds,
            double waitP99Seconds,
            double delayP99Seconds,
            double threadSeconds,
            double resizesPerMinute,
            double reversalsPerMinute,
            int peak,
            double recoverSeconds,
            long completed,
            long dropped,
            long events) {
        this.violation = violation;
        this.waitP50Seconds = waitP50Seconds;
        this.waitP99Seconds = waitP99Seconds;
        this.delayP99Seconds = delayP99Seconds;
        this.threadSeconds = threadSeconds;
        this.resizesPerMinute = resizesPerMinute;
        this.reversalsPerMinute = reversalsPerMinute;
        this.peak = peak;
        this.recoverSeconds = recoverSeconds;
        this.completed = completed;
        this.dropped = dropped;
        this.events = events;
    }

    /**
     * The distance to a base, 1 for its equal: cost times lateness times restlessness.
     *
     * @param lateness what a share of 1 late beyond the base's costs, 50 for J and 10 for J10
     */
    public double distance(Base base, double lateness) {
        return Math.max(1, threadSeconds / base.threadSeconds)
                * (1 + lateness * Math.max(0, violation - Math.max(0.01, base.violation)))
                * (1 + 0.01 * reversalsPerMinute);
    }

    /** Threads' time over the base's. */
    public double relativeCost(Base base) {
        return threadSeconds / base.threadSeconds;
    }
}
