package dev.headcount.workbench;

import dev.headcount.replay.Base;
import dev.headcount.replay.Outcome;
import java.util.Locale;

/**
 * The simulator's word beside the real pool's.
 *
 * <p>Law: sizes differ by the mean distance over time, as a share of the simulated mean; the 99th percentiles by their
 * distance as a share of the simulated one, or of a twentieth of the objective where that is more: nobody cares whether
 * a wait that is a hundredth of what is allowed is two of them.
 *
 * @param sizeApart share of the mean size
 * @param otherSizeApart the same between two draws of the simulator: what chance alone does
 */
record Comparison(
        String scenario,
        double objectiveSeconds,
        Base base,
        Outcome simulated,
        Outcome real,
        Outcome otherDraw,
        double sizeApart,
        double otherSizeApart) {

    static final double BAR = 0.20;

    static final String HEADER = "scenario,controller,violation,wait_p50_ms,wait_p99_ms,thread_seconds,relative_cost,"
            + "resizes_per_min,reversals_per_min,peak,recover_s,completed,J";

    double waitApart() {
        return waitApart(real);
    }

    private double waitApart(Outcome other) {
        double measure = Math.max(simulated.waitP99Seconds, objectiveSeconds / 20);
        return Math.abs(other.waitP99Seconds - simulated.waitP99Seconds) / measure;
    }

    boolean isWithin() {
        return sizeApart <= BAR && waitApart() <= BAR;
    }

    String csv(String policy) {
        return row(policy + "_simulator", simulated) + row(policy + "_workbench", real);
    }

    private String row(String controller, Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "%s,%s,%.5f,%.2f,%.2f,%.1f,%.4f,%.2f,%.2f,%d,%s,%d,%.4f%n",
                scenario,
                controller,
                outcome.violation,
                1000 * outcome.waitP50Seconds,
                1000 * outcome.waitP99Seconds,
                outcome.threadSeconds,
                outcome.relativeCost(base),
                outcome.resizesPerMinute,
                outcome.reversalsPerMinute,
                outcome.peak,
                Double.isNaN(outcome.recoverSeconds) ? "" : String.format(Locale.ROOT, "%.1f", outcome.recoverSeconds),
                outcome.completed,
                outcome.distance(base, 50));
    }

    static String heading() {
        return String.format(
                "%-17s %-11s %7s %8s %8s %9s %6s %6s %5s %8s %9s %6s%n",
                "scenario",
                "run",
                "late %",
                "p50 ms",
                "p99 ms",
                "thread-s",
                "res/m",
                "rev/m",
                "peak",
                "recover",
                "tasks",
                "J");
    }

    String text() {
        return line("simulator", simulated)
                + line("workbench", real)
                + String.format(
                        Locale.ROOT,
                        "  apart: size %.1f %%, p99 %.1f %%: %s (another draw in the simulator: size %.1f %%, p99 %.1f %%)%n",
                        100 * sizeApart,
                        100 * waitApart(),
                        isWithin() ? "within 20 %" : "BEYOND 20 %",
                        100 * otherSizeApart,
                        100 * waitApart(otherDraw));
    }

    private String line(String run, Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "%-17s %-11s %7.2f %8.1f %8.1f %9.0f %6.1f %6.1f %5d %8.1f %9d %6.2f%n",
                scenario,
                run,
                100 * outcome.violation,
                1000 * outcome.waitP50Seconds,
                1000 * outcome.waitP99Seconds,
                outcome.threadSeconds,
                outcome.resizesPerMinute,
                outcome.reversalsPerMinute,
                outcome.peak,
                outcome.recoverSeconds,
                outcome.completed,
                outcome.distance(base, 50));
    }
}
