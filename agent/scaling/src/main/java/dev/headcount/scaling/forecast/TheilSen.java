package dev.headcount.scaling.forecast;

import java.util.Arrays;

/**
 * A line through a few points that a third of them can't bend.
 *
 * <p>Law: the slope is the median of the slopes of all pairs of points, the offset the median of
 * {@code y - slope x}. Up to 29 % of the points may lie anywhere.
 * Threads: single owner. Cost: n²/2 slopes are sorted, some 30 us for thirty points; no garbage.
 * Source: Theil (1950), <i>A rank-invariant method of linear and polynomial regression analysis</i>; Sen (1968),
 * <i>Estimates of the regression coefficient based on Kendall's tau</i>.
 */
final class TheilSen {

    private final double[] slopes;
    private final double[] offsets;

    private double slope;
    private double offset;

    TheilSen(int mostPoints) {
        slopes = new double[mostPoints * (mostPoints - 1) / 2];
        offsets = new double[mostPoints];
    }

    /** Fits the first {@code count} points, 2 or more; {@code x} rises. */
    void fit(double[] x, double[] y, int count) {
        int pairs = 0;
        for (int i = 1; i < count; i++) {
            for (int j = 0; j < i; j++) {
                slopes[pairs++] = (y[i] - y[j]) / (x[i] - x[j]);
            }
        }
        slope = median(slopes, pairs);
        for (int i = 0; i < count; i++) {
            offsets[i] = y[i] - slope * x[i];
        }
        offset = median(offsets, count);
    }

    private static double median(double[] values, int count) {
        Arrays.sort(values, 0, count);
        return (values[(count - 1) / 2] + values[count / 2]) / 2;
    }

    double slope() {
        return slope;
    }

    double at(double x) {
        return offset + slope * x;
    }
}
