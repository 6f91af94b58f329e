package dev.headcount.agent.loop;

import dev.headcount.agent.pool.Pool;
import dev.headcount.agent.pool.PoolReader;
import dev.headcount.agent.signal.Reading;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * When one pool is read, and what was read last.
 *
 * <p>Invariant: a pool without workers is dormant: it is not dereferenced again until a hook has named it. One in which
 * nothing has moved for {@link #STILL_NANOS} is still.
 * Threads: the loop's.
 */
final class Looking {

    /** Longer than the window of rates and quantiles, so that they have come to rest at zero. */
    private static final long STILL_NANOS = 15_000_000_000L;

    /** A pool's lock is held for microseconds, but for an application's {@code terminated()}. */
    private static final long LOCKED_NANOS = 2_000_000_000L;

    private final Pool pool;
    private final PoolReader reader;

    private boolean isDormant;
    private long activity = -1;
    private long movedNanos;
    private Reading last;
    private int seenDepth;
    private long lockedSinceNanos;

    Looking(Pool pool, PoolReader reader) {
        this.pool = pool;
        this.reader = reader;
    }

    boolean isDormant() {
        return isDormant;
    }

    /** Whether a hook has named it since it was read last. */
    boolean hasMoved() {
        return pool.meter().activity() != activity;
    }

    boolean isStill(long nowNanos) {
        return nowNanos - movedNanos > STILL_NANOS;
    }

    /** @return {@code null} when somebody else holds the pool's lock right now */
    Reading read(ThreadPoolExecutor executor, long nowNanos) {
        long seenActivity = pool.meter().activity(); // before: what comes while it is read is news
        Reading reading = reader.read(executor, nowNanos);
        if (reading == null) {
            lockedSinceNanos = lockedSinceNanos == 0 ? nowNanos : lockedSinceNanos;
            return null;
        }
        lockedSinceNanos = 0;
        if (seenActivity != activity || reading.busy > reading.residents || reading.queueDepth > 0) {
            movedNanos = nowNanos;
        }
        activity = seenActivity;
        last = reading;
        seenDepth = reading.queueDepth;
        isDormant = reading.size == 0 && reading.queueDepth == 0;
        return reading;
    }

    /** What there would be to read of it now, as long as it is dormant. */
    Reading unread(long nowNanos) {
        return last.withoutWorkers(nowNanos);
    }

    boolean isLockedForLong(long nowNanos) {
        return lockedSinceNanos != 0 && nowNanos - lockedSinceNanos > LOCKED_NANOS;
    }

    /**
     * Whether more tasks wait than at the look before, so that the next tick is due early. Not than at the last tick:
     * what waited then may be gone, and as much have come anew.
     */
    boolean hasGrownBacklog() {
        ThreadPoolExecutor executor = last == null || isDormant ? null : pool.executor();
        if (executor == null) {
            return false;
        }
        int before = seenDepth;
        seenDepth = reader.harmlessDepth(executor);
        return seenDepth > before;
    }
}
