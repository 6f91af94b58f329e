package dev.headcount.replay;

import java.util.ArrayList;
import java.util.List;

/** A quantile of all tasks out of the medians and 99th percentiles of parts of them; see {@link Observed}. */
final class ObservedWaits {

    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.01;
    private static final int HALVINGS = 40;

    /** Tasks, median, 99th percentile. */
    private final List<double[]> parts = new ArrayList<>();

    /** @param tasks how many; a part whose quantiles are not known (NaN) is left out */
    void add(double tasks, double median, double tail) {
        if (tasks > 0 && !Double.isNaN(median) && !Double.isNaN(tail)) {
            parts.add(new double[] {tasks, median, tail});
        }
    }

    /** Seconds; NaN when nothing is known. */
    double quantile(double share) {
        if (parts.isEmpty()) {
            return Double.NaN;
        }
        double low = 0;
        double high = 2 * parts.stream().mapToDouble(part -> part[2]).max().orElse(0);
        if (longer(0) <= 1 - share) {
            return 0;
        }
        for (int step = 0; step < HALVINGS; step++) {
            double middle = (low + high) / 2;
            if (longer(middle) > 1 - share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Share of the tasks that wait longer than {@code seconds}. */
    private double longer(double seconds) {
        double all = 0;
        double longer = 0;
        for (double[] part : parts) {
            all += part[0];
            longer += part[0] * longer(part[1], part[2], seconds);
        }
        return longer / all;
    }

    private static double longer(double median, double tail, double seconds) {
        if (seconds < median) {
            return Math.pow(MEDIAN, seconds / median);
        }
        if (tail <= median) {
            return 0;
        }
        return MEDIAN * Math.pow(TAIL / MEDIAN, (seconds - median) / (tail - median));
    }
}
