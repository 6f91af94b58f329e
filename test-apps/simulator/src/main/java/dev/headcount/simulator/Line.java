package dev.headcount.simulator;

import dev.headcount.replay.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What one contender did on one scenario, over all seeds.
 *
 * @param outcomes one a seed
 * @param lateness50 the distance J to the clairvoyant, a seed each
 * @param lateness10 J10, a seed each
 * @param relativeCost threads' time over the clairvoyant's, a seed each
 */
record Line(
        String scenario,
        String controller,
        boolean isBound,
        List<Outcome> outcomes,
        List<Double> lateness50,
        List<Double> lateness10,
        List<Double> relativeCost) {

    static final String HEADER = "scenario,controller,violation,wait_p50_ms,wait_p99_ms,thread_seconds,relative_cost,"
            + "resizes_per_min,reversals_per_min,peak,recover_s,completed,J";

    double mean(ToDoubleFunction<Outcome> figure) {
        return outcomes.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    /** Geometric over the seeds, as over scenarios. */
    double j() {
        return geometricMean(lateness50);
    }

    double j10() {
        return geometricMean(lateness10);
    }

    double cost() {
        return geometricMean(relativeCost);
    }

    static double geometricMean(List<Double> values) {
        return Math.exp(values.stream().mapToDouble(Math::log).average().orElse(Double.NaN));
    }

    String csv() {
        return String.format(
                Locale.ROOT,
                "%s,%s,%.5f,%.2f,%.2f,%.1f,%.4f,%.2f,%.2f,%.0f,%s,%.0f,%.4f",
                scenario,
                controller,
                mean(outcome -> outcome.violation),
                1000 * mean(outcome -> outcome.waitP50Seconds),
                1000 * mean(outcome -> outcome.waitP99Seconds),
                mean(outcome -> outcome.threadSeconds),
                cost(),
                mean(outcome -> outcome.resizesPerMinute),
                mean(outcome -> outcome.reversalsPerMinute),
                mean(outcome -> outcome.peak),
                recover(),
                mean(outcome -> outcome.completed),
                j());
    }

    /** Empty where the scenario has no step. */
    String recover() {
        double seconds = mean(outcome -> outcome.recoverSeconds);
        return Double.isNaN(seconds) ? "" : String.format(Locale.ROOT, "%.1f", seconds);
    }
}
