package dev.headcount.agent.loop;

import dev.headcount.agent.config.PoolSettings;

/**
 * Bounds that move without a new configuration: by the hour, with the age of the JVM, and by advice.
 *
 * <p>Threads: the tick's. Cost: some comparisons, unless something has moved.
 */
final class MovingBounds {

    private final ScheduledFloor scheduled = new ScheduledFloor();
    private final StartingCeiling starting = new StartingCeiling();
    private final AdvisedBounds advised;

    MovingBounds(EventLog events, String pool) {
        advised = new AdvisedBounds(events, pool);
    }

    /**
     * Looks whether it is time for others.
     *
     * @param core that the application set
     * @param advice null while there is none
     * @return whether one of them has moved
     */
    boolean look(PoolSettings settings, int core, Advising.Told advice, long nowNanos, long timeMillis) {
        boolean hasMoved = scheduled.look(settings, timeMillis);
        hasMoved |= starting.look(settings, core, timeMillis);
        hasMoved |= advised.look(settings, advice, nowNanos);
        return hasMoved;
    }

    /** The floor of this hour; 0 for none. */
    int scheduledFloor() {
        return scheduled.threads();
    }

    /** The ceiling while the JVM starts; 0 for none. */
    int startingCeiling() {
        return starting.threads();
    }

    /** 0 where the default holds. */
    int advisedFloor() {
        return advised.floor();
    }

    /** 0 where the default holds. */
    int advisedCeiling() {
        return advised.ceiling();
    }
}
