package dev.headcount.replay;

/** A monotonic count at the last ticks, for rates over the recent past. Cost: O(1) a tick, a few steps a rate. */
final class RateHistory {

    private static final int ROOM = 256;

    private final double[] moments = new double[ROOM];
    private final long[] counts = new long[ROOM];
    private int last;
    private int size = 1;

    void add(double now, long count) {
        last = (last + 1) % ROOM;
        moments[last] = now;
        counts[last] = count;
        size = Math.min(ROOM, size + 1);
    }

    /** A second, over the shortest stretch of ticks that is at least {@code seconds} long, or all there is. */
    double over(double seconds) {
        int back = 1;
        while (back < size - 1 && moments[last] - moments[place(back)] < seconds - 1e-9) {
            back++;
        }
        int from = place(Math.min(back, size - 1));
        double span = moments[last] - moments[from];
        return span > 0 ? (counts[last] - counts[from]) / span : 0;
    }

    private int place(int back) {
        return (last - back + ROOM) % ROOM;
    }
}
