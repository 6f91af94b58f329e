package dev.headcount.cli.output;

import dev.headcount.replay.Outcome;
import dev.headcount.replay.Scenario;
import java.util.Locale;
import java.util.Map;

/** What several sizings made of one load, for a person. */
public final class OutcomeTable {

    private OutcomeTable() {}

    /**
     * @param warmUpSeconds what of the beginning was not judged
     * @param best the name of the constant size that hindsight would choose
     */
    public static String of(Scenario scenario, double warmUpSeconds, Map<String, Outcome> outcomes, String best) {
        Table table = new Table("POLICY", " LATE", " WAIT-P50", " WAIT-P99", " THREAD-S", " PEAK", " RESIZES/MIN", "");
        outcomes.forEach((name, outcome) -> table.row(
                name,
                percent(outcome.violation),
                PoolTable.millis(outcome.waitP50Seconds * 1000),
                PoolTable.millis(outcome.waitP99Seconds * 1000),
                String.format(Locale.ROOT, "%.0f", outcome.threadSeconds),
                Integer.toString(outcome.peak),
                Double.isNaN(outcome.resizesPerMinute)
                        ? "-"
                        : String.format(Locale.ROOT, "%.1f", outcome.resizesPerMinute),
                name.equals(best) ? "best constant size in hindsight" : ""));
        return String.format(
                Locale.ROOT,
                "%s: %.0f s, %d..%d threads, late above %s; the first %.0f s are not judged%n%s",
                scenario.name,
                scenario.durationSeconds,
                scenario.floor,
                scenario.ceiling,
                PoolTable.millis(scenario.objectiveSeconds * 1000),
                warmUpSeconds,
                table.text());
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.2f%%", share * 100);
    }
}
