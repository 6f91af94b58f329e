package dev.headcount.agent.loop;

import dev.headcount.agent.config.PoolSettings;
import dev.headcount.scaling.forecast.Schedule;

/**
 * The floor that a pool's schedule gives at present; looked up anew only when it may have changed.
 *
 * <p>Time: wall-clock, and a clock that is set back is noticed. Threads: the tick's.
 */
final class ScheduledFloor {

    private PoolSettings settings;
    private Schedule schedule = Schedule.EMPTY;
    private long fromMillis;
    private long untilMillis;
    private int threads;

    /** @return whether it is another floor than before */
    boolean look(PoolSettings now, long timeMillis) {
        boolean isOther = now != settings;
        if (isOther) {
            settings = now;
            schedule = now.schedule();
        } else if (timeMillis >= fromMillis && timeMillis < untilMillis) {
            return false;
        }
        int before = threads;
        fromMillis = timeMillis;
        untilMillis = schedule.nextChangeMillis(timeMillis);
        threads = schedule.floorAt(timeMillis);
        return threads != before;
    }

    /** 0 outside all windows. */
    int threads() {
        return threads;
    }
}
