package dev.headcount.benchmark;

import java.util.Arrays;
import java.util.Random;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Prints the ratio of the hand-off with the agent to that without, with its 99 % interval.
 *
 * <p>The interval is a bootstrap over the forks: their means are few and not normal.
 */
final class HandOffCost {

    private static final int RESAMPLES = 20_000;

    private HandOffCost() {}

    public static void main(String[] arguments) throws RunnerException {
        int forks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        SideBySide runs = SideBySide.run("tenMicrosecondTasks", forks);
        double[] ratios = new double[forks];
        for (int fork = 0; fork < forks; fork++) {
            ratios[fork] = runs.with.get(fork) / runs.without.get(fork);
        }
        double[] means = new double[RESAMPLES];
        Random random = new Random(42);
        for (int resample = 0; resample < RESAMPLES; resample++) {
            double sum = 0;
            for (int draw = 0; draw < forks; draw++) {
                sum += ratios[random.nextInt(forks)];
            }
            means[resample] = sum / forks;
        }
        Arrays.sort(means);
        System.out.printf(
                "%ntasks of 10 µs: without %.0f ns, with %.0f ns, ratio %.3f, 99 %% interval %.3f..%.3f over %d forks%n",
                SideBySide.mean(runs.without),
                SideBySide.mean(runs.with),
                Arrays.stream(ratios).average().orElse(Double.NaN),
                means[(int) (RESAMPLES * 0.005)],
                means[(int) (RESAMPLES * 0.995)],
                forks);
    }
}
