package dev.headcount.agent.signal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Carries samples, a duration and a weight each, from the hooks to the tick.
 *
 * <p>Assumes one reader at a time; writers are any. Guarantees that a sample is read once or counted as
 * {@link #lost()}, and never torn: it is one {@code long}. Progress: writers are wait-free.
 * A writer that has claimed a place and not yet filled it holds the reader back until the next tick.
 * Cost: an atomic add and a volatile store; 8 bytes a place.
 */
final class SampleRing {

    /** What a tick hands on. */
    interface Reader {
        void sample(long nanos, int weight);
    }

    private static final int PLACES = 1024;
    private static final int MASK = PLACES - 1;

    /** A sample is weight (20 bits, above) and nanoseconds (43 bits, 2 hours); bit 63 says "filled". */
    private static final int WEIGHT_SHIFT = 43;

    private static final long MAX_NANOS = (1L << WEIGHT_SHIFT) - 1;
    private static final long MAX_WEIGHT = (1L << 20) - 1;

    private final AtomicLongArray places = new AtomicLongArray(PLACES);
    private final AtomicLong tail = new AtomicLong();
    private long head; // the reader's
    private long lost; // the reader's

    void write(long nanos, long weight) {
        long duration = Math.min(MAX_NANOS, Math.max(0, nanos));
        long bounded = Math.min(MAX_WEIGHT, Math.max(1, weight));
        places.set((int) tail.getAndIncrement() & MASK, Long.MIN_VALUE | bounded << WEIGHT_SHIFT | duration);
    }

    void drainTo(Reader reader) {
        long end = tail.get();
        if (end - head > PLACES) {
            lost += end - head - PLACES;
            head = end - PLACES;
        }
        while (head < end) {
            long sample = places.getAndSet((int) head & MASK, 0);
            if (sample == 0) {
                return;
            }
            head++;
            reader.sample(sample & MAX_NANOS, (int) (sample >>> WEIGHT_SHIFT & MAX_WEIGHT));
        }
    }

    /** Samples that were overwritten before a tick came. */
    long lost() {
        return lost;
    }
}
