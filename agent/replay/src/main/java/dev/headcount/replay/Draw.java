package dev.headcount.replay;

import java.util.SplittableRandom;

/** A stream of work, spread as a scenario says. Law: the mean is the scenario's whatever the spread. */
final class Draw {

    private final Scenario.Spread spread;
    private final double mean;
    private final double sigma;
    private final SplittableRandom random;

    Draw(Scenario scenario, SplittableRandom random) {
        this.spread = scenario.spread;
        this.mean = scenario.workMeanSeconds;
        this.sigma = scenario.workSigma;
        this.random = random;
    }

    double next() {
        switch (spread) {
            case EXPONENTIAL:
                return exponential(random, mean);
            case LOGNORMAL:
                return mean * Math.exp(sigma * gaussian() - sigma * sigma / 2);
            default:
                return mean;
        }
    }

    static double exponential(SplittableRandom random, double mean) {
        return -Math.log(1 - random.nextDouble()) * mean;
    }

    /** Box and Muller (1958), one of the pair. */
    private double gaussian() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
