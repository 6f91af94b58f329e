package dev.headcount.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a recording saw of the real pool: {@code observed.csv} with at least the columns {@code seconds} and
 * {@code size}, a row each time they were read.
 */
record Observed(double threadSeconds, int peak) {

    static Observed read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> columns = Arrays.asList(lines.get(0).split(",", 0));
        int seconds = columns.indexOf("seconds");
        int size = columns.indexOf("size");
        if (seconds < 0 || size < 0) {
            throw new IllegalArgumentException(file + ":1: expected the columns seconds and size: got " + lines.get(0));
        }
        double threadSeconds = 0;
        double before = Double.NaN;
        int held = 0;
        int peak = 0;
        for (int line = 1; line < lines.size(); line++) {
            String[] fields = lines.get(line).split(",", 0);
            try {
                double now = Double.parseDouble(fields[seconds]);
                threadSeconds += Double.isNaN(before) ? 0 : held * (now - before);
                before = now;
                held = Integer.parseInt(fields[size]);
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException(
                        file + ":" + (line + 1) + ": expected numbers: got " + lines.get(line), e);
            }
            peak = Math.max(peak, held);
        }
        return new Observed(threadSeconds, peak);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "observed: %.0f thread-seconds, at most %d threads", threadSeconds, peak);
    }
}
