package dev.headcount.agent.signal;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Sampled stays of tasks with their workers, of all pools: from {@code getTask}'s return to its next call.
 *
 * <p>Law: what is measured includes {@code beforeExecute} and {@code afterExecute}: the worker is busy for
 * as long, and that is what a size is computed from.
 * Invariant: a slot belongs to the thread in it, which alone writes it; the tick only clears those of
 * threads that have died.
 * Threads: workers; a thread whose two slots others hold goes unmeasured, whatever its task.
 * Cost: one table for all pools, so that a worker which asks for its next task looks at two slots and need
 * not even know its pool.
 */
public final class ServiceProbes {

    private static final int SLOTS = 4096;
    private static final int MASK = SLOTS - 1;

    /**
     * What lies between the two readings of the clock without being the task's: the worker's lock and unlock, and half
     * of each reading. 50 to 200 ns where it was measured, on five JDKs; more would make a very short task vanish, and
     * without it the mean of tasks of 7 µs is some 2 % too long.
     */
    private static final long BETWEEN_NANOS = 100;

    private final AtomicReferenceArray<Thread> workers = new AtomicReferenceArray<>(SLOTS);
    private final Counters[] counters = new Counters[SLOTS];
    private final long[] startNanos = new long[SLOTS];
    private final long[] weights = new long[SLOTS];

    /** The calling worker begins with a task that stands for {@code weight}; {@code pool} is where its stay goes. */
    void open(Counters pool, long weight) {
        Thread worker = Thread.currentThread();
        int slot = System.identityHashCode(worker) & MASK;
        if (!claim(slot, worker)) {
            slot ^= 1;
            if (!claim(slot, worker)) {
                return;
            }
        }
        counters[slot] = pool;
        weights[slot] = weight;
        startNanos[slot] = System.nanoTime();
    }

    private boolean claim(int slot, Thread worker) {
        return workers.get(slot) == null && workers.compareAndSet(slot, null, worker);
    }

    /** The calling worker ended whatever it did. */
    public void close() {
        Thread worker = Thread.currentThread();
        int slot = System.identityHashCode(worker) & MASK;
        if (workers.get(slot) == worker || workers.get(slot ^= 1) == worker) {
            counters[slot].services.add(System.nanoTime() - startNanos[slot] - BETWEEN_NANOS, weights[slot]);
            counters[slot] = null;
            workers.lazySet(slot, null);
        }
    }

    /** Lets go of threads that ended without a word. */
    public void sweep() {
        for (int slot = 0; slot < SLOTS; slot++) {
            Thread worker = workers.get(slot);
            if (worker != null && !worker.isAlive()) {
                counters[slot] = null;
                workers.compareAndSet(slot, worker, null);
            }
        }
    }
}
