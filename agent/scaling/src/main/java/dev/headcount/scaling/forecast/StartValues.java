package dev.headcount.scaling.forecast;

import java.util.Arrays;

/**
 * Where {@link HoltWinters} begins: taken from the first two periods; immutable.
 *
 * <p>Law: a moving average over one period, centred, takes the season out; the straight line through it gives level
 * and trend. What remains, as a difference or a ratio, is averaged by place, and the season's mean is made neutral.
 * A missing value ({@code NaN}) is left out of each mean; a place that was never seen gets the neutral value.
 * Cost: two passes over the values.
 * Source: classical decomposition, Hyndman and Athanasopoulos, <i>Forecasting: Principles and Practice</i>, 3rd
 * edition, 3.4; the same start values as those of R's {@code HoltWinters}.
 */
final class StartValues {

    final boolean isMultiplicative;
    final double level;
    final double trend;
    final double[] season;

    private StartValues(boolean isMultiplicative, double level, double trend, double[] season) {
        this.isMultiplicative = isMultiplicative;
        this.level = level;
        this.trend = trend;
        this.season = season;
    }

    /**
     * Of two periods, one value after the other.
     *
     * @param places the place of each value in the season, below {@code period}
     * @return {@code null} where there is no load to take a ratio to
     */
    static StartValues of(double[] values, int[] places, int period, boolean isMultiplicative) {
        double[] smooth = movingAverage(values, period);
        double[] line = line(smooth);
        double[] sums = new double[period];
        int[] counts = new int[period];
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i]) || Double.isNaN(smooth[i])) {
                continue;
            }
            if (isMultiplicative && !(smooth[i] > 0)) {
                return null;
            }
            sums[places[i]] += isMultiplicative ? values[i] / smooth[i] : values[i] - smooth[i];
            counts[places[i]]++;
        }
        neutralise(sums, counts, isMultiplicative);
        return Double.isNaN(line[0]) ? null : new StartValues(isMultiplicative, line[0], line[1], sums);
    }

    /** Over {@code period} values around each; of an even period the outermost two count half. */
    private static double[] movingAverage(double[] values, int period) {
        double[] sums = new double[values.length + 1];
        int[] counts = new int[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            boolean isKnown = !Double.isNaN(values[i]);
            sums[i + 1] = sums[i] + (isKnown ? values[i] : 0);
            counts[i + 1] = counts[i] + (isKnown ? 1 : 0);
        }
        double[] smooth = new double[values.length];
        Arrays.fill(smooth, Double.NaN);
        int before = period / 2;
        int after = period - 1 - before;
        for (int i = before; i < values.length - before; i++) {
            // of an even period two windows, each one value short of the middle, are averaged
            double sum = sums[i + after + 1] - sums[i - before] + sums[i + before + 1] - sums[i - after];
            int count = counts[i + after + 1] - counts[i - before] + counts[i + before + 1] - counts[i - after];
            smooth[i] = count == 0 ? Double.NaN : sum / count;
        }
        return smooth;
    }

    /** Offset, one step before the first known value, and slope, by least squares. */
    private static double[] line(double[] smooth) {
        double n = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        int first = -1;
        for (int i = 0; i < smooth.length; i++) {
            if (!Double.isNaN(smooth[i])) {
                first = first < 0 ? i : first;
                double step = i - first + 1;
                n++;
                x += step;
                y += smooth[i];
                xx += step * step;
                xy += step * smooth[i];
            }
        }
        double slope = (n * xy - x * y) / (n * xx - x * x);
        return new double[] {(y - slope * x) / n, slope};
    }

    private static void neutralise(double[] sums, int[] counts, boolean isMultiplicative) {
        double total = 0;
        int known = 0;
        for (int place = 0; place < sums.length; place++) {
            if (counts[place] > 0) {
                sums[place] /= counts[place];
                total += sums[place];
                known++;
            }
        }
        double mean = total / known;
        for (int place = 0; place < sums.length; place++) {
            double found = isMultiplicative ? sums[place] / mean : sums[place] - mean;
            sums[place] = counts[place] > 0 ? found : isMultiplicative ? 1 : 0;
        }
    }
}
