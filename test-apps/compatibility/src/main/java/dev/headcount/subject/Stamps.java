package dev.headcount.subject;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What happened when: moments and durations, in nanoseconds, as one application thread after another saw them.
 *
 * <p>Law: nothing is thinned out or rounded; what finds no room is an error, not a gap. Threads: any
 * may add, to the stripe that its number gives it, so that two workers rarely meet; a window is read
 * only when it lies in the past.
 */
final class Stamps {

    private static final int STRIPES = 2;

    private final AtomicInteger[] used = new AtomicInteger[STRIPES];
    private final long[][] moments = new long[STRIPES][];
    private final long[][] durations = new long[STRIPES][];

    Stamps(int capacity) {
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            used[stripe] = new AtomicInteger();
            moments[stripe] = new long[capacity];
            durations[stripe] = new long[capacity];
        }
    }

    void add(int number, long moment, long duration) {
        int stripe = number % STRIPES;
        int place = used[stripe].getAndIncrement();
        moments[stripe][place] = moment;
        durations[stripe][place] = duration;
    }

    /** The durations of what happened from {@code from}, inclusive, to {@code to}, sorted. */
    long[] sorted(long from, long to) {
        long[] found = new long[Arrays.stream(used).mapToInt(AtomicInteger::get).sum()];
        int count = 0;
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            for (int place = 0; place < used[stripe].get(); place++) {
                if (moments[stripe][place] - from >= 0 && moments[stripe][place] - to < 0) {
                    found[count++] = durations[stripe][place];
                }
            }
        }
        long[] window = Arrays.copyOf(found, count);
        Arrays.sort(window);
        return window;
    }

    /**
     * The smallest of {@code sorted} that the share {@code q} of all does not exceed (nearest rank), or its
     * neighbour {@code beside} ranks on: another window may hold a task more or less.
     */
    static double quantile(long[] sorted, double q, int beside) {
        int rank = (int) Math.ceil(q * sorted.length) - 1 + beside;
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, Math.min(sorted.length - 1, rank))];
    }

    static double mean(long[] sorted) {
        return Arrays.stream(sorted).average().orElse(Double.NaN);
    }
}
