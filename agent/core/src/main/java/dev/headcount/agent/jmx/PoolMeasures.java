package dev.headcount.agent.jmx;

/**
 * What is measured of a pool, as attributes of its bean.
 *
 * <p>All are of the last look at the pool; two reads may be of two looks and need not add up.
 */
public interface PoolMeasures {

    @Description("Workers alive, idle ones included; above Target while superfluous ones have yet to leave")
    @Unit("threads")
    int getSize();

    @Description("Workers that run a task")
    @Unit("threads")
    int getBusy();

    @Description("Tasks that wait; of a scheduled pool those that are due")
    @Unit("tasks")
    int getQueueDepth();

    @Description("Tasks that the queue can hold; -1 if it is unbounded")
    @Unit("tasks")
    int getQueueCapacity();

    @Description("The executor's core size as it is now")
    @Unit("threads")
    int getCore();

    @Description("The executor's maximum size as it is now; 2147483647 if the application set none")
    @Unit("threads")
    int getMaximum();

    @Description("Share of the workers that run a task, 0 to 1; workers that are occupied for good are left out")
    @Unit("1")
    double getUtilisation();

    @Description("Tasks accepted per second, over the last 10 s")
    @Unit("tasks/s")
    double getArrivalRatePerSecond();

    @Description("Tasks completed per second, over the last 10 s")
    @Unit("tasks/s")
    double getThroughputPerSecond();

    @Description(
            "Share of the completed tasks that failed, 0 to 1, over the last 10 s; a lower bound, like FailedCount")
    @Unit("1")
    double getErrorRate();

    @Description("Median of the milliseconds that tasks waited in the queue, over the last 10 s; NaN if none is known")
    @Unit("ms")
    double getWaitP50Millis();

    @Description("99th percentile of the milliseconds that tasks waited in the queue, over the last 10 s;"
            + " NaN if none is known")
    @Unit("ms")
    double getWaitP99Millis();

    @Description("Tasks that WaitSumSeconds stands for")
    @Unit("tasks")
    long getWaitCount();

    @Description("Seconds that tasks waited in the queue, summed up from samples; by WaitCount it is the mean")
    @Unit("s")
    double getWaitSumSeconds();

    @Description("Tasks of WaitCount that waited longer than WaitObjectiveMillis")
    @Unit("tasks")
    long getLateCount();

    @Description("Milliseconds that the longest waiting of the sampled tasks has waited so far; 0 if none waits")
    @Unit("ms")
    double getOldestWaitMillis();

    @Description("Mean of the milliseconds that tasks ran, over the last 10 s; NaN if none is known")
    @Unit("ms")
    double getServiceMeanMillis();

    @Description("How much the times that tasks ran differ, over the last 10 s: variance by squared mean, 0 if all are"
            + " alike, 1 for exponential ones; NaN if unknown")
    @Unit("1")
    double getServiceVariation();

    @Description("Tasks that ServiceSumSeconds stands for")
    @Unit("tasks")
    long getServiceCount();

    @Description("Seconds that tasks ran, summed up from samples; by ServiceCount it is the mean")
    @Unit("s")
    double getServiceSumSeconds();

    @Description("Tasks accepted since the pool was first seen")
    @Unit("tasks")
    long getSubmittedCount();

    @Description("Tasks completed as the pool itself counts them, cancelled ones included")
    @Unit("tasks")
    long getCompletedCount();

    @Description("Tasks handed to the rejection handler since the pool was first seen")
    @Unit("tasks")
    long getRejectedCount();

    @Description("Rejected tasks since the pool was first seen that the submitting thread did not run instead")
    @Unit("tasks")
    long getDroppedCount();

    @Description("Tasks known to have failed since the pool was first seen; a lower bound: an application may catch"
            + " what its tasks throw")
    @Unit("tasks")
    long getFailedCount();

    @Description("Samples of waits that told nothing since the pool was first seen: their task left the queue without a"
            + " worker, or there was no room for one more")
    @Unit("samples")
    long getProbesUnmatchedCount();

    @Description(
            "Moment of this look on a clock of the JVM's own: differences tell how long after one another two were")
    @Unit("ms")
    long getLookMillis();

    @Description("How far the measurements agree with one another, 0 to 1; 0 too if waits are only estimated")
    @Unit("1")
    double getSignalQuality();
}
