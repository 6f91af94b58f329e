package dev.headcount.scaling;

/**
 * An exponentially weighted moving average over readings that come at uneven times.
 *
 * <p>Law: a reading that comes {@code d} after the one before it weighs {@code 1 - 2^(-d / halfLife)};
 * the first one weighs 1. So what was true a half-life ago counts half, however often it was read.
 * Invariant: the value lies between the smallest and the largest reading.
 * Time: compared by difference only; a reading at or before the previous moment weighs nothing.
 * Threads: single owner. Cost: one {@code Math.exp} a reading.
 * Blind to: what happened between two readings; the later one is taken for all of it.
 */
public final class Ewma implements Smoothing {

    private static final double LN_2 = Math.log(2);

    private final double halfLifeNanos;

    private double value = Double.NaN;
    private long readNanos;

    /**
     * An average without a reading.
     *
     * @throws IllegalArgumentException if {@code halfLifeNanos} is not above 0
     */
    public Ewma(long halfLifeNanos) {
        if (halfLifeNanos <= 0) {
            throw new IllegalArgumentException("half-life must be above 0 ns: got " + halfLifeNanos);
        }
        this.halfLifeNanos = halfLifeNanos;
    }

    @Override
    public double add(double reading, long nowNanos) {
        if (Double.isNaN(value)) {
            value = reading;
            readNanos = nowNanos;
            return value;
        }
        long elapsed = nowNanos - readNanos;
        if (elapsed > 0) {
            value += (1 - Math.exp(-LN_2 * elapsed / halfLifeNanos)) * (reading - value);
            readNanos = nowNanos;
        }
        return value;
    }

    /** The average; {@code NaN} before the first reading. */
    public double value() {
        return value;
    }

    @Override
    public String toString() {
        return "ewma " + DurationText.of((long) halfLifeNanos / 1_000_000);
    }
}
