package dev.headcount.scaling;

import java.util.Arrays;

/**
 * The median of the last readings: one outlier changes nothing.
 *
 * <p>Law: of {@code n} readings the middle one, of an even number the mean of the two in the middle; fewer while there
 * are fewer. Of one it is the reading itself.
 * Time: only asked for whether it has moved on; the readings count alike however far apart they are.
 * Threads: single owner. Cost: sorts {@code n} numbers that are nearly in order.
 * Blind to: a spell of outliers as long as half of the readings.
 */
public final class MedianOf implements Smoothing {

    private final double[] latest;
    private final double[] sorted;

    private int count;
    private int next;
    private long readNanos;
    private double value = Double.NaN;

    /**
     * A median without a reading.
     *
     * @param readings how many, 1 to 99
     * @throws IllegalArgumentException if it is out of range
     */
    public MedianOf(int readings) {
        if (readings < 1 || readings > 99) {
            throw new IllegalArgumentException("a median is of 1 to 99 readings: got " + readings);
        }
        latest = new double[readings];
        sorted = new double[readings];
    }

    @Override
    public double add(double reading, long nowNanos) {
        if (count > 0 && nowNanos - readNanos <= 0) {
            return value;
        }
        readNanos = nowNanos;
        latest[next] = reading;
        next = (next + 1) % latest.length;
        count = Math.min(count + 1, latest.length);
        System.arraycopy(latest, 0, sorted, 0, count);
        Arrays.sort(sorted, 0, count);
        value = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
        return value;
    }

    @Override
    public String toString() {
        return latest.length == 1 ? "none" : "median " + latest.length;
    }
}
