package dev.headcount.replay;

import java.util.SplittableRandom;

/**
 * The tasks of a run in the order in which they come: those of the workload, those of clients that answer to the
 * pool, and those that come again.
 *
 * <p>Law, closed loop: a client thinks, sends, waits for the end, thinks. Law, retries: a task that failed comes
 * again after a pause, and so does one that has not ended when the pause is over, while the first is still there:
 * the client gave up on it, the pool doesn't know.
 * Law, caller runs: the submitter runs the task itself; what it would have sent meanwhile comes right after.
 */
final class Arrivals {

    private final Scenario scenario;
    private final Tasks tasks;
    private final int outside;
    private final Draw work;
    private final SplittableRandom thinking;
    private final Heap later = new Heap();
    /** When the client of each task gives up on it. */
    private final Line patience = new Line();

    private int next;
    private double submitterFreeAt;

    Arrivals(Scenario scenario, Workload workload, Tasks tasks, long seed) {
        this.scenario = scenario;
        this.tasks = tasks;
        this.outside = workload.size();
        SplittableRandom root = new SplittableRandom(seed + 1);
        this.thinking = root.split();
        this.work = new Draw(scenario, root.split());
        for (int client = 0; client < scenario.clients; client++) {
            think(0);
        }
    }

    private void think(double now) {
        double moment = now + Draw.exponential(thinking, scenario.thinkMeanSeconds);
        later.add(moment, tasks.add(moment, work.next(), /* isFailing= */ false, 0));
    }

    /** When the next task comes; infinite when none will. */
    double nextMoment() {
        double fromOutside = next < outside ? Math.max(submitterFreeAt, tasks.arrival[next]) : Double.POSITIVE_INFINITY;
        return Math.min(fromOutside, later.least());
    }

    /** The task that {@link #nextMoment()} announced. */
    int take(double now) {
        int task = next < outside && tasks.arrival[next] <= now && later.least() > now ? next++ : later.remove();
        if (scenario.retries > 0) {
            patience.add(now + scenario.retryAfterSeconds, task);
        }
        return task;
    }

    /** When the next client gives up; infinite when none waits. */
    double nextPatience() {
        return patience.firstMoment();
    }

    void giveUp(double now) {
        int task = patience.remove();
        if (!tasks.isDone[task]) {
            again(task, now);
        }
    }

    void ended(int task, double now) {
        if (scenario.clients > 0) {
            think(now);
        }
        if (scenario.retries > 0 && tasks.fails[task]) {
            again(task, now + scenario.retryAfterSeconds);
        }
    }

    private void again(int task, double moment) {
        if (tasks.attempt[task] < scenario.retries && moment < scenario.durationSeconds) {
            boolean fails = false;
            for (Window window : scenario.errorWindows) {
                fails |= window.holds(moment) && thinking.nextDouble() < window.failing;
            }
            later.add(moment, tasks.add(moment, work.next(), fails, tasks.attempt[task] + 1));
        }
    }

    /** The pool refused a task; whether its submitter runs it. */
    boolean refused(int task, double now) {
        if (scenario.refusal == Scenario.Refusal.CALLER_RUNS) {
            submitterFreeAt = now + tasks.work[task];
            return true;
        }
        if (scenario.clients > 0) {
            think(now);
        }
        if (scenario.retries > 0) {
            tasks.isDone[task] = true;
            again(task, now + scenario.retryAfterSeconds);
        }
        return false;
    }
}
