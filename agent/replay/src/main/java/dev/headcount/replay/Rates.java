package dev.headcount.replay;

import java.util.Arrays;

/**
 * An arrival rate over time, constant from one moment to the next; immutable.
 *
 * <p>Law: {@code rate(t) = rates[i]} for {@code moments[i] <= t < moments[i + 1]}, 0 before the first; the last holds.
 */
public final class Rates {

    private final double[] moments;
    private final double[] rates;

    /** @param moments seconds, rising; {@code rates} tasks a second, 0 or more, as many */
    Rates(double[] moments, double[] rates) {
        this.moments = moments.clone();
        this.rates = rates.clone();
    }

    /** The same rate at all times. */
    public static Rates constant(double perSecond) {
        return new Rates(new double[] {0}, new double[] {perSecond});
    }

    /** Each rate times {@code factor}. */
    Rates times(double factor) {
        return new Rates(
                moments, Arrays.stream(rates).map(rate -> rate * factor).toArray());
    }

    /** The same rates, each for a {@code speed}th of its time. */
    Rates compressed(double speed) {
        return new Rates(Arrays.stream(moments).map(moment -> moment / speed).toArray(), rates);
    }

    /** Tasks a second at {@code seconds}. */
    public double at(double seconds) {
        int piece = piece(seconds);
        return piece < 0 ? 0 : rates[piece];
    }

    /** The moment at which the piece that holds {@code seconds} ends; infinite for the last. */
    double endOfPiece(double seconds) {
        int next = piece(seconds) + 1;
        return next < moments.length ? moments[next] : Double.POSITIVE_INFINITY;
    }

    private int piece(double seconds) {
        int found = Arrays.binarySearch(moments, seconds);
        return found >= 0 ? found : -found - 2;
    }
}
