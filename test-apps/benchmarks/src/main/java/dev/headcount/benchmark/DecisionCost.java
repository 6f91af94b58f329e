package dev.headcount.benchmark;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Prints what one decision of the default policy takes and allocates; without agent and pool. */
final class DecisionCost {

    private DecisionCost() {}

    public static void main(String[] arguments) throws RunnerException {
        int forks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
        new Runner(new OptionsBuilder()
                        .include(DecisionBenchmark.class.getSimpleName())
                        .addProfiler(GCProfiler.class)
                        .forks(forks)
                        .build())
                .run();
    }
}
