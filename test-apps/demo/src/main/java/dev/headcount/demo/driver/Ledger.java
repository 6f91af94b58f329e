package dev.headcount.demo.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The account of one run: when each task was due, and when it reached the downstream.
 *
 * <p>Law: wait = first arrival - due. Due, and not sent: a driver that falls behind shows as waiting, where the
 * moment of sending would hide it.
 * Invariant: due = arrived + refused + outstanding; what is outstanding when nothing moves any more is lost. Each
 * arrival but a task's first is a double, and so is one that nobody asked for.
 * Threads: any; a task is entered before it is sent, so its arrival always finds it.
 */
final class Ledger {

    private final Map<Integer, Task> tasks = new ConcurrentHashMap<>();
    private final Queue<Wait> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger doubled = new AtomicInteger();
    private final AtomicReference<String> firstRefusal = new AtomicReference<>();

    void due(int task, long nanos) {
        tasks.put(task, new Task(nanos));
    }

    /** The service did not take the task, and this is what it or the connection said. */
    void refused(int task, String why) {
        tasks.get(task).refuse();
        firstRefusal.compareAndSet(null, "task " + task + ": " + why);
    }

    void arrived(int id, long nanos) {
        Task task = tasks.get(id);
        if (task != null && task.arrive(nanos)) {
            arrivals.add(task.waited());
        } else {
            doubled.incrementAndGet();
        }
    }

    /** What arrived since the last call. */
    Waits takeArrivals() {
        List<Wait> taken = new ArrayList<>();
        for (Wait wait = arrivals.poll(); wait != null; wait = arrivals.poll()) {
            taken.add(wait);
        }
        return new Waits(taken);
    }

    /** The waits of the tasks that were due in {@code [fromNanos, toNanos)}; the refused have none. */
    Waits ofTasksDue(long fromNanos, long toNanos) {
        return new Waits(tasks.values().stream()
                .filter(task -> task.dueNanos - fromNanos >= 0 && task.dueNanos - toNanos < 0)
                .filter(task -> !task.isRefused())
                .map(Task::waited)
                .toList());
    }

    int outstanding() {
        return (int) tasks.values().stream().filter(Task::isOutstanding).count();
    }

    int refusedCount() {
        return (int) tasks.values().stream().filter(Task::isRefused).count();
    }

    Optional<String> firstRefusal() {
        return Optional.ofNullable(firstRefusal.get());
    }

    int doubledCount() {
        return doubled.get();
    }

    /** One task's line; an arrival outranks a refusal, since the answer may be lost where the task was not. */
    private static final class Task {

        final long dueNanos;
        private Wait wait = Wait.FOR_EVER;
        private boolean refused;

        Task(long dueNanos) {
            this.dueNanos = dueNanos;
        }

        /** Whether this was the first arrival. */
        synchronized boolean arrive(long nanos) {
            boolean first = wait.equals(Wait.FOR_EVER);
            if (first) {
                wait = new Wait(nanos - dueNanos);
            }
            return first;
        }

        synchronized void refuse() {
            refused = true;
        }

        synchronized Wait waited() {
            return wait;
        }

        synchronized boolean isRefused() {
            return refused && wait.equals(Wait.FOR_EVER);
        }

        synchronized boolean isOutstanding() {
            return !refused && wait.equals(Wait.FOR_EVER);
        }
    }
}
