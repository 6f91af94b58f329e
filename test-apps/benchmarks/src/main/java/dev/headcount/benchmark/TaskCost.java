package dev.headcount.benchmark;

import org.openjdk.jmh.runner.RunnerException;

/** Prints what one empty task costs in the bridge, and what a handed-off one allocates. */
final class TaskCost {

    private TaskCost() {}

    public static void main(String[] arguments) throws RunnerException {
        int forks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        SideBySide calls = SideBySide.run("bridgeCallsOfOneTask", forks);
        SideBySide tasks = SideBySide.run("emptyTasks", forks);
        System.out.printf("%nof one task               without       with%n");
        System.out.printf(
                "bridge calls        %9.1f ns %7.1f ns%n", SideBySide.mean(calls.without), SideBySide.mean(calls.with));
        System.out.printf(
                "hand-off            %9.1f ns %7.1f ns%n", SideBySide.mean(tasks.without), SideBySide.mean(tasks.with));
        System.out.printf(
                "allocation          %9.2f B  %7.2f B   difference %.2f B%n",
                SideBySide.mean(tasks.bytesWithout),
                SideBySide.mean(tasks.bytesWith),
                SideBySide.mean(tasks.bytesWith) - SideBySide.mean(tasks.bytesWithout));
    }
}
