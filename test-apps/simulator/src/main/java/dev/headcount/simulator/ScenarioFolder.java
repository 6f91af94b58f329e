package dev.headcount.simulator;

import dev.headcount.replay.Base;
import dev.headcount.replay.BaseReader;
import dev.headcount.replay.Scenario;
import dev.headcount.replay.ScenarioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder with scenarios, and with the clairvoyant's figures if it has them. */
record ScenarioFolder(Path folder) {

    private static final String REFERENCE = "reference.csv";

    /** All of them by name. */
    List<Scenario> scenarios() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't list " + folder, e);
        }
    }

    private Scenario read(Path file) {
        return ScenarioReader.read(file.getFileName().toString(), text(file), sibling -> text(folder.resolve(sibling)));
    }

    /** Empty where there is no such file. */
    Map<String, Base> bases() {
        Path file = folder.resolve(REFERENCE);
        return Files.exists(file) ? BaseReader.read(REFERENCE, text(file)) : Map.of();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }
}
