package dev.headcount.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one benchmark in forks with and without the agent, taking turns, so that what disturbs the machine
 * disturbs both.
 */
final class SideBySide {

    final List<Double> without = new ArrayList<>();
    final List<Double> with = new ArrayList<>();
    final List<Double> bytesWithout = new ArrayList<>();
    final List<Double> bytesWith = new ArrayList<>();

    /** @param benchmark a method's name; its forks' mean scores are collected, in the order of the runs */
    static SideBySide run(String benchmark, int forks) throws RunnerException {
        SideBySide result = new SideBySide();
        for (int fork = 0; fork < forks; fork++) {
            result.fork(benchmark, null, result.without, result.bytesWithout);
            result.fork(benchmark, System.getProperty("benchmark.agent"), result.with, result.bytesWith);
            System.out.printf(
                    "%s, fork %d: without %.1f ns, with %.1f ns%n",
                    benchmark, fork + 1, result.without.get(fork), result.with.get(fork));
        }
        return result;
    }

    private void fork(String benchmark, String agent, List<Double> scores, List<Double> bytes) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + benchmark + "$")
                .forks(1)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT);
        if (agent != null) {
            options.jvmArgsAppend("-javaagent:" + agent + "=mode=observe");
        }
        for (RunResult run : new Runner(options.build()).run()) {
            scores.add(run.getPrimaryResult().getScore());
            bytes.add(run.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
        }
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
