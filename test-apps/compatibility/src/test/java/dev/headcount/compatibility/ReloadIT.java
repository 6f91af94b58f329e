package dev.headcount.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A configuration file that changes is followed in the running JVM, as a whole or not at all. */
final class ReloadIT {

    /** Healthy: below 1,500; never when it is not followed. A build has other things to do. */
    private static final long SEEN_WITHIN_MILLIS = 5_000;

    @TempDir
    Path folder;

    @OnEachJdk
    void file_thatChanges_isInForceWithinSeconds(Jdk jdk) throws IOException {
        Path first = Files.createDirectory(folder.resolve("..first"));
        Files.writeString(first.resolve("headcount.yaml"), "ceiling: 20\n");
        Files.createSymbolicLink(folder.resolve("..data"), first.getFileName());
        Path file = Files.createSymbolicLink(folder.resolve("headcount.yaml"), Path.of("..data", "headcount.yaml"));

        Outcome outcome = ChildJvm.on(jdk, "reload")
                .agent("config=" + file)
                .run("Reload", file.toString())
                .isClean();

        List<String> seen = outcome.values("saw");
        System.out.println("reload on " + jdk + ": " + seen);
        assertThat(seen)
                .extracting(line -> line.split(" ")[0])
                .containsExactly("rule", "swap", "floor", "grown", "pinned", "stopped", "started");
        assertThat(seen).allMatch(line -> Long.parseLong(line.split(" ")[1]) < SEEN_WITHIN_MILLIS);
        assertThat(outcome.values("kept")).containsExactly("5 6");
        assertThat(outcome.values("closed"))
                .containsExactly(
                        "writes are closed (" + file + ":2:1: writes is none); change the configuration instead");
    }
}
