package dev.headcount.demo.driver;

import java.util.concurrent.TimeUnit;

/**
 * When each task of a run is due: a steady load that the pool bears easily, then a step to four times that.
 *
 * <p>Eight threads that wait 100 ms for each call do 80 tasks a second: the steady load is 60 % of that, and the step
 * 240 %, so without more threads the backlog grows by 112 tasks a second for as long as the step lasts.
 */
record Plan(int steadySeconds, int stepSeconds) {

    static final int THREADS = 8;
    static final int CALL_MILLIS = 100;

    private static final int CAPACITY_PER_SECOND = THREADS * 1_000 / CALL_MILLIS;
    private static final int STEADY_PER_SECOND = CAPACITY_PER_SECOND * 60 / 100;
    private static final int STEP_PER_SECOND = 4 * STEADY_PER_SECOND;

    int tasks() {
        return steadySeconds * STEADY_PER_SECOND + stepSeconds * STEP_PER_SECOND;
    }

    int seconds() {
        return steadySeconds + stepSeconds;
    }

    int ratePerSecond(int second) {
        if (second < steadySeconds) {
            return STEADY_PER_SECOND;
        }
        return second < seconds() ? STEP_PER_SECOND : 0;
    }

    /** When a task is due, from the start of the run. */
    long dueNanos(int task) {
        int steadyTasks = steadySeconds * STEADY_PER_SECOND;
        return task < steadyTasks
                ? spread(task, STEADY_PER_SECOND)
                : TimeUnit.SECONDS.toNanos(steadySeconds) + spread(task - steadyTasks, STEP_PER_SECOND);
    }

    /** How long the backlog may take to drain before what is missing counts as lost: twice what eight threads need. */
    int drainSeconds() {
        int backlog = stepSeconds * (STEP_PER_SECOND - CAPACITY_PER_SECOND);
        return 30 + 2 * backlog / CAPACITY_PER_SECOND;
    }

    private static long spread(int task, int ratePerSecond) {
        return task * TimeUnit.SECONDS.toNanos(1) / ratePerSecond;
    }
}
