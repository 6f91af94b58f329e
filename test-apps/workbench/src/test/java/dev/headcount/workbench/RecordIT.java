package dev.headcount.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.headcount.replay.Observed;
import dev.headcount.replay.Outcome;
import dev.headcount.replay.Scenario;
import dev.headcount.replay.ScenarioReader;
import dev.headcount.replay.WhatIf;
import dev.headcount.scaling.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A known load goes through a real pool under the agent, is recorded from outside by the packaged command line until it
 * is told to end, and replayed.
 */
final class RecordIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path folder;

    private Process commandLine(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA, "-jar", System.getProperty("workbench.cli")));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(words[0] + ".out").toFile())
                .start();
    }

    @Test
    void recording_endedByASignal_replaysTheLoadThatItSaw() throws Exception {
        Files.writeString(folder.resolve("known.csv"), "seconds,arrivals_per_second\n0,40\n12,200\n");
        Files.writeString(
                folder.resolve("known.properties"),
                "duration_s=24\nservice.mean_ms=50\nslo.wait_p99_ms=200\nfloor=2\nceiling=64\nseed=5\n");
        Load load = new Load(folder, "known", 1);
        Scenario known = load.scenario(2);
        CompletableFuture<Diary> diary = CompletableFuture.supplyAsync(() -> {
            try {
                return new BenchProcess(
                                Path.of(System.getProperty("workbench.agent")),
                                "adaptive",
                                folder,
                                Runtime.getRuntime().availableProcessors(),
                                null)
                        .run(load, known);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        ProcessHandle bench = await().atMost(Duration.ofSeconds(20))
                .until(() -> ProcessHandle.current().children().findFirst().orElse(null), child -> child != null);
        Path recording = folder.resolve("recording");
        Process record = commandLine("record", Long.toString(bench.pid()), Bench.POOL, recording.toString());
        Path file = recording.resolve("1-bench.properties");
        await().atMost(Duration.ofSeconds(40)).until(() -> Files.exists(file) && seconds(file) > 15);
        record.destroy(); // as Ctrl-C does, but that a shell without a terminal has it ignored
        assertThat(record.waitFor(20, TimeUnit.SECONDS)).isTrue();
        diary.join();

        Scenario scenario = ScenarioReader.read("1-bench.properties", Files.readString(file), this::sibling);
        Observed observed = Observed.read("observed.csv", sibling("observed.csv"), scenario.name);
        WhatIf whatIf = new WhatIf(scenario, observed);
        Outcome seen = whatIf.observed();
        Outcome replayed = whatIf.with(Policy.adaptive());

        assertThat(Files.readString(folder.resolve("record.out"))).contains("ended sooner: recorded");
        assertThat(scenario.workMeanSeconds).isCloseTo(0.05, within(0.005));
        assertThat(scenario.floor).isEqualTo(2);
        assertThat(scenario.ceiling).isEqualTo(64);
        // 4 % apart on a quiet machine; three times as many where the step is missed
        assertThat(replayed.threadSeconds).isCloseTo(seen.threadSeconds, within(0.3 * seen.threadSeconds));
        Process whatif = commandLine("whatif", recording.toString());
        assertThat(whatif.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("whatif.out"))).contains("observed", "adaptive", "fixed:");
    }

    private static double seconds(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("duration_s="))
                .mapToDouble(line -> Double.parseDouble(line.substring("duration_s=".length())))
                .findFirst()
                .orElse(0);
    }

    private String sibling(String name) {
        try {
            return Files.readString(folder.resolve("recording").resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
