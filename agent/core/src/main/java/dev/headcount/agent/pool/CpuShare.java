package dev.headcount.agent.pool;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * Which share of their time the workers of one pool spend on a processor: 0 where they block, 1 where they compute.
 *
 * <p>Law: of workers that were busy at two looks a second apart, CPU time over time, added up over up to sixteen.
 * Invariant: nothing is asked while fewer workers are busy than could keep half of the processors so: what they do
 * can't be too much for those.
 * Threads: owned by the tick. Cost: once a second up to sixteen readings of a thread's clock, of half a microsecond.
 * Blind to: a worker that was idle between two looks counts as busy all along; the share of a pool with idle workers
 * is too small, and that of one without is right.
 */
final class CpuShare {

    private static final int MOST = 16;
    private static final long SPACING_NANOS = 1_000_000_000L;

    /** Older than this a share says nothing about the tasks of today. */
    private static final long MEMORY_NANOS = 3 * SPACING_NANOS;

    private final Thread[] seen = new Thread[MOST];
    private final long[] ids = new long[MOST];
    private final long[] cpuNanos = new long[MOST];
    private ThreadMXBean clock;
    private int known;
    private long lookNanos;
    private long resultNanos;
    private double share = Double.NaN;

    private int seenCount;
    private boolean isLooking;

    /** Begins a look at the workers that {@link #see} will tell of. */
    void begin(long nowNanos) {
        seenCount = 0;
        isLooking = known == 0 || nowNanos - lookNanos >= SPACING_NANOS;
    }

    boolean isLooking() {
        return isLooking && seenCount < MOST;
    }

    /** A worker that is busy now. */
    void see(Thread worker) {
        if (worker != null) {
            seen[seenCount++] = worker;
        }
    }

    /**
     * Ends the look, outside of the pool's lock.
     *
     * @return 0 to 1; {@code NaN} when unknown
     */
    double end(long nowNanos, int working) {
        if (isLooking) {
            boolean isWorthIt = 2 * working >= Runtime.getRuntime().availableProcessors();
            look(nowNanos, isWorthIt ? seenCount : 0);
        }
        return nowNanos - resultNanos < MEMORY_NANOS ? share : Double.NaN;
    }

    private void look(long nowNanos, int count) {
        try {
            if (count > 0 && clock == null) {
                clock = ManagementFactory.getThreadMXBean();
            }
            if (count > 0 && clock.isThreadCpuTimeSupported() && clock.isThreadCpuTimeEnabled()) {
                measure(nowNanos, count);
            } else {
                known = 0;
            }
        } catch (LinkageError | UnsupportedOperationException | SecurityException withoutClock) {
            known = 0; // an image without java.management
        } finally {
            lookNanos = nowNanos;
            Arrays.fill(seen, null); // a worker holds its pool
        }
    }

    private void measure(long nowNanos, int count) {
        long spent = 0;
        int both = 0;
        long[] nowIds = new long[count];
        long[] nowCpu = new long[count];
        for (int i = 0; i < count; i++) {
            nowIds[i] = seen[i].getId();
            nowCpu[i] = clock.getThreadCpuTime(nowIds[i]);
            int before = indexOf(nowIds[i]);
            if (before >= 0 && nowCpu[i] >= cpuNanos[before] && cpuNanos[before] >= 0) {
                spent += nowCpu[i] - cpuNanos[before];
                both++;
            }
        }
        if (both > 0) {
            share = Math.min(1, spent / ((double) both * (nowNanos - lookNanos)));
            resultNanos = nowNanos;
        }
        System.arraycopy(nowIds, 0, ids, 0, count);
        System.arraycopy(nowCpu, 0, cpuNanos, 0, count);
        known = count;
    }

    private int indexOf(long id) {
        for (int i = 0; i < known; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        return -1;
    }
}
