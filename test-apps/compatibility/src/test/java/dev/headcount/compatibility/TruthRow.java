package dev.headcount.compatibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an application knew of its tasks, and what the bean said: the median reading of one case.
 *
 * <p>Law: an error is how far the bean is from the nearest that is true, relative to it; a quantile is
 * true from its lower to its upper neighbour but one, since the bean's window may hold a task or two more. Each is the median over the readings: a machine that stood still once does not decide.
 */
record TruthRow(String name, List<Double> truth, List<Double> measured, List<Double> errors, double quality) {

    /** In the order of the subject's line. */
    static final List<String> COLUMNS = List.of("wait p50 ms", "wait p99 ms", "service ms", "arrivals/s");

    /** How far off each column may be. */
    static final List<Double> BARS = List.of(0.05, 0.10, 0.02, 0.02);

    /** Below it the signal says of itself that it is unsure. */
    static final double UNSURE = 0.5;

    /** One row for each case that {@code lines} have readings of. */
    static List<TruthRow> of(List<String> lines) {
        Map<String, List<double[]>> readings = new LinkedHashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            double[] numbers = new double[words.length - 1];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Double.parseDouble(words[i + 1]);
            }
            readings.computeIfAbsent(words[0], name -> new ArrayList<>()).add(numbers);
        }
        return readings.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static TruthRow of(String name, List<double[]> readings) {
        List<Double> truth = new ArrayList<>();
        List<Double> measured = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int column = 0; column < COLUMNS.size(); column++) {
            int at = 4 * column;
            truth.add(median(readings.stream().map(reading -> reading[at]).toList()));
            measured.add(
                    median(readings.stream().map(reading -> reading[at + 3]).toList()));
            errors.add(median(readings.stream()
                    .map(reading -> error(reading[at + 1], reading[at + 2], reading[at + 3]))
                    .toList()));
        }
        return new TruthRow(
                name,
                truth,
                measured,
                errors,
                median(readings.stream().map(reading -> reading[16]).toList()));
    }

    private static double error(double below, double above, double seen) {
        double nearest = Math.max(below, Math.min(above, seen));
        return Math.abs(seen / nearest - 1);
    }

    /** Whether every figure is within {@code slack} times its bar, or the signal says that it is unsure. */
    boolean holds(double slack) {
        if (quality < UNSURE) {
            return true;
        }
        for (int column = 0; column < BARS.size(); column++) {
            // Written so that NaN does not hold.
            if (!(errors.get(column) <= slack * BARS.get(column))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-16s", name));
        for (int column = 0; column < COLUMNS.size(); column++) {
            row.append(String.format(
                    Locale.ROOT,
                    " | %s %.4g, said %.4g (%.1f %%)",
                    COLUMNS.get(column),
                    truth.get(column),
                    measured.get(column),
                    100 * errors.get(column)));
        }
        return row.append(String.format(Locale.ROOT, " | quality %.2f | %s", quality, verdict()))
                .toString();
    }

    private String verdict() {
        return quality < UNSURE ? "unsure" : holds(1) ? "holds" : "OFF";
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
