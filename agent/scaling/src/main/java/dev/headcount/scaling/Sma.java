package dev.headcount.scaling;

import java.util.Arrays;

/**
 * The mean over a window of time, of readings that come at uneven times.
 *
 * <p>Law: a reading is taken for all the time since the one before it; the value is the mean over the last
 * {@code window}, the oldest stretch counted as far as it lies within. The first reading stands for the time before it.
 * Invariant: between the smallest and the largest reading of the window.
 * Time: compared by difference only; a reading at or before the previous moment changes nothing.
 * Threads: single owner. Cost: amortised O(1) a reading; room for as many readings as the window has held.
 * Blind to: what happened between two readings.
 */
public final class Sma implements Smoothing {

    private static final int FIRST_ROOM = 16;

    private final long windowNanos;

    private double[] values = new double[FIRST_ROOM];
    private long[] lengths = new long[FIRST_ROOM];
    private int head;
    private int count;
    private long heldNanos;
    private double area;

    private double value = Double.NaN;
    private double before;
    private long readNanos;

    /**
     * A mean without a reading.
     *
     * @throws IllegalArgumentException if {@code windowNanos} is not above 0
     */
    public Sma(long windowNanos) {
        if (windowNanos <= 0) {
            throw new IllegalArgumentException("window must be above 0 ns: got " + windowNanos);
        }
        this.windowNanos = windowNanos;
    }

    @Override
    public double add(double reading, long nowNanos) {
        if (Double.isNaN(value)) {
            before = reading;
            value = reading;
            readNanos = nowNanos;
            return value;
        }
        long elapsed = nowNanos - readNanos;
        if (elapsed > 0) {
            readNanos = nowNanos;
            push(reading, Math.min(elapsed, windowNanos));
            dropBeyondWindow();
            value = (area + before * (windowNanos - heldNanos)) / windowNanos;
        }
        return value;
    }

    private void push(double reading, long length) {
        if (count == values.length) {
            values = rolled(values);
            lengths = rolled(lengths);
            head = 0;
        }
        int at = (head + count++) % values.length;
        values[at] = reading;
        lengths[at] = length;
        heldNanos += length;
        area += reading * length;
    }

    private void dropBeyondWindow() {
        while (heldNanos > windowNanos) {
            long excess = Math.min(heldNanos - windowNanos, lengths[head]);
            lengths[head] -= excess;
            heldNanos -= excess;
            area -= values[head] * excess;
            if (lengths[head] == 0) {
                head = (head + 1) % values.length;
                count--;
                if (head == 0) { // now and then anew, so that rounding does not add up
                    sum();
                }
            }
        }
    }

    private void sum() {
        area = 0;
        for (int i = 0; i < count; i++) {
            int at = (head + i) % values.length;
            area += values[at] * lengths[at];
        }
    }

    private double[] rolled(double[] from) {
        double[] to = new double[2 * from.length];
        for (int i = 0; i < count; i++) {
            to[i] = from[(head + i) % from.length];
        }
        return to;
    }

    private long[] rolled(long[] from) {
        long[] to = Arrays.copyOf(from, 2 * from.length);
        for (int i = 0; i < count; i++) {
            to[i] = from[(head + i) % from.length];
        }
        return to;
    }

    @Override
    public String toString() {
        return "sma " + DurationText.of(windowNanos / 1_000_000);
    }
}
