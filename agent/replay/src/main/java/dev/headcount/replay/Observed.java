package dev.headcount.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a recording saw of one real pool; immutable.
 *
 * <p>Law: sizes hold from one row to the next. A task is late as the agent counted it, and a refused one is. Quantiles
 * are put together from those of ten seconds each, by their numbers of tasks: between the known points the logarithm
 * of the share that waits longer is taken for a straight line, so they are right to some tenths.
 * Blind to: what of a recording isn't in the file: only {@code seconds} and {@code size} must be.
 */
public final class Observed {

    public static final String HEADER = ObservedRow.HEADER;

    private static final double BLOCK_SECONDS = 10;

    private static final int POOL = 0;
    private static final int SECONDS = 1;
    private static final int SIZE = 2;
    private static final List<String> COLUMNS = Arrays.asList(
            "pool", "seconds", "size", "target", "completed", "dropped", "waits", "late", "wait_p50_ms", "wait_p99_ms");

    /** By row, the columns after the pool. */
    private final List<double[]> rows;

    private final boolean isLateKnown;

    private Observed(List<double[]> rows, boolean isLateKnown) {
        this.rows = rows;
        this.isLateKnown = isLateKnown;
    }

    /** The same for somebody with another objective: how many were late by that one, nobody has counted. */
    public Observed withoutLate() {
        return new Observed(rows, /* isLateKnown= */ false);
    }

    /**
     * The rows about one pool.
     *
     * @param pool taken for all rows where the file names no pools
     * @throws ScenarioException naming file and line
     */
    public static Observed read(String file, String text, String pool) {
        String[] lines = text.split("\r?\n", 0);
        List<String> header = Arrays.asList(lines[0].trim().split(",", 0));
        int[] places = COLUMNS.stream().mapToInt(header::indexOf).toArray();
        if (places[SECONDS] < 0 || places[SIZE] < 0) {
            throw new ScenarioException(file + ":1: expected the columns seconds and size: got " + lines[0]);
        }
        List<double[]> rows = new ArrayList<>();
        for (int line = 1; line < lines.length; line++) {
            String[] fields = lines[line].split(",", -1);
            if (fields.length != header.size()) {
                throw new ScenarioException(file + ":" + (line + 1) + ": expected " + header.size()
                        + " values with commas between them: got " + lines[line]);
            }
            if (places[POOL] < 0 || fields[places[POOL]].equals(pool.replace(',', ' '))) {
                rows.add(row(file + ":" + (line + 1), fields, places, rows));
            }
        }
        return new Observed(rows, /* isLateKnown= */ true);
    }

    private static double[] row(String where, String[] fields, int[] places, List<double[]> before) {
        double[] row = new double[COLUMNS.size()];
        for (int column = SECONDS; column < row.length; column++) {
            String value = places[column] < 0 ? "" : fields[places[column]].trim();
            row[column] = value.isEmpty() ? Double.NaN : Entries.number(value);
            boolean isNeeded = column == SECONDS || column == SIZE;
            if (Double.isNaN(row[column]) ? isNeeded || !value.isEmpty() : row[column] < 0) {
                throw new ScenarioException(where + ": expected a number, 0 or more, for " + COLUMNS.get(column)
                        + ": got \"" + value + '"');
            }
        }
        if (!before.isEmpty() && row[SECONDS] < before.get(before.size() - 1)[SECONDS]) {
            throw new ScenarioException(where + ": expected seconds, not falling: got " + fields[places[SECONDS]]);
        }
        return row;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    private static int column(String name) {
        return COLUMNS.indexOf(name);
    }

    /** What was done, by the measures of a replay, from {@code warmUpSeconds} on; NaN for what is not known. */
    public Outcome outcome(double warmUpSeconds) {
        double threadSeconds = 0;
        int resizes = 0;
        int reversals = 0;
        int direction = 0;
        double peak = 0;
        double until = warmUpSeconds;
        for (int index = 0; index < rows.size(); index++) {
            double[] row = rows.get(index);
            peak = Math.max(peak, row[SIZE]);
            double[] before = index == 0 ? row : rows.get(index - 1);
            threadSeconds += before[SIZE] * Math.max(0, row[SECONDS] - Math.max(warmUpSeconds, before[SECONDS]));
            until = Math.max(until, row[SECONDS]);
            int turn = (int) Math.signum(row[column("target")] - before[column("target")]);
            if (turn != 0 && row[SECONDS] >= warmUpSeconds) {
                resizes++;
                reversals += turn == -direction ? 1 : 0;
                direction = turn;
            }
        }
        double minutes = Math.max(1e-9, until - warmUpSeconds) / 60;
        double lost = sum("dropped", warmUpSeconds);
        double waits = sum("waits", warmUpSeconds);
        double lostOrNone = Double.isNaN(lost) ? 0 : lost;
        double share = waits + lostOrNone == 0 ? 0 : (sum("late", warmUpSeconds) + lostOrNone) / (waits + lostOrNone);
        ObservedWaits quantiles = waits(warmUpSeconds);
        return new Outcome(
                isLateKnown ? share : Double.NaN,
                quantiles.quantile(0.5),
                quantiles.quantile(0.99),
                Double.NaN,
                threadSeconds,
                rows.isEmpty() || Double.isNaN(rows.get(0)[column("target")]) ? Double.NaN : resizes / minutes,
                rows.isEmpty() || Double.isNaN(rows.get(0)[column("target")]) ? Double.NaN : reversals / minutes,
                (int) peak,
                Double.NaN,
                (long) sum("completed", 0),
                (long) lostOrNone,
                rows.size());
    }

    private double sum(String name, double from) {
        int column = column(name);
        return rows.stream()
                .filter(row -> row[SECONDS] >= from)
                .mapToDouble(row -> row[column])
                .sum();
    }

    private ObservedWaits waits(double from) {
        ObservedWaits waits = new ObservedWaits();
        double tasks = 0;
        double blockEnd = from + BLOCK_SECONDS;
        for (int index = 0; index < rows.size(); index++) {
            double[] row = rows.get(index);
            tasks += row[SECONDS] >= from ? row[column("waits")] : 0;
            if (row[SECONDS] >= blockEnd || index == rows.size() - 1) {
                waits.add(tasks, row[column("wait_p50_ms")] / 1000, row[column("wait_p99_ms")] / 1000);
                tasks = 0;
                blockEnd = row[SECONDS] + BLOCK_SECONDS;
            }
        }
        return waits;
    }

    /** The size at the beginning; 0 when nothing was seen. */
    public int startSize() {
        return rows.isEmpty() ? 0 : (int) rows.get(0)[SIZE];
    }

    /** The size that was wanted from the first row to the last; 0 where it changed or isn't told. */
    int constantTarget() {
        double[] targets = rows.stream()
                .mapToDouble(row -> row[column("target")])
                .distinct()
                .toArray();
        return targets.length == 1 && targets[0] >= 1 ? (int) targets[0] : 0;
    }
}
