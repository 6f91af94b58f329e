package dev.headcount.simulator;

/** What Open Liberty's controller remembers of one size: an exponentially weighted mean and variance. */
final class Throughput {

    private static final double ALPHA = 0.2;
    private static final double OUTLIER = 3;
    private static final double MOST_Z = 3.4;

    private double mean;
    private double variance;
    private int outliers;
    private int lastCycle;

    Throughput(double first, int cycle) {
        reset(first);
        lastCycle = cycle;
    }

    private void reset(double value) {
        mean = value;
        variance = value / 6 * (value / 6);
        outliers = 0;
    }

    double mean() {
        return mean;
    }

    private double deviation() {
        return Math.sqrt(variance);
    }

    /** Takes in one cycle; true when the value lay so far off that what was known is forgotten. */
    boolean add(double value, int cycle) {
        lastCycle = cycle;
        double off = Math.abs(value - mean);
        if (off > OUTLIER * deviation()) {
            outliers++;
            if (deviation() / mean > 0.1 || off / mean > 0.5 || outliers >= 5) {
                reset(value);
                return true;
            }
        } else {
            outliers = 0;
        }
        double delta = value - mean;
        mean += ALPHA * delta;
        variance = (1 - ALPHA) * (variance + ALPHA * delta * delta);
        return false;
    }

    /** Too old for its spread, or of another time's load. */
    boolean isStale(double throughput, int cycle) {
        return throughput > 5 * mean || throughput < mean / 5 || (cycle - lastCycle) * deviation() / mean > 5;
    }

    /** The probability of a value above {@code forecast}, as of a normal distribution. */
    double probablyAbove(double forecast) {
        double z = deviation() == 0 ? Math.signum(forecast - mean) * MOST_Z : (forecast - mean) / deviation();
        z = Math.max(-MOST_Z, Math.min(MOST_Z, z));
        // the logistic curve nearest to the normal one, right to 0.01
        return 1 / (1 + Math.exp(1.5976 * z + 0.070566 * z * z * z));
    }
}
