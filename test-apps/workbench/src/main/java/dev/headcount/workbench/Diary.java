package dev.headcount.workbench;

import dev.headcount.replay.Outcome;
import dev.headcount.replay.Scenario;
import dev.headcount.replay.Witness;
import dev.headcount.replay.Workload;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What happened in a real run: each task's moments, the pool's size over time, and when the agent's ticks began.
 *
 * <p>Format: {@code used,PROCESSORS} by the whole JVM, {@code task,SENT,STARTED,ENDED,WORK},
 * {@code look,SECONDS,SIZE,CORE} and {@code tick,SECONDS}, a line each, NaN for what had not happened when the run was
 * over.
 * Threads: a task's cells are written by those who send and run it, one after the other; looks by one thread. Whoever
 * writes the file may see a task that is just ending as one that has not: it is late or it isn't, all the same.
 */
final class Diary {

    private final double[] sent;
    private final double[] started;
    private final double[] ended;
    private final double[] work;
    private final List<double[]> looks = new ArrayList<>();
    private final List<double[]> ticks = new ArrayList<>();
    private double used;

    Diary(int tasks) {
        sent = unknown(tasks);
        started = unknown(tasks);
        ended = unknown(tasks);
        work = unknown(tasks);
    }

    private static double[] unknown(int tasks) {
        double[] all = new double[tasks];
        Arrays.fill(all, Double.NaN);
        return all;
    }

    void sent(int task, double seconds) {
        sent[task] = seconds;
    }

    void started(int task, double seconds, double workSeconds) {
        work[task] = workSeconds;
        started[task] = seconds;
    }

    void ended(int task, double seconds) {
        ended[task] = seconds;
    }

    synchronized void looked(double seconds, int size, int core) {
        looks.add(new double[] {seconds, size, core});
    }

    synchronized void ticked(double seconds) {
        ticks.add(new double[] {seconds});
    }

    double[] tickSeconds() {
        return ticks.stream().mapToDouble(tick -> tick[0]).toArray();
    }

    /** Processors that the JVM used on average. */
    void used(double processors) {
        used = processors;
    }

    double processorsUsed() {
        return used;
    }

    synchronized void write(Path file, double duration) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.printf(Locale.ROOT, "used,%.3f%n", used);
            for (double[] look : looks) {
                if (look[0] <= duration) {
                    out.printf(Locale.ROOT, "look,%.6f,%.0f,%.0f%n", look[0], look[1], look[2]);
                }
            }
            for (double[] tick : ticks) {
                out.printf(Locale.ROOT, "tick,%.6f%n", tick[0]);
            }
            for (int task = 0; task < sent.length; task++) {
                out.printf(
                        Locale.ROOT, "task,%.6f,%.6f,%.6f,%.6f%n", sent[task], started[task], ended[task], work[task]);
            }
        }
    }

    static Diary read(Path file) throws IOException {
        List<double[]> tasks = new ArrayList<>();
        List<double[]> looks = new ArrayList<>();
        List<double[]> ticks = new ArrayList<>();
        double used = 0;
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String[] fields = line.split(",", 0);
            if (fields[0].equals("used") && fields.length == 2) {
                used = Double.parseDouble(fields[1]);
                continue;
            }
            List<double[]> of = switch (fields[0] + fields.length) {
                case "look4" -> looks;
                case "tick2" -> ticks;
                case "task5" -> tasks;
                default -> throw new IOException(file + ":" + number + ": expected a task, look or tick: got " + line);
            };
            of.add(Arrays.stream(fields, 1, fields.length)
                    .mapToDouble(Double::parseDouble)
                    .toArray());
        }
        Diary diary = new Diary(tasks.size());
        for (int task = 0; task < tasks.size(); task++) {
            diary.sent(task, tasks.get(task)[0]);
            diary.started(task, tasks.get(task)[1], tasks.get(task)[3]);
            diary.ended(task, tasks.get(task)[2]);
        }
        diary.looks.addAll(looks);
        diary.ticks.addAll(ticks);
        diary.used(used);
        return diary;
    }

    Outcome outcome(Scenario scenario, double warmUpSeconds) {
        Witness witness = new Witness(scenario, warmUpSeconds);
        for (int look = 1; look < looks.size(); look++) {
            double[] before = looks.get(look - 1);
            double[] now = looks.get(look);
            witness.held((int) before[1], before[0], now[0]);
            witness.resized(now[0], (int) before[2], (int) now[2]);
        }
        double end = scenario.durationSeconds;
        for (int task = 0; task < sent.length; task++) {
            // what begins or ends in the moment after the run still belongs to nobody
            if (ended[task] <= end) {
                witness.ended(Math.min(sent[task], end), started[task], ended[task], work[task]);
            } else {
                witness.unfinished(Math.min(sent[task], end), end, started[task] <= end ? work[task] : 0);
            }
        }
        return witness.outcome();
    }

    Sizes sizes() {
        Sizes sizes = new Sizes();
        looks.forEach(look -> sizes.add(look[0], look[1]));
        return sizes;
    }

    /** How late the sender was, at the 99th percentile: the machine's part in what is called a wait. */
    double sendLagP99Seconds(Workload workload) {
        double[] lags = new double[sent.length];
        for (int task = 0; task < lags.length; task++) {
            lags[task] = sent[task] - workload.arrivalSeconds(task);
        }
        Arrays.sort(lags);
        return lags.length == 0 ? 0 : lags[(int) (0.99 * (lags.length - 1))];
    }
}
