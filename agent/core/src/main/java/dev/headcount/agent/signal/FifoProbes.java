package dev.headcount.agent.signal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Probes of a queue that hands out tasks in the order in which it got them.
 *
 * <p>Law: probes stand in a ring in the order of their offers, so the one to close is at its head, and a
 * take costs a look at the first few however many are open. Task number {@code position} leaves at take
 * number {@code position - removed}; a shared object that is taken earlier is an earlier copy, and the
 * probe stays open.
 * Invariant: a slot from {@code head} to {@code tail} was filled before {@code tail} passed it; an empty
 * one there was closed, cancelled or void.
 * Threads: two submitters may stand in the ring in the other order than in the queue, and two workers may
 * come here in the other order than they took: {@link #OVERTAKING} covers both.
 * Blind to: how many tasks were removed since the last tick. As many as in the tick before are allowed for;
 * beyond that a few probes are lost, and counted.
 */
final class FifoProbes extends WaitProbes {

    private static final int SLOTS = 1024;
    private static final int MASK = SLOTS - 1;

    /** Probes that a take is compared with at most; more than a few only where tasks were removed ahead of them. */
    private static final int LOOK_AHEAD = 64;

    /** How often a submitter tries to find its place while others take theirs. */
    private static final int TRIES = 4;

    /** How far two workers that overtake one another come here out of order. */
    private static final int OVERTAKING = 64;

    /** Below this many tasks "removed" may be tasks in motion between two readings. */
    private static final int NOISE = 16;

    private final AtomicReferenceArray<Probe> slots = new AtomicReferenceArray<>(SLOTS);
    private final AtomicLong head = new AtomicLong();
    private final AtomicLong tail = new AtomicLong();
    private volatile long removed;
    private volatile long reach = OVERTAKING;
    private long lastChange; // the tick's

    FifoProbes(SampleRing samples) {
        super(samples);
    }

    @Override
    boolean isInOrder() {
        return true;
    }

    @Override
    int place(Probe probe) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            long end = tail.get();
            int slot = (int) end & MASK;
            if (end - head.get() >= SLOTS) {
                return NONE;
            }
            if (slots.compareAndSet(slot, null, probe)) {
                tail.compareAndSet(end, end + 1);
                return slot + 1;
            }
            tail.compareAndSet(end, end + 1); // another submitter filled it and has not moved the tail yet
        }
        return NONE;
    }

    @Override
    void cancel(int token) {
        slots.set(token - 1, null);
    }

    @Override
    void match(Object task, long takenBefore) {
        long first = head.get();
        long turn = takenBefore + removed;
        long latest = isShared() ? turn : turn + reach;
        for (long at = first; at < tail.get() && at < first + LOOK_AHEAD; at++) {
            int slot = (int) at & MASK;
            Probe probe = slots.get(slot);
            if (probe == null) {
                if (at == first && head.compareAndSet(first, first + 1)) {
                    first++;
                }
                continue;
            }
            if (probe.position > latest) {
                return; // neither its turn nor that of any behind it
            }
            if (probe.get() == task) {
                if (slots.compareAndSet(slot, probe, null)) {
                    close(probe);
                    forgetOvertaken(first, at, probe.position);
                }
                return;
            }
        }
    }

    /** What stood well before a task that has just been taken is not in the queue any more. */
    private void forgetOvertaken(long from, long to, long position) {
        for (long at = from; at < to; at++) {
            int slot = (int) at & MASK;
            Probe probe = slots.get(slot);
            if (probe != null && probe.position < position - OVERTAKING && slots.compareAndSet(slot, probe, null)) {
                countOvertaken();
            }
        }
    }

    @Override
    void sweep(long emptyAtNanos, long takenBefore) {
        long turn = takenBefore + removed;
        for (long at = head.get(); at < tail.get(); at++) {
            int slot = (int) at & MASK;
            Probe probe = slots.get(slot);
            if (probe == null) {
                head.compareAndSet(at, at + 1);
            } else if (isVoid(probe, emptyAtNanos, turn) && slots.compareAndSet(slot, probe, null)) {
                countVoided();
                head.compareAndSet(at, at + 1);
            }
        }
    }

    private boolean isVoid(Probe probe, long emptyAtNanos, long turn) {
        return probe.get() == null
                || emptyAtNanos != 0 && probe.startNanos - emptyAtNanos < 0
                || turn > probe.position + reach;
    }

    @Override
    void clear() {
        for (int slot = 0; slot < SLOTS; slot++) {
            slots.set(slot, null);
        }
    }

    @Override
    long oldestStartNanos() {
        for (long at = head.get(); at < tail.get(); at++) {
            Probe probe = slots.get((int) at & MASK);
            if (probe != null && probe.get() != null) {
                return probe.startNanos;
            }
        }
        return 0;
    }

    /** Follows what two ticks in a row say, since tasks between two hands look like removed ones, once. */
    @Override
    void correct(long atLeast, long atMost) {
        long change = Math.max(atLeast, Math.min(atMost, removed)) - removed;
        long both = Math.abs(change) < Math.abs(lastChange) ? change : lastChange;
        boolean isSeenTwice = Long.signum(change) == Long.signum(lastChange);
        lastChange = change;
        if (isSeenTwice && (Math.abs(both) > NOISE || change == both)) {
            removed += both;
            lastChange -= both;
            reach = OVERTAKING + 2 * Math.abs(both);
        } else {
            reach = Math.max(OVERTAKING, reach / 2);
        }
    }
}
