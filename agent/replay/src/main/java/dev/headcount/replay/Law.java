package dev.headcount.replay;

import dev.headcount.scaling.Signal;

/**
 * What sizes the pool of a replay.
 *
 * <p>Time: {@link Signal#nowNanos()}. Threads: one run, one thread.
 */
@FunctionalInterface
public interface Law {

    /**
     * The size wanted from now on; what lies outside floor and ceiling is clamped.
     *
     * @param target the size wanted so far, 1 or more
     */
    int size(Signal signal, int target);

    /** The size at the beginning of the run; 0, the default, for the floor. */
    default int startSize() {
        return 0;
    }

    /** Whether {@link #ended} is wanted; asked once. */
    default boolean watchesTasks() {
        return false;
    }

    /**
     * A task ended, for laws that learn from each. An agent's law can't have this.
     *
     * @param staySeconds wait and service time
     * @param serviceSeconds elapsed in {@code run}
     * @param busy workers that ran a task, this one included
     */
    default void ended(double staySeconds, double serviceSeconds, int busy, boolean hasFailed) {}

    /** Seconds until this law wants to be asked again; {@code NaN}, the default, for the replay's own tick. */
    default double pauseSeconds() {
        return Double.NaN;
    }
}
