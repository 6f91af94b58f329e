package dev.headcount.replay;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A second pool, of fixed size, that each task of the first waits for.
 *
 * <p>Law: first come, first served, by the worker that is free first (Kiefer and Wolfowitz 1955); tasks come in the
 * order of their starts, so the stay of each is known when it starts.
 */
final class PoolBehind {

    private final double[] freeAt;
    private final double workMean;
    private final SplittableRandom random;

    PoolBehind(Scenario scenario, long seed) {
        freeAt = new double[scenario.behindSize];
        workMean = scenario.behindWorkMeanSeconds;
        random = new SplittableRandom(~seed);
    }

    /** How long a task that comes at {@code now} stays, in seconds; 0 without such a pool. */
    double pass(double now) {
        if (freeAt.length == 0) {
            return 0;
        }
        int first = 0;
        for (int worker = 1; worker < freeAt.length; worker++) {
            if (freeAt[worker] < freeAt[first]) {
                first = worker;
            }
        }
        freeAt[first] = Math.max(now, freeAt[first]) + Draw.exponential(random, workMean);
        return freeAt[first] - now;
    }

    @Override
    public String toString() {
        return "free at " + Arrays.toString(freeAt);
    }
}
