package dev.headcount.replay;

/**
 * Counts durations by magnitude, for quantiles.
 *
 * <p>Law: 64 ranges each doubling, from 61 µs to 68 minutes; a quantile is the middle of its range, right to 1 %, and 0
 * below the first. Cost: O(1) a count, one walk a quantile.
 */
final class Histogram {

    private static final int SHIFT = 52 - 6;
    private static final long FIRST = Double.doubleToRawLongBits(0x1p-14) >>> SHIFT;
    private static final int RANGES = (int) ((Double.doubleToRawLongBits(0x1p12) >>> SHIFT) - FIRST);

    private final int[] counts = new int[RANGES];
    private long total;
    private int highest;

    void add(double seconds, int weight) {
        int range = range(seconds);
        counts[range] += weight;
        total += weight;
        highest = Math.max(highest, range);
    }

    private static int range(double seconds) {
        long place = (Double.doubleToRawLongBits(seconds) >>> SHIFT) - FIRST;
        return place <= 0 ? 0 : (int) Math.min(place, RANGES - 1);
    }

    void subtract(Histogram other) {
        for (int range = 0; range <= other.highest; range++) {
            counts[range] -= other.counts[range];
        }
        total -= other.total;
        while (highest > 0 && counts[highest] == 0) {
            highest--;
        }
    }

    void clear() {
        java.util.Arrays.fill(counts, 0, highest + 1, 0);
        total = 0;
        highest = 0;
    }

    long total() {
        return total;
    }

    /** Seconds; {@code NaN} when nothing was counted. */
    double quantile(double share) {
        if (total == 0) {
            return Double.NaN;
        }
        double above = total * (1 - share);
        long seen = 0;
        int range = highest;
        while (range > 0 && (seen += counts[range]) <= above) {
            range--;
        }
        return range == 0 ? 0 : Double.longBitsToDouble((range + FIRST << SHIFT) | 1L << (SHIFT - 1));
    }
}
