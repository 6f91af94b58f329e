package dev.headcount.agent.signal;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What happened to a pool's tasks since it was first seen; no counter ever falls.
 *
 * <p>Threads: any; each counter is exact, two of them read together are two moments.
 * Cost: one uncontended atomic add, 5 ns; each stands 128 bytes from the next, since submitters and
 * workers would otherwise take a cache line from one another at every task.
 */
final class Counters {

    /** Tasks that {@code execute} offered to the queue. */
    static final int OFFERED = 0;
    /** Tasks that a worker was handed from the queue. */
    static final int TAKEN = 1;
    /** Tasks that a new worker was born with. */
    static final int FIRST_TASKS = 2;
    /** Tasks that went to a scheduled pool's queue, but for the repetitions of a periodic one. */
    static final int SCHEDULED = 3;
    /** Calls of the rejection handler. */
    static final int REJECTED = 4;
    /** Rejections that the handler did not run in the caller. */
    static final int DROPPED = 5;
    /** Tasks that are known to have thrown; a lower bound. */
    static final int FAILED = 6;
    /** Workers that began. */
    static final int STARTED = 7;
    /** Offers that the queue refused. */
    static final int REFUSED = 8;

    private static final int COUNT = 9;

    /** In longs; two cache lines, as neighbours are prefetched in pairs. */
    private static final int STRIDE = 16;

    private final AtomicLongArray counts = new AtomicLongArray(COUNT * STRIDE + STRIDE);

    /** Tasks that the sampled service times stand for, by how long they took. */
    final DurationCounts services = new DurationCounts();

    /** @return the value before */
    long increment(int counter) {
        return counts.getAndIncrement(index(counter));
    }

    long get(int counter) {
        return counts.get(index(counter));
    }

    /**
     * Tasks that the queue accepted. Offers are counted when they begin and refusals when they end, so that the
     * common case costs one addition: this is too high by those under way, and may fall back by as many.
     */
    long accepted() {
        return get(OFFERED) - get(REFUSED);
    }

    /** Changes whenever a hook counted anything. */
    long activity() {
        long sum = services.count();
        for (int counter = 0; counter < COUNT; counter++) {
            sum += get(counter);
        }
        return sum;
    }

    private static int index(int counter) {
        return STRIDE + counter * STRIDE;
    }
}
