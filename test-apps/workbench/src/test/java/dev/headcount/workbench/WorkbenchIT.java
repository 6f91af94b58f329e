package dev.headcount.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.replay.Outcome;
import dev.headcount.replay.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short load goes through the packaged agent: every task is written down, and the pool has followed.
 *
 * <p>Blind to: how near the simulator is; that takes minutes and a quiet machine.
 */
final class WorkbenchIT {

    @TempDir
    private Path folder;

    @Test
    void bench_underTheAgent_followsAStepAndWritesDownEachTask() throws Exception {
        Files.writeString(folder.resolve("short.csv"), "seconds,arrivals_per_second\n0,20\n4,300\n");
        Files.writeString(
                folder.resolve("short.properties"),
                "duration_s=10\nservice.mean_ms=50\nslo.wait_p99_ms=200\nfloor=2\nceiling=64\nseed=5\n");
        Load load = new Load(folder, "short", 1);
        Scenario scenario = load.scenario(2);

        Diary diary = new BenchProcess(
                        Path.of(System.getProperty("workbench.agent")),
                        "adaptive",
                        folder,
                        Runtime.getRuntime().availableProcessors(),
                        null)
                .run(load, scenario);

        Outcome outcome = diary.outcome(scenario, 0);
        assertThat(Files.readString(folder.resolve("short.log"))).isEmpty();
        // 1880 arrive; without the agent two threads would do 400 in that time
        assertThat(outcome.completed).isGreaterThan(1500);
        assertThat(outcome.peak).isBetween(15, 64);
        Sizes floor = new Sizes();
        floor.add(0, scenario.floor);
        assertThat(floor.difference(diary.sizes(), 0, 3)).isLessThan(2);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsAll(Arrays.asList("short.diary", "short.yaml"));
        }
    }
}
