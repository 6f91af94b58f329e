package dev.headcount.cli.recording;

import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import dev.headcount.replay.Look;
import dev.headcount.replay.Observed;
import dev.headcount.replay.Recorder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a recording as it goes.
 *
 * <p>Invariant: from the first saving on the folder is a valid recording at any moment, also for a program that is
 * killed: rows are appended whole, and the scenarios that stand for them are replaced in one step each.
 * Threads: the one that looks, and the one that ends the program.
 */
public final class RecordingWriter {

    private final Path folder;
    private final BufferedWriter rows;
    private final Map<String, Recorder> recorders = new LinkedHashMap<>();

    /** Begins a recording in {@code folder}, which is made, or must be empty. */
    public RecordingWriter(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                if (files.iterator().hasNext()) {
                    throw new Refusal(
                            ExitCode.FAILED,
                            "cannot record into " + folder + ": it is not empty",
                            "a folder that is new or empty");
                }
            }
            rows = Files.newBufferedWriter(folder.resolve(RecordingFolder.OBSERVED), StandardCharsets.UTF_8);
            rows.write(Observed.HEADER + "\n");
            rows.flush();
        } catch (IOException failure) {
            throw refusal(failure);
        }
    }

    public synchronized void add(String pool, Look look) {
        String row = recorders.computeIfAbsent(pool, Recorder::new).add(look);
        if (row != null) {
            try {
                rows.write(row + "\n");
            } catch (IOException failure) {
                throw refusal(failure);
            }
        }
    }

    /** Brings the scenarios up to the last row. */
    public synchronized void save() {
        try {
            rows.flush();
            int number = 0;
            for (Map.Entry<String, Recorder> each : recorders.entrySet()) {
                number++;
                if (each.getValue().isUseful()) {
                    String file = fileName(each.getKey(), number);
                    replace(file + ".csv", each.getValue().rates());
                    replace(file + RecordingFolder.SCENARIO, each.getValue().properties(file + ".csv"));
                }
            }
        } catch (IOException failure) {
            throw refusal(failure);
        }
    }

    /** Any name will do for a pool, not so for a file; the number tells apart what then looks the same. */
    private static String fileName(String pool, int number) {
        return number + "-" + pool.replaceAll("[^A-Za-z0-9._-]+", "_");
    }

    private void replace(String file, String text) throws IOException {
        Path fresh = folder.resolve(file + ".new");
        Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
        Files.move(fresh, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Tasks by pool, for those that can be replayed. */
    public synchronized Map<String, Long> tasks() {
        Map<String, Long> tasks = new LinkedHashMap<>();
        recorders.forEach((pool, recorder) -> {
            if (recorder.isUseful()) {
                tasks.put(pool, recorder.arrivals());
            }
        });
        return tasks;
    }

    /** How long the longest recorded pool was looked at. */
    public synchronized double seconds() {
        return recorders.values().stream().mapToDouble(Recorder::seconds).max().orElse(0);
    }

    private Refusal refusal(IOException failure) {
        return new Refusal(
                ExitCode.FAILED,
                "cannot record into " + folder + ": " + failure,
                "a folder that this user may write, on a disk with room");
    }
}
