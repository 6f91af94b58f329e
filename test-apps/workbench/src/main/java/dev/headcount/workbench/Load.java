package dev.headcount.workbench;

import dev.headcount.replay.Scenario;
import dev.headcount.replay.ScenarioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A scenario of the simulator's as it is played here.
 *
 * @param speed how many times sooner everything happens; rates and work stay as they are, so that a tick means as much
 */
record Load(Path folder, String name, double speed) {

    /** @param processors of this machine: a load that burns them is scaled to as many */
    Scenario scenario(int processors) {
        Scenario scenario = ScenarioReader.read(name + ".properties", text(name + ".properties"), this::text);
        boolean isShared = scenario.cores == 0 && scenario.capacity > 0 || !scenario.errorWindows.isEmpty();
        if (isShared || scenario.answersBack()) {
            throw new IllegalArgumentException(
                    name + " can't be played here: its tasks share a downstream, fail, or answer to the pool");
        }
        double scale = scenario.cores > 0 ? (double) processors / scenario.cores : 1;
        return scenario.scaled(scale, 1, 1).compressed(speed);
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + folder.resolve(file), e);
        }
    }
}
