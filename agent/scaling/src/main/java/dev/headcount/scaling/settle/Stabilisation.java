package dev.headcount.scaling.settle;

import java.util.Arrays;

/**
 * The highest size that was wanted of late: a pool doesn't shrink below it.
 *
 * <p>Law: of each sixtieth of the window the highest wanted size is kept; what counts is the highest of the last sixty.
 * So a size counts for the window's length, or up to a sixtieth longer.
 * Time: compared by difference; sizes seen after a pause longer than the window stand alone.
 * Threads: single owner. Cost: 720 B a pool that has a window, sixty comparisons where it is to shrink.
 * Source: the stabilisation window of Kubernetes' HorizontalPodAutoscaler, for scaling down.
 */
final class Stabilisation {

    private static final int SLOTS = 60;

    private final long slotNanos;
    private final long originNanos;
    private final int[] highest = new int[SLOTS];
    private final long[] slots = new long[SLOTS];

    Stabilisation(long windowNanos, long nowNanos) {
        slotNanos = Math.max(1, windowNanos / SLOTS);
        originNanos = nowNanos;
        Arrays.fill(slots, Long.MIN_VALUE);
    }

    void see(int wanted, long nowNanos) {
        long slot = slot(nowNanos);
        int at = (int) Math.floorMod(slot, SLOTS);
        highest[at] = slots[at] == slot ? Math.max(highest[at], wanted) : wanted;
        slots[at] = slot;
    }

    /** 0 when nothing was seen within the window. */
    int highest(long nowNanos) {
        long slot = slot(nowNanos);
        int most = 0;
        for (int at = 0; at < SLOTS; at++) {
            if (slots[at] > slot - SLOTS) {
                most = Math.max(most, highest[at]);
            }
        }
        return most;
    }

    private long slot(long nowNanos) {
        return (nowNanos - originNanos) / slotNanos;
    }
}
