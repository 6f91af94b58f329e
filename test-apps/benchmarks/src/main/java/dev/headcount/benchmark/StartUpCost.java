package dev.headcount.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Prints how long a small main takes with and without the agent: medians of alternating runs on this JDK. */
final class StartUpCost {

    private StartUpCost() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
        double[] without = new double[runs];
        double[] with = new double[runs];
        String agent = "-javaagent:" + System.getProperty("benchmark.agent");
        millis(null);
        millis(agent);
        for (int run = 0; run < runs; run++) {
            without[run] = millis(null);
            with[run] = millis(agent);
        }
        System.out.printf(
                "start-up on %s: without %.0f ms, with %.0f ms, difference %.0f ms (medians of %d)%n",
                System.getProperty("java.version"),
                median(without),
                median(with),
                median(with) - median(without),
                runs);
    }

    private static double millis(String option) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        if (option != null) {
            command.add(option);
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path").split(":")[0]);
        command.add(SmallMain.class.getName());
        long start = System.nanoTime();
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("exit " + exit);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
