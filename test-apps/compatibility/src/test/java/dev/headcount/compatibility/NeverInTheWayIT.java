package dev.headcount.compatibility;

import static dev.headcount.compatibility.OnEachJdk.Breadth.SMOKE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with options, disk or application: it runs to its normal end, and one line says what is off. */
final class NeverInTheWayIT {

    @OnEachJdk(SMOKE)
    void ordinaryProgram_underAgent_isNotSpokenTo(Jdk jdk) {
        right(ChildJvm.on(jdk, "ordinary").agent("").run("Ordinary").isClean());
    }

    @OnEachJdk(SMOKE)
    void unknownOption_isNamedInOneLine(Jdk jdk) {
        Outcome outcome =
                ChildJvm.on(jdk, "unknown-option").agent("colour=blue").run("Ordinary");

        right(outcome);
        saysOnly(outcome, "colour");
    }

    @OnEachJdk
    void badValue_isNamedInOneLine(Jdk jdk) {
        Outcome outcome = ChildJvm.on(jdk, "bad-value").agent("mode=turbo").run("Ordinary");

        right(outcome);
        saysOnly(outcome, "turbo");
    }

    @OnEachJdk
    void unreadableConfiguration_isNamedInOneLine(Jdk jdk, @TempDir Path folder) throws Exception {
        Path torn = Files.writeString(folder.resolve("torn.yaml"), "mode: [observe\n");
        for (Path file : List.of(folder.resolve("absent.yaml"), folder, torn)) {
            Outcome outcome = ChildJvm.on(jdk, "unreadable-" + file.getFileName())
                    .agent("config=" + file)
                    .run("Ordinary");

            right(outcome);
            saysOnly(outcome, file.toString());
        }
    }

    @OnEachJdk(SMOKE)
    void agentNamedTwice_runsOnce(Jdk jdk) {
        Outcome outcome =
                ChildJvm.on(jdk, "twice").agent("mode=observe").agent("").run("Ordinary");

        right(outcome);
        assertThat(outcome.complaints()).as(outcome.child()).hasSizeLessThanOrEqualTo(1);
        assertThat(outcome.err()).as(outcome.child()).isEqualTo(outcome.complaints());
    }

    @OnEachJdk(SMOKE)
    void everyClassVerified_changesNothing(Jdk jdk) {
        right(ChildJvm.on(jdk, "verified")
                .options("-Xverify:all")
                .agent("")
                .run("Ordinary")
                .isClean());
    }

    @OnEachJdk
    void temporaryFolder_notWritable_isNotNeeded(Jdk jdk) {
        // Not even root writes there.
        right(ChildJvm.on(jdk, "read-only")
                .options("-Djava.io.tmpdir=/proc")
                .agent("")
                .run("Ordinary")
                .isClean());
    }

    private static void right(Outcome outcome) {
        assertThat(outcome.isNormal().out()).as(outcome.child()).containsExactly("sum 20540", "end");
    }

    private static void saysOnly(Outcome outcome, String what) {
        assertThat(outcome.err()).as("stderr of %s", outcome.child()).hasSize(1);
        assertThat(outcome.err().get(0))
                .as(outcome.child())
                .startsWith("headcount: ")
                .contains(what);
    }
}
