package dev.headcount.agent.signal;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Sampled stays of tasks with their workers: from {@code getTask}'s return to its next call.
 *
 * <p>Law: what is measured includes {@code beforeExecute} and {@code afterExecute}: the worker is busy for
 * as long, and that is what a size is computed from.
 * Invariant: a slot belongs to the thread in it, which alone writes it; the tick only clears those of
 * threads that have died.
 * Threads: workers; a thread whose slot another one holds goes unmeasured, whatever its task.
 * Cost: a look at one slot when nothing is sampled.
 */
final class ServiceProbes {

    private static final int SLOTS = 256;
    private static final int MASK = SLOTS - 1;

    private final AtomicReferenceArray<Thread> workers = new AtomicReferenceArray<>(SLOTS);
    private final long[] startNanos = new long[SLOTS];
    private final long[] weights = new long[SLOTS];
    private final SampleRing samples;

    ServiceProbes(SampleRing samples) {
        this.samples = samples;
    }

    void open(long weight) {
        Thread worker = Thread.currentThread();
        int slot = System.identityHashCode(worker) & MASK;
        Thread holder = workers.get(slot);
        if (holder == worker || holder == null && workers.compareAndSet(slot, null, worker)) {
            weights[slot] = weight;
            startNanos[slot] = System.nanoTime();
        }
    }

    void close() {
        Thread worker = Thread.currentThread();
        int slot = System.identityHashCode(worker) & MASK;
        if (workers.get(slot) == worker) {
            samples.write(System.nanoTime() - startNanos[slot], weights[slot]);
            workers.lazySet(slot, null);
        }
    }

    /** Lets go of threads that ended without a word. */
    void sweep() {
        for (int slot = 0; slot < SLOTS; slot++) {
            Thread worker = workers.get(slot);
            if (worker != null && !worker.isAlive()) {
                workers.compareAndSet(slot, worker, null);
            }
        }
    }
}
