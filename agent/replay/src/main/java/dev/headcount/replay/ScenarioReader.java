package dev.headcount.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Reads a scenario: {@code NAME.properties} and the rates in {@code NAME.csv}.
 *
 * <p>Law: the keys are those of the README beside the scenarios. A file is read whole or refused.
 * Blind to: where files are; the caller brings their text.
 */
public final class ScenarioReader {

    private static final String HEADER = "seconds,arrivals_per_second";

    private ScenarioReader() {}

    /**
     * The scenario of a properties file.
     *
     * @param file its name, for messages; without its ending the scenario's name where that isn't set
     * @param siblings the text of a file beside it, by name
     * @throws ScenarioException if anything in it is wrong
     */
    public static Scenario read(String file, String text, UnaryOperator<String> siblings) {
        Entries entries = new Entries(file, text);
        String plain = file.replaceFirst("\\.properties$", "");
        Scenario.Builder builder = Scenario.builder(entries.text("name", plain));
        builder.durationSeconds = entries.positive("duration_s", Double.NaN);
        builder.workMeanSeconds = entries.positive("service.mean_ms", Double.NaN) / 1000;
        builder.workSigma = entries.notNegative("service.sigma");
        builder.spread = spread(entries);
        builder.objectiveSeconds = entries.positive("slo.wait_p99_ms", Double.NaN) / 1000;
        builder.floor = entries.whole("floor", Double.NaN, 1);
        builder.ceiling = entries.whole("ceiling", Double.NaN, builder.floor);
        builder.cores = entries.whole("cpu.cores", 0, 0);
        builder.capacity = entries.notNegative("downstream.capacity");
        builder.degrade = entries.notNegative("downstream.degrade");
        builder.slowWindows = windows(entries, "slow.windows", "t0-t1:factor;...", 1);
        builder.errorWindows = windows(entries, "error.windows", "t0-t1:p:workfactor:capacity;...", 3);
        builder.batchSeconds = entries.numbers("batch.times");
        builder.batchSize = entries.whole("batch.size", 0, 0);
        builder.marks = entries.numbers("marks");
        builder.seed = (long) entries.number("seed", 1, "a whole number", value -> value == Math.rint(value));
        builder.queueCapacity = entries.whole("queue.capacity", Integer.MAX_VALUE, 0);
        builder.refusal = refusal(entries);
        builder.clients = entries.whole("clients", 0, 0);
        builder.thinkMeanSeconds = entries.notNegative("think.mean_ms") / 1000;
        builder.retries = entries.whole("retry.times", 0, 0);
        builder.retryAfterSeconds = entries.notNegative("retry.after_ms") / 1000;
        builder.behindSize = entries.whole("behind.size", 0, 0);
        builder.behindWorkMeanSeconds = entries.notNegative("behind.mean_ms") / 1000;
        builder.isCounted = isCounted(entries);
        String trace = entries.text("trace", plain + ".csv");
        entries.refuseUnread();
        builder.arrivals = rates(trace, siblings.apply(trace));
        return builder.build();
    }

    private static boolean isCounted(Entries entries) {
        String value = entries.text("arrivals", "poisson");
        if (!value.equals("poisson") && !value.equals("counted")) {
            throw entries.bad("arrivals", "poisson or counted", value);
        }
        return value.equals("counted");
    }

    private static Scenario.Spread spread(Entries entries) {
        String value = entries.text("service.dist", "exp");
        switch (value) {
            case "exp":
                return Scenario.Spread.EXPONENTIAL;
            case "lognormal":
                return Scenario.Spread.LOGNORMAL;
            case "const":
                return Scenario.Spread.CONSTANT;
            default:
                throw entries.bad("service.dist", "exp, lognormal or const", value);
        }
    }

    private static Scenario.Refusal refusal(Entries entries) {
        String value = entries.text("queue.refusal", "abort");
        switch (value) {
            case "abort":
                return Scenario.Refusal.ABORT;
            case "caller-runs":
                return Scenario.Refusal.CALLER_RUNS;
            default:
                throw entries.bad("queue.refusal", "abort or caller-runs", value);
        }
    }

    private static List<Window> windows(Entries entries, String key, String wanted, int numbers) {
        List<Window> windows = new ArrayList<>();
        String value = entries.text(key, "");
        for (String part : value.isEmpty() ? new String[0] : value.split(";", 0)) {
            String[] fields = part.trim().split("[-:]", 0);
            double[] found = new double[numbers + 2];
            boolean isGood = fields.length == found.length;
            for (int field = 0; isGood && field < found.length; field++) {
                found[field] = Entries.number(fields[field]);
                isGood = found[field] >= 0;
            }
            if (!isGood || found[0] >= found[1]) {
                throw entries.bad(key, wanted, part);
            }
            windows.add(
                    numbers == 1
                            ? Window.slow(found[0], found[1], found[2])
                            : Window.error(found[0], found[1], found[2], found[3], found[4]));
        }
        return windows;
    }

    private static Rates rates(String file, String text) {
        String[] lines = text.split("\r?\n", 0);
        if (!lines[0].trim().equals(HEADER)) {
            throw new ScenarioException(file + ":1: expected the header " + HEADER + ": got " + lines[0]);
        }
        double[] moments = new double[lines.length - 1];
        double[] rates = new double[lines.length - 1];
        for (int line = 1; line < lines.length; line++) {
            String[] fields = lines[line].split(",", 0);
            double moment = fields.length == 2 ? Entries.number(fields[0]) : Double.NaN;
            double rate = fields.length == 2 ? Entries.number(fields[1]) : Double.NaN;
            if (!(rate >= 0) || !(moment >= (line == 1 ? 0 : moments[line - 2]))) {
                throw new ScenarioException(file + ":" + (line + 1)
                        + ": expected seconds, not falling, and a rate of 0 or more: got " + lines[line]);
            }
            moments[line - 1] = moment;
            rates[line - 1] = rate;
        }
        return new Rates(moments, rates);
    }
}
