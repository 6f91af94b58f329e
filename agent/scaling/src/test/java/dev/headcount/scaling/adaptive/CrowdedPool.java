package dev.headcount.scaling.adaptive;

import dev.headcount.scaling.Autoscaler;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decision;
import dev.headcount.scaling.Overrides;
import dev.headcount.scaling.Policy;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A pool in virtual time whose tasks share something behind it, under {@link Adaptive}.
 *
 * <p>Law: Poisson arrivals, exponential work; with {@code n} tasks on {@code capacity} places each runs at
 * {@code capacity / n / (1 + 0.15 (n / capacity - 1))} of its speed, and everything at {@code 1 / slowness} of it.
 * Looks every 50 ms, decisions every 200 ms or when the queue grew.
 */
final class CrowdedPool {

    private static final double LOOK = 0.05;
    private static final double TICK = 0.2;
    private static final double DEGRADE = 0.15;

    /** Of shared work: when a task arrived and started, and where the shared clock of work will be at its end. */
    private static final class Task {
        final double arrived;
        double started;
        double endsAt;
        boolean isFailing;

        Task(double arrived) {
            this.arrived = arrived;
        }
    }

    final Bounds bounds;
    double capacity = Double.POSITIVE_INFINITY;
    double slowness = 1;
    double failing;

    /** Whether what is more than the capacity fails, at {@link #failingWork} of its work. */
    boolean isFailingTheSurplus;

    double failingWork = 1;
    double cpuShare = Double.NaN;

    private final Random random;
    private final double work;
    private final Autoscaler autoscaler;
    private final ArrayDeque<Task> queue = new ArrayDeque<>();
    private final PriorityQueue<Task> running =
            new PriorityQueue<>((one, other) -> Double.compare(one.endsAt, other.endsAt));

    private double now;
    private double shared;
    private double nextArrival;
    private double lastTick;
    private int waitingAtLook;
    private int size;
    private long submitted;
    private long completed;
    private long failed;
    private long late;
    private double serviceSeconds;
    private Decision last;

    int changes;
    double threadSeconds;
    double lastLateAt;

    CrowdedPool(long seed, double work, Bounds bounds) {
        this.random = new Random(seed);
        this.work = work;
        this.bounds = bounds;
        this.size = bounds.floor();
        this.autoscaler = new Autoscaler("orders", Policy.adaptive(), size, nanos());
    }

    private long nanos() {
        return Long.MAX_VALUE - 60_000_000_000L + Math.round(now * 1e9);
    }

    /** Lets {@code seconds} pass under {@code rate} arrivals a second. */
    CrowdedPool run(double seconds, double rate) {
        double end = now + seconds;
        nextArrival = now + gap(1 / rate);
        while (now < end) {
            double look = Math.min(end, (Math.floor(now / LOOK + 1e-9) + 1) * LOOK);
            advanceTo(look, rate);
            boolean grew = queue.size() > waitingAtLook;
            waitingAtLook = queue.size();
            if (grew || now - lastTick >= TICK - 1e-9) {
                tick();
            }
        }
        return this;
    }

    private void advanceTo(double until, double rate) {
        while (true) {
            double speed = speed();
            double end = running.isEmpty() ? Double.POSITIVE_INFINITY : now + (running.peek().endsAt - shared) / speed;
            double next = Math.min(until, Math.min(end, nextArrival));
            threadSeconds += size * (next - now);
            shared += (next - now) * speed;
            now = next;
            if (next == end) {
                finish();
            } else if (next == nextArrival) {
                queue.add(new Task(now));
                submitted++;
                nextArrival = now + gap(1 / rate);
                start();
            } else {
                return;
            }
        }
    }

    private double speed() {
        double crowding = Math.max(1, running.size() / capacity);
        return 1 / crowding / (1 + DEGRADE * (crowding - 1)) / slowness;
    }

    private void finish() {
        Task task = running.remove();
        completed++;
        failed += task.isFailing ? 1 : 0;
        serviceSeconds += now - task.started;
        size = Math.max(Math.min(size, autoscaler.target()), running.size());
        start();
    }

    private void start() {
        while (!queue.isEmpty() && running.size() < size) {
            Task task = queue.remove();
            if (now - task.arrived > bounds.waitObjectiveSeconds()) {
                late++;
                lastLateAt = now;
            }
            task.started = now;
            double surplus = isFailingTheSurplus ? 1 - capacity / (running.size() + 1) : 0;
            task.isFailing = random.nextDouble() < Math.max(failing, surplus);
            task.endsAt = shared + gap(task.isFailing ? failingWork * work : work);
            running.add(task);
        }
    }

    private void tick() {
        Signal signal = Signal.builder()
                .nowNanos(nanos())
                .size(size)
                .busy(running.size())
                .queueDepth(queue.size())
                .oldestWaitSeconds(queue.isEmpty() ? 0 : now - queue.peek().arrived)
                .serviceVariation(1)
                .cpuShare(cpuShare)
                .processors(2)
                .tally(Tally.builder()
                        .submitted(submitted)
                        .completed(completed)
                        .failed(failed)
                        .waits(completed)
                        .late(Math.min(late, completed))
                        .services(completed)
                        .serviceSeconds(serviceSeconds)
                        .build())
                .build();
        lastTick = now;
        last = autoscaler.tick(signal, bounds, Overrides.NONE, 0);
        changes += last.isChange() ? 1 : 0;
        size = Math.max(last.to(), running.size());
        start();
    }

    private double gap(double mean) {
        return -Math.log(1 - random.nextDouble()) * mean;
    }

    long failed() {
        return failed;
    }

    int target() {
        return autoscaler.target();
    }

    int knee() {
        return autoscaler.knee();
    }

    int waiting() {
        return queue.size();
    }

    long completed() {
        return completed;
    }

    double now() {
        return now;
    }

    double lateShare() {
        return (double) late / completed;
    }

    String sentence() {
        return last.sentence();
    }
}
