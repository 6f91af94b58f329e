package dev.headcount.demo.driver;

import java.util.OptionalInt;
import java.util.Properties;

/**
 * What one run came to.
 *
 * @param stepP99 of all tasks that were due in the step
 * @param endP99 of those due in its last third
 * @param backlog tasks taken in and not yet at the downstream when the load ended
 * @param calmAfterSeconds from the step on, see {@link Calm}; empty if it never came
 * @param releasedAfterSeconds from the end of the load until core was the application's own again, and no more threads
 *     than that alive; empty if that wasn't waited for, or did not come
 */
record Result(
        int tasks,
        Wait stepP99,
        Wait endP99,
        int backlog,
        OptionalInt calmAfterSeconds,
        int peakThreads,
        int lost,
        int doubled,
        int refused,
        OptionalInt releasedAfterSeconds) {

    boolean isComplete() {
        return lost == 0 && doubled == 0 && refused == 0;
    }

    /** For programs: whole numbers, and a key that is left out where there is no value. */
    void writeTo(Properties properties, String run) {
        properties.setProperty(run + ".tasks", String.valueOf(tasks));
        properties.setProperty(run + ".stepP99Millis", String.valueOf(stepP99.millis()));
        properties.setProperty(run + ".endP99Millis", String.valueOf(endP99.millis()));
        properties.setProperty(run + ".backlog", String.valueOf(backlog));
        calmAfterSeconds.ifPresent(value -> properties.setProperty(run + ".calmAfterSeconds", String.valueOf(value)));
        properties.setProperty(run + ".peakThreads", String.valueOf(peakThreads));
        properties.setProperty(run + ".lost", String.valueOf(lost));
        properties.setProperty(run + ".doubled", String.valueOf(doubled));
        properties.setProperty(run + ".refused", String.valueOf(refused));
        releasedAfterSeconds.ifPresent(
                value -> properties.setProperty(run + ".releasedAfterSeconds", String.valueOf(value)));
    }
}
