package dev.headcount.replay;

import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;

/**
 * What an agent could see of the virtual pool, as signals.
 *
 * <p>Law: counts and rates are exact; waits and service times are those of every task, or of samples with weights.
 * Service times are elapsed and include contention. Rates are over 2 s, the arrival rate over 0.4 s where that is more.
 */
final class Meter {

    private static final double RATE_SECONDS = 2;
    private static final double STEP_SECONDS = 0.4;

    /** The origin of {@link Signal#nowNanos()}: off zero, as a real clock is. */
    private static final long ORIGIN_NANOS = 1_000_000_000_000L;

    /** As the agent's meter has them, for a queue in order of arrival. */
    private static final int WAIT_SAMPLES_PER_SECOND = 1024;

    private static final int SERVICE_SAMPLES_PER_SECOND = 131_072;

    private final Scenario scenario;
    private final int processors;
    private final Sampling waitSampling;
    private final Sampling serviceSampling;
    private final Recent waits;
    private final Recent services;
    private final RateHistory submittedRate = new RateHistory();
    private final RateHistory completedRate = new RateHistory();
    /** Measured tasks that wait, with their arrivals. */
    private final Line watched = new Line();

    private long submitted;
    private long completed;
    private long failed;
    private long dropped;
    private long waitCount;
    private long lateCount;
    private long serviceCount;
    private double serviceSeconds;
    private double lastTick;
    private long lastSubmitted;
    private long lastDropped;

    Meter(Scenario scenario, Settings settings) {
        this.scenario = scenario;
        this.processors = scenario.cores > 0 ? scenario.cores : settings.processors;
        this.waits = new Recent(settings.windowSeconds);
        this.services = new Recent(settings.windowSeconds);
        this.waitSampling = new Sampling(!settings.isSampled, WAIT_SAMPLES_PER_SECOND);
        this.serviceSampling = new Sampling(!settings.isSampled, SERVICE_SAMPLES_PER_SECOND);
    }

    void accepted() {
        submitted++;
    }

    void queued(Tasks tasks, int task, double now) {
        int weight = waitSampling.next();
        tasks.waitWeight[task] = weight;
        if (weight > 0) {
            watched.add(now, task);
        }
    }

    void dropped() {
        dropped++;
    }

    /** A worker took a task from the queue. */
    void taken(Tasks tasks, int task, double now) {
        int weight = tasks.waitWeight[task];
        if (weight > 0) {
            double wait = now - watched.firstMoment();
            watched.remove();
            waited(now, wait, weight);
        }
    }

    /** A worker started with this task in hand. */
    void first(double now) {
        waited(now, 0, 1);
    }

    private void waited(double now, double wait, int weight) {
        waits.add(now, wait, 0, weight);
        waitCount += weight;
        if (wait > scenario.objectiveSeconds) {
            lateCount += weight;
        }
    }

    void started(Tasks tasks, int task) {
        tasks.serviceWeight[task] = serviceSampling.next();
    }

    void ended(Tasks tasks, int task, double now, double cpuSeconds) {
        completed++;
        if (tasks.fails[task]) {
            failed++;
        }
        int weight = tasks.serviceWeight[task];
        if (weight > 0) {
            double seconds = now - tasks.start[task];
            services.add(now, seconds, cpuSeconds, weight);
            serviceCount += weight;
            serviceSeconds += weight * seconds;
        }
    }

    Signal read(double now, int size, int busy, int queueDepth, int core, int maximum) {
        waits.advance(now);
        services.advance(now);
        submittedRate.add(now, submitted);
        completedRate.add(now, completed);
        double seconds = Math.max(1e-9, now - lastTick);
        double moved = (submitted - lastSubmitted) / seconds;
        waitSampling.adapt(moved);
        serviceSampling.adapt(moved);
        double droppedPerSecond = (dropped - lastDropped) / seconds;
        lastTick = now;
        lastSubmitted = submitted;
        lastDropped = dropped;
        return Signal.builder()
                .nowNanos(nanos(now))
                .size(size)
                .busy(busy)
                .queueDepth(queueDepth)
                .queueCapacity(scenario.queueCapacity)
                .core(core)
                .maximum(maximum)
                .arrivalRatePerSecond(Math.max(submittedRate.over(RATE_SECONDS), submittedRate.over(STEP_SECONDS)))
                .throughputPerSecond(completedRate.over(RATE_SECONDS))
                .waitP50Seconds(waits.quantile(0.5))
                .waitP99Seconds(waits.quantile(0.99))
                .waitMeanSeconds(waits.mean())
                .oldestWaitSeconds(queueDepth == 0 || watched.size() == 0 ? 0 : now - watched.firstMoment())
                .serviceMeanSeconds(services.mean())
                .serviceVariation(services.variation())
                .cpuShare(services.cpuShare())
                .processors(processors)
                .droppedPerSecond(droppedPerSecond)
                .tally(tally())
                .build();
    }

    private Tally tally() {
        return Tally.builder()
                .submitted(submitted)
                .completed(completed)
                .failed(failed)
                .dropped(dropped)
                .waits(waitCount)
                .late(lateCount)
                .services(serviceCount)
                .serviceSeconds(serviceSeconds)
                .build();
    }

    static long nanos(double seconds) {
        return ORIGIN_NANOS + Math.round(seconds * 1e9);
    }

    static double seconds(long nanos) {
        return (nanos - ORIGIN_NANOS) / 1e9;
    }

    long completed() {
        return completed;
    }

    long droppedCount() {
        return dropped;
    }
}
