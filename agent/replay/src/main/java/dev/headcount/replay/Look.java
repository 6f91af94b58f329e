package dev.headcount.replay;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A pool of a running program as it was at one moment; immutable.
 *
 * <p>Its figures are known by the names of the agent's JMX contract. Counts are monotonic; what is unknown is NaN.
 */
public final class Look {

    /** All that is read of a pool. */
    public static final List<String> FIGURES = Collections.unmodifiableList(Arrays.asList(
            "LookMillis",
            "Size",
            "Busy",
            "QueueDepth",
            "QueueCapacity",
            "Core",
            "Floor",
            "Ceiling",
            "Knee",
            "WaitObjectiveMillis",
            "SubmittedCount",
            "RejectedCount",
            "DroppedCount",
            "CompletedCount",
            "WaitCount",
            "LateCount",
            "WaitP50Millis",
            "WaitP99Millis",
            "ServiceCount",
            "ServiceSumSeconds",
            "ServiceMeanMillis",
            "ServiceVariation"));

    final double seconds;
    final int size;
    final int busy;
    final int queueDepth;
    /** -1 for an unbounded queue. */
    final int queueCapacity;

    final int core;
    final int floor;
    final int ceiling;
    /** 0 when none is known. */
    final int knee;

    final double objectiveSeconds;
    final double arrived;
    final double rejected;
    final double dropped;
    final double completed;
    final double waits;
    final double late;
    final double waitP50Millis;
    final double waitP99Millis;
    final double services;
    final double serviceSeconds;
    final double serviceMeanMillis;
    final double serviceVariation;

    /** @param figures gives a figure for each of {@link #FIGURES} */
    public Look(ToDoubleFunction<String> figures) {
        seconds = figures.applyAsDouble("LookMillis") / 1000;
        size = (int) figures.applyAsDouble("Size");
        busy = (int) figures.applyAsDouble("Busy");
        queueDepth = (int) figures.applyAsDouble("QueueDepth");
        queueCapacity = (int) figures.applyAsDouble("QueueCapacity");
        core = (int) figures.applyAsDouble("Core");
        floor = (int) figures.applyAsDouble("Floor");
        ceiling = (int) figures.applyAsDouble("Ceiling");
        knee = (int) figures.applyAsDouble("Knee");
        objectiveSeconds = figures.applyAsDouble("WaitObjectiveMillis") / 1000;
        rejected = figures.applyAsDouble("RejectedCount");
        arrived = figures.applyAsDouble("SubmittedCount") + rejected;
        dropped = figures.applyAsDouble("DroppedCount");
        completed = figures.applyAsDouble("CompletedCount");
        waits = figures.applyAsDouble("WaitCount");
        late = figures.applyAsDouble("LateCount");
        waitP50Millis = figures.applyAsDouble("WaitP50Millis");
        waitP99Millis = figures.applyAsDouble("WaitP99Millis");
        services = figures.applyAsDouble("ServiceCount");
        serviceSeconds = figures.applyAsDouble("ServiceSumSeconds");
        serviceMeanMillis = figures.applyAsDouble("ServiceMeanMillis");
        serviceVariation = figures.applyAsDouble("ServiceVariation");
    }
}
