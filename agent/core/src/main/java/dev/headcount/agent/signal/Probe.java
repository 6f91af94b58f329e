package dev.headcount.agent.signal;

import java.lang.ref.WeakReference;

/**
 * A sampled task on its way through a queue.
 *
 * <p>Weak, so that a task which is removed, or a pool that is dropped with tasks in its queue, is not
 * kept alive; compared by identity and never asked anything. Immutable, so that a racy publication
 * shows it whole.
 */
final class Probe extends WeakReference<Object> {

    final long startNanos;

    /** How many tasks had been accepted before this one. */
    final long position;

    /** How many tasks it stands for, itself included. */
    final long weight;

    Probe(Object task, long startNanos, long position, long weight) {
        super(task);
        this.startNanos = startNanos;
        this.position = position;
        this.weight = weight;
    }
}
