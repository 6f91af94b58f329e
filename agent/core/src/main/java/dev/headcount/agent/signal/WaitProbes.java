package dev.headcount.agent.signal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * The probes of one pool's queue: opened at the offer, closed when a worker holds the same object.
 *
 * <p>Blind to: which copy of an object that stands in the queue several times a worker took. Such
 * sharing is noticed when one of the last sampled objects is sampled again; from then on a FIFO queue
 * tells copies apart by position, and any other has nothing to tell them by.
 * Threads: {@link #open}, {@link #cancel} and {@link #match} by any thread; the rest by the tick.
 */
abstract class WaitProbes {

    /** What {@link #open} returns when it opened nothing; 0, since that is "nothing measured" everywhere. */
    static final int NONE = 0;

    /** How many sampled objects are remembered to notice that one comes again. */
    private static final int REMEMBERED = 4;

    final SampleRing samples;

    private final Probe[] remembered = new Probe[REMEMBERED]; // benign race: a miss is noticed next time
    private int nextRemembered; // as above
    private final AtomicLong lastPosition = new AtomicLong(-1);

    private final LongAdder wanted = new LongAdder();
    private final LongAdder unplaced = new LongAdder();
    private final LongAdder overtaken = new LongAdder();

    private volatile boolean shared;
    private long voided; // the tick's

    WaitProbes(SampleRing samples) {
        this.samples = samples;
    }

    /** @return a token for {@link #cancel}, or {@link #NONE} when there was no room */
    final int open(Object task, long position) {
        noticeSharing(task);
        if (shared && !isInOrder()) {
            return NONE;
        }
        wanted.increment();
        long weight = Math.max(1, position - lastPosition.getAndSet(position));
        Probe probe = new Probe(task, System.nanoTime(), position, weight);
        int token = place(probe);
        if (token == NONE) {
            unplaced.increment();
            if (isInOrder()) {
                lastPosition.addAndGet(-weight); // the next probe stands for these tasks too
            }
        } else if (!shared) {
            remembered[nextRemembered++ & REMEMBERED - 1] = probe;
        }
        return token;
    }

    private void noticeSharing(Object task) {
        if (shared) {
            return;
        }
        for (Probe earlier : remembered) {
            if (earlier != null && earlier.get() == task) {
                shared = true;
                return;
            }
        }
    }

    final void close(Probe probe) {
        samples.write(System.nanoTime() - probe.startNanos, probe.weight);
    }

    /** Takes back a probe whose task the queue refused. */
    abstract void cancel(int token);

    /** A worker holds {@code task}, and {@code takenBefore} tasks were taken before it. */
    abstract void match(Object task, long takenBefore);

    /** Whether neighbours in the queue wait alike, and copies of one object can be told apart. */
    abstract boolean isInOrder();

    abstract int place(Probe probe);

    /**
     * Drops what can no longer be known.
     *
     * @param emptyAtNanos a moment at which the queue was seen empty, or 0; what was offered before is void
     * @param takenBefore how many tasks had been taken a tick ago
     */
    abstract void sweep(long emptyAtNanos, long takenBefore);

    /** Drops all of them. */
    abstract void clear();

    /** @return when the oldest valid probe was opened, or 0 when there is none */
    abstract long oldestStartNanos();

    /** Tells how many accepted tasks left the queue without a worker; negative when some came in past the offer. */
    abstract void correct(long atLeast, long atMost);

    final void countVoided() {
        voided++;
    }

    /** A worker dropped a probe whose task must have left the queue by another way. */
    final void countOvertaken() {
        overtaken.increment();
    }

    /** Samples that were wanted and told nothing: no slot, void, or overtaken. */
    final long unmatched() {
        return unplaced() + voided() + overtaken.sum();
    }

    /** Whether one object has been seen in the queue more than once. */
    final boolean isShared() {
        return shared;
    }

    /** Samples that were to be taken. */
    final long wanted() {
        return wanted.sum();
    }

    /** Samples that found no slot. */
    final long unplaced() {
        return unplaced.sum();
    }

    final long voided() {
        return voided;
    }
}
