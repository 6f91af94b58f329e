package dev.headcount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.cli.recording.RecordingWriter;
import dev.headcount.replay.Look;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A recording is written, read again and replayed; and what is said of one in which something is wrong. */
final class WhatIfCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path parent;

    private Path folder;

    /** 100 tasks a second of 50 ms each, for a minute, on eight threads. */
    @BeforeEach
    void record() {
        folder = parent.resolve("recording");
        RecordingWriter writer = new RecordingWriter(folder);
        for (int look = 0; look <= 300; look++) {
            Map<String, Double> figures = new HashMap<>();
            Look.FIGURES.forEach(name -> figures.put(name, 0.0));
            figures.put("LookMillis", 5000 + 200.0 * look);
            figures.put("Size", 8.0);
            figures.put("Core", 8.0);
            figures.put("Floor", 2.0);
            figures.put("Ceiling", 32.0);
            figures.put("QueueCapacity", -1.0);
            figures.put("WaitObjectiveMillis", 100.0);
            figures.put("SubmittedCount", 20.0 * look);
            figures.put("CompletedCount", 20.0 * look);
            figures.put("WaitCount", 20.0 * look);
            figures.put("LateCount", Math.floor(look / 10.0));
            figures.put("ServiceCount", 20.0 * look);
            figures.put("ServiceSumSeconds", 1.0 * look);
            figures.put("ServiceVariation", 1.0);
            writer.add("orders/7", new Look(figures::get));
        }
        writer.save();
    }

    private int whatIf(String... options) {
        List<String> arguments = new ArrayList<>(Arrays.asList("whatif", folder.toString()));
        arguments.addAll(Arrays.asList(options));
        CommandLine line = Main.commandLine(new Main(new Context(arguments.toArray(new String[0]))));
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments.toArray(new String[0]));
    }

    @Test
    void recording_isReplayedBesideWhatWasSeen() {
        assertThat(whatIf("--policy", "adaptive,fixed:12")).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("orders/7: 60 s, 2..32 threads, late above 100ms; the first 6 s are not judged");
        assertThat(lines.get(1)).isEqualTo("POLICY     LATE  WAIT-P50  WAIT-P99  THREAD-S  PEAK  RESIZES/MIN");
        assertThat(lines.get(2)).matches("observed +0\\.5\\d% +0\\.0ms +0\\.0ms +432 +8 +0\\.0");
        assertThat(lines).anyMatch(line -> line.startsWith("adaptive"));
        assertThat(lines).anyMatch(line -> line.matches("fixed:12 .* 648 +12 +0\\.0.*"));
        assertThat(lines)
                .filteredOn(line -> line.endsWith("best constant size in hindsight"))
                .hasSize(1);
    }

    @Test
    void bounds_thatAreAskedFor_hold() {
        assertThat(whatIf("--policy", "adaptive", "--ceiling", "4", "--floor", "3", "--objective", "2s"))
                .isZero();
        assertThat(out.toString()).startsWith("orders/7: 60 s, 3..4 threads, late above 2.0s;");
        // nobody has counted those that waited longer than that
        assertThat(out.toString().lines().toList().get(2)).matches("observed +- +0\\.0ms .*");
    }

    @Test
    void json_isAnObjectForEachPolicy() {
        assertThat(whatIf("--json", "--policy", "threshold")).isZero();
        assertThat(out.toString())
                .contains(
                        "\"policy\":\"observed\"",
                        "\"policy\":\"threshold\"",
                        "\"isBestFixed\":true",
                        "\"lateShare\":");
    }

    @Test
    void unknownPolicy_isAUsageErrorWithAllNames() {
        assertThat(whatIf("--policy", "magic")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(
                        "headcount: --policy takes adaptive, threshold, aimd, pid, queueing, gradient, hill-climbing"
                                + " or fixed:N with N of 1 to 10000: got \"magic\"");
    }

    @Test
    void floorAboveCeiling_isAUsageError() {
        assertThat(whatIf("--floor", "9", "--ceiling", "3")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("headcount: --floor and --ceiling take 1 to 10000, the floor at most the ceiling:"
                        + " got 9 and 3");
    }

    @Test
    void brokenRow_isNamedByFileAndLine() throws IOException {
        Files.writeString(folder.resolve("observed.csv"), "seconds,size\n0,4\n1\n");
        assertThat(whatIf()).isEqualTo(1);
        assertThat(err.toString())
                .startsWith(
                        "headcount: " + folder + "/observed.csv:3: expected 2 values with commas between them: got 1");
    }

    @Test
    void folderWithoutScenario_isNoRecording() throws IOException {
        Files.delete(folder.resolve("1-orders_7.properties"));
        assertThat(whatIf()).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("headcount: " + folder + " is no recording: expected a file *.properties in it");
    }

    @Test
    void recording_isThreeFilesAndNothingHalfWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("observed.csv", "1-orders_7.csv", "1-orders_7.properties");
        }
    }

    @Test
    void recording_intoAFolderWithFiles_isRefused() {
        try {
            new RecordingWriter(folder);
            throw new AssertionError("it overwrote a recording");
        } catch (dev.headcount.cli.refusal.Refusal refusal) {
            assertThat(refusal).hasMessage("cannot record into " + folder + ": it is not empty");
        }
    }
}
