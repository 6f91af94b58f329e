package dev.headcount.cli.recording;

import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import dev.headcount.replay.Observed;
import dev.headcount.replay.Scenario;
import dev.headcount.replay.ScenarioException;
import dev.headcount.replay.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Reads a recording, or any folder of scenarios; refuses one in which anything is wrong. */
public final class RecordingFolder {

    static final String OBSERVED = "observed.csv";
    static final String SCENARIO = ".properties";

    private final Path folder;

    public RecordingFolder(Path folder) {
        this.folder = folder;
    }

    /** By file name; one at least. */
    public List<Scenario> scenarios() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + SCENARIO)) {
            found.forEach(files::add);
        } catch (IOException failure) {
            throw refusal("cannot read " + folder + ": " + failure);
        }
        if (files.isEmpty()) {
            throw refusal(folder + " is no recording: expected a file *" + SCENARIO + " in it");
        }
        Collections.sort(files);
        List<Scenario> scenarios = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            scenarios.add(checked(() -> ScenarioReader.read(name, text(name), this::text)));
        }
        return scenarios;
    }

    /** What was seen of the pool of that name; {@code null} where nobody looked. */
    public Observed observed(String pool) {
        return Files.exists(folder.resolve(OBSERVED))
                ? checked(() -> Observed.read(OBSERVED, text(OBSERVED), pool))
                : null;
    }

    private <T> T checked(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ScenarioException wrong) {
            throw refusal(folder + "/" + wrong.getMessage());
        }
    }

    private String text(String file) {
        try {
            return new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw refusal("cannot read " + folder.resolve(file) + ": " + failure);
        }
    }

    private static Refusal refusal(String why) {
        return new Refusal(
                ExitCode.FAILED, why, "a folder that headcount record has made, or scenarios in the same format");
    }
}
