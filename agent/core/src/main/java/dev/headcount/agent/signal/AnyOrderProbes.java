package dev.headcount.agent.signal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Probes of a queue whose order is not known: priority queues, stacks, an application's own.
 *
 * <p>Each take is compared with every open probe, so there are few. Tasks that the queue holds back fill
 * the slots in time; samples that then find none are counted, and the signal says that it is unsure.
 * Blind to: copies of one object. Once it is shared, nothing is opened any more.
 */
final class AnyOrderProbes extends WaitProbes {

    /** A take costs at most as many comparisons, some 30 ns. */
    private static final int SLOTS = 64;

    private static final int MASK = SLOTS - 1;

    /** Slots that an offer tries before it goes unmeasured. */
    private static final int TRIES = 8;

    private final AtomicReferenceArray<Probe> slots = new AtomicReferenceArray<>(SLOTS);
    private final AtomicInteger open = new AtomicInteger();
    private int next; // benign race: a hint where to begin

    AnyOrderProbes(SampleRing samples) {
        super(samples);
    }

    @Override
    boolean isInOrder() {
        return false;
    }

    @Override
    int place(Probe probe) {
        int start = next++;
        for (int tried = 0; tried < TRIES; tried++) {
            int slot = start + tried & MASK;
            if (slots.get(slot) == null && slots.compareAndSet(slot, null, probe)) {
                open.incrementAndGet();
                return slot + 1;
            }
        }
        return NONE;
    }

    @Override
    void cancel(int token) {
        remove(token - 1, slots.get(token - 1));
    }

    @Override
    void match(Object task, long takenBefore) {
        if (open.get() == 0) {
            return;
        }
        for (int slot = 0; slot < SLOTS; slot++) {
            Probe probe = slots.get(slot);
            if (probe != null && probe.get() == task) {
                if (remove(slot, probe) && !isShared()) {
                    close(probe);
                }
                return;
            }
        }
    }

    private boolean remove(int slot, Probe probe) {
        if (probe != null && slots.compareAndSet(slot, probe, null)) {
            open.decrementAndGet();
            return true;
        }
        return false;
    }

    @Override
    void sweep(long emptyAtNanos, long takenBefore) {
        for (int slot = 0; slot < SLOTS; slot++) {
            Probe probe = slots.get(slot);
            if (probe == null) {
                continue;
            }
            boolean isVoid =
                    isShared() || probe.get() == null || emptyAtNanos != 0 && probe.startNanos - emptyAtNanos < 0;
            if (isVoid && remove(slot, probe)) {
                countVoided();
            }
        }
    }

    @Override
    void clear() {
        for (int slot = 0; slot < SLOTS; slot++) {
            remove(slot, slots.get(slot));
        }
    }

    @Override
    long oldestStartNanos() {
        long oldest = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            Probe probe = slots.get(slot);
            if (probe != null && probe.get() != null && (oldest == 0 || probe.startNanos - oldest < 0)) {
                oldest = probe.startNanos;
            }
        }
        return oldest;
    }

    @Override
    void correct(long atLeast, long atMost) {
        // Positions mean nothing here.
    }
}
