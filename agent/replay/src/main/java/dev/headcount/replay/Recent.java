package dev.headcount.replay;

/**
 * Durations of the recent past: mean, variation, quantiles.
 *
 * <p>Law: ten slices; the one that ends falls out, so the window is between nine and ten of them, as the agent's. A
 * weight counts as so many durations. Unknown values are {@code NaN}.
 */
final class Recent {

    private static final int SLICES = 10;

    private final Histogram total = new Histogram();
    private final Histogram[] slices = new Histogram[SLICES];
    /** By slice: count, sum, sum of squares, seconds on a processor. */
    private final double[][] sums = new double[SLICES][4];

    private int current;
    private final double sliceSeconds;
    private double sliceEnd;

    Recent(double windowSeconds) {
        sliceSeconds = windowSeconds / SLICES;
        sliceEnd = sliceSeconds;
        for (int slice = 0; slice < SLICES; slice++) {
            slices[slice] = new Histogram();
        }
    }

    void add(double now, double seconds, double cpuSeconds, int weight) {
        advance(now);
        slices[current].add(seconds, weight);
        total.add(seconds, weight);
        double[] sum = sums[current];
        sum[0] += weight;
        sum[1] += weight * seconds;
        sum[2] += weight * seconds * seconds;
        sum[3] += weight * cpuSeconds;
    }

    void advance(double now) {
        while (now >= sliceEnd) {
            sliceEnd += sliceSeconds;
            current = (current + 1) % SLICES;
            total.subtract(slices[current]);
            slices[current].clear();
            java.util.Arrays.fill(sums[current], 0);
        }
    }

    private double sum(int what) {
        double sum = 0;
        for (double[] slice : sums) {
            sum += slice[what];
        }
        return sum;
    }

    double quantile(double share) {
        return total.quantile(share);
    }

    double mean() {
        return total.total() == 0 ? Double.NaN : sum(1) / sum(0);
    }

    /** Variance over squared mean. */
    double variation() {
        double mean = mean();
        return total.total() < 2 || mean == 0 ? Double.NaN : Math.max(0, sum(2) / sum(0) / (mean * mean) - 1);
    }

    /** Share of the durations spent on a processor. */
    double cpuShare() {
        double seconds = sum(1);
        return seconds > 0 ? Math.min(1, sum(3) / seconds) : Double.NaN;
    }
}
