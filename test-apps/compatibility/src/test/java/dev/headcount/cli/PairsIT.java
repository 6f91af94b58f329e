package dev.headcount.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.headcount.compatibility.ChildJvm;
import dev.headcount.compatibility.Jdk;
import dev.headcount.compatibility.Jdks;
import dev.headcount.compatibility.RunningChild;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JDKs of different versions misread each other's answers on an attach; the agent's own word is what counts. */
final class PairsIT {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"8, 25", "25, 8", "17, 21", "17, 8"})
    void attach_toAnotherVersion_isToldTheTruth(int attacher, int target) {
        assumeThat(jdk(attacher)).as("JDK %s", attacher).isPresent();
        assumeThat(jdk(target)).as("JDK %s", target).isPresent();
        CommandLine cli = CommandLine.on(jdk(attacher).get());
        try (RunningChild child =
                ChildJvm.on(jdk(target).get(), "cli-from-" + attacher + "-to").start("TwoPools")) {
            await().atMost(Duration.ofSeconds(20)).until(() -> child.lines().contains("ready"));

            CommandLine.Answer attached =
                    cli.run("attach", child.pid(), "--mode", "observe").isDone();
            assertThat(attached.out()).contains(", mode observe, 2 pools\n");
            assertThat(attached.row("report-worker")).contains("4->4");
            assertThat(cli.run("pools", child.pid()).isDone().row("http-worker"))
                    .contains("8->8");
            cli.run("attach", child.pid(), "--mode", "nonsense").isDone();
            cli.run("detach", child.pid()).isDone();
            cli.run("attach", child.pid(), "--mode", "nonsense")
                    .isRefused(6, "the agent refused: agent argument mode: found \"nonsense\"", " attach ");
            cli.run("status", child.pid()).isRefused(3, "Headcount is not in", " attach " + child.pid());
        }
    }

    private static Optional<Jdk> jdk(int version) {
        return Jdks.found().stream().filter(jdk -> jdk.version() == version).findFirst();
    }
}
