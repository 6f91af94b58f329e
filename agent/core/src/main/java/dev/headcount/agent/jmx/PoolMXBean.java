package dev.headcount.agent.jmx;

import javax.management.MBeanOperationInfo;

/**
 * The bean {@code headcount:type=Pool,kind=…,name=…}: one pool's identity, sizes, decisions and handles.
 *
 * <p>Names are a contract. What is set shows when the next look at the pool has applied it.
 */
@Description("A thread pool of the application: what is measured of it, the size it is given and why, and how to"
        + " override that")
public interface PoolMXBean extends PoolMeasures {

    @Description("The pool's name: what its threads' names begin with, or the code that made it")
    String getName();

    @Description("What the pool promises: elastic and eager pools may be resized, the others are measured only")
    String getKind();

    @Description("Who has the say over its size: normal (the autoscaler), pinned (a person), held (a lease), paused,"
            + " quarantined (nobody: something went wrong)")
    String getState();

    @Description("The code that made the pool")
    String getCreator();

    @Description("The core size that the application set last")
    @Unit("threads")
    int getOriginalCore();

    @Description("The maximum size that the application set last; 2147483647 if it set none")
    @Unit("threads")
    int getOriginalMaximum();

    @Description("The size that is wanted; Size follows as threads start and idle ones leave")
    @Unit("threads")
    int getTarget();

    @Description("The policy that decides in the modes auto and advise")
    String getPolicy();

    @Description(
            "The size from which more threads have brought no more throughput; 0 if none is known, as with a policy"
                    + " that does not look for it")
    @Unit("threads")
    int getKnee();

    @Description("Fewest threads that the pool's last day would advise; 0 in its first minute")
    @Unit("threads")
    int getAdvisedFloor();

    @Description("Most threads that the pool's last day would advise; 0 in its first minute")
    @Unit("threads")
    int getAdvisedCeiling();

    @Description("Tasks that the application's own size would have had wait longer than the objective, and the policy"
            + " did not, in replays of the load; minus AdvisedAddedLateTasks it is what the policy was worth")
    @Unit("tasks")
    long getAdvisedAvoidedLateTasks();

    @Description("Tasks that the policy had wait longer than the objective, and the application's own size would not"
            + " have, in replays of the load")
    @Unit("tasks")
    long getAdvisedAddedLateTasks();

    @Description("Seconds of threads that the application's own size would have held and the policy did not, in replays"
            + " of the load; minus AdvisedSpentThreadSeconds it is what the policy saved")
    @Unit("s")
    long getAdvisedSavedThreadSeconds();

    @Description("Seconds of threads that the policy held and the application's own size would not have, in replays of"
            + " the load")
    @Unit("s")
    long getAdvisedSpentThreadSeconds();

    @Description("Fewest threads that the autoscaler may want: 1 to Ceiling")
    @Unit("threads")
    int getFloor();

    void setFloor(int floor);

    @Description("Most threads that the autoscaler may want: at least Floor, and never more than this process can bear")
    @Unit("threads")
    int getCeiling();

    void setCeiling(int ceiling);

    @Description("auto (measure, decide, resize), advise (record what would be done) or observe (measure only); in the"
            + " latter two the application's own sizes are given back at once")
    String getMode();

    void setMode(String mode);

    @Description("Milliseconds that the 99th percentile of waits should stay below: 1 to 3600000")
    @Unit("ms")
    long getWaitObjectiveMillis();

    void setWaitObjectiveMillis(long millis);

    @Description("Times that the pool was made larger")
    @Unit("resizes")
    long getResizeUpCount();

    @Description("Times that the pool was made smaller")
    @Unit("resizes")
    long getResizeDownCount();

    @Description("Decisions in which growth was held back since a circuit breaker was open")
    @Unit("decisions")
    long getVetoBreakerOpenCount();

    @Description(
            "Decisions in which growth was held back since a circuit breaker was half-open, or had been open within 30 s")
    @Unit("decisions")
    long getVetoBreakerHalfOpenCount();

    @Description("Decisions in which growth was held back since a bean that veto-from names spoke against it")
    @Unit("decisions")
    long getVetoExternalCount();

    @Description("Decisions in which growth was held back since too many tasks failed")
    @Unit("decisions")
    long getVetoErrorsCount();

    @Description("Decisions in which growth was held back since the processors were busy")
    @Unit("decisions")
    long getVetoCpuCount();

    @Description("Decisions in which growth was held back since garbage collection took too much of the time")
    @Unit("decisions")
    long getVetoGcCount();

    @Description("Decisions in which growth was held back since the heap was full after garbage collection")
    @Unit("decisions")
    long getVetoMemoryCount();

    @Description("Decisions in which growth was held back since the process may start few more threads")
    @Unit("decisions")
    long getVetoThreadHeadroomCount();

    @Description("Decisions in which growth was held back since the signals contradicted each other")
    @Unit("decisions")
    long getVetoUnsureCount();

    @Description("Decisions in which growth was held back since the month's budget was spent")
    @Unit("decisions")
    long getVetoBudgetCount();

    @Description("Decisions in which growth was held back since it would have cost more than the waits that it saves")
    @Unit("decisions")
    long getVetoCostCount();

    @Description("What its threads and calls have cost since it was found, in the currency of the prices; NaN without")
    @Unit("currency")
    double getCostTotal();

    @Description("The last decision that changed the target: when (UTC), from, to, why, and by whom")
    String getDecision();

    @Description("Why the pool is the size that it is now")
    String getDecisionReason();

    @Description("Sets the size by hand, whatever the load says; outranks everything but this process' own limits")
    @Impact(MBeanOperationInfo.ACTION)
    String pin(
            @Parameter("size") @Description("threads, 1 or more") int size,
            @Parameter("minutes") @Description("1 to 1440; the pin then ends by itself") int minutes,
            @Parameter("because") @Description("the reason, for those who read it later; may be empty") String because);

    @Description("Ends a pin: the autoscaler decides again")
    @Impact(MBeanOperationInfo.ACTION)
    String unpin();

    @Description("Drops everything that was set by hand or by a program: bounds, mode, wait objective, pin and lease")
    @Impact(MBeanOperationInfo.ACTION)
    String reset();

    @Description("Lets a program set the size, within floor and ceiling, for as long as it renews the lease")
    @Impact(MBeanOperationInfo.ACTION)
    String lease(
            @Parameter("owner") @Description("the program; only it may renew or release") String owner,
            @Parameter("target") @Description("threads, 1 or more") int target,
            @Parameter("seconds") @Description("1 to 3600; the lease then ends by itself") int seconds);

    @Description("Ends a lease: the autoscaler decides again")
    @Impact(MBeanOperationInfo.ACTION)
    String release(@Parameter("owner") @Description("the program that holds the lease") String owner);

    @Description(
            "Tells of a circuit breaker that the pool's tasks call through and that the agent can't see: open vetoes"
                    + " growth, half-open allows one thread at a time; for 30 s after it was open it counts as half-open")
    @Impact(MBeanOperationInfo.ACTION)
    String breaker(
            @Parameter("state") @Description("open, half-open or closed") String state,
            @Parameter("seconds") @Description("1 to 3600; to be said again while it holds") int seconds);

    @Description("All that is known of the pool's size: the reason, each step of the last change, every input, bounds"
            + " and where they come from")
    @Impact(MBeanOperationInfo.INFO)
    String explain();
}
