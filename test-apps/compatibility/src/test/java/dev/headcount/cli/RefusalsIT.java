package dev.headcount.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headcount.compatibility.ChildJvm;
import dev.headcount.compatibility.Jdk;
import dev.headcount.compatibility.OnEachJdk;
import dev.headcount.compatibility.RunningChild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is said with its reason and the next command, in seconds, and harms nobody. */
final class RefusalsIT {

    @TempDir
    private Path folder;

    private static RunningChild started(ChildJvm jvm) {
        RunningChild child = jvm.start("TwoPools");
        await().atMost(Duration.ofSeconds(20)).until(() -> child.lines().contains("ready"));
        return child;
    }

    @OnEachJdk
    void attach_toWhatIsNoJvm_leavesItAlive(Jdk jdk) throws Exception {
        Process sleep = new ProcessBuilder("sleep", "60").start();
        try {
            CommandLine.on(jdk)
                    .run("attach", sleep.pid())
                    .isRefused(3, "cannot attach to " + sleep.pid() + " (sleep): it is not a JVM", " list");
            CommandLine.on(jdk).run("pools", sleep.pid()).isRefused(3, "it is not a JVM", " list");
            assertThat(sleep.isAlive()).isTrue();
        } finally {
            sleep.destroyForcibly().waitFor();
        }
        CommandLine.on(jdk).run("attach", sleep.pid()).isRefused(3, "there is no process " + sleep.pid(), " list");
    }

    @OnEachJdk
    void attach_toAStoppedJvm_doesNotWaitForIt(Jdk jdk) {
        try (RunningChild child = started(ChildJvm.on(jdk, "cli-stopped"))) {
            CommandLine.answer(List.of("kill", "-STOP", Long.toString(child.pid())));

            CommandLine.on(jdk)
                    .run("attach", child.pid())
                    .isRefused(7, "it is stopped", "kill -CONT " + child.pid() + " && ");
            assertThat(CommandLine.on(jdk).run("list").isDone().row(Long.toString(child.pid())))
                    .endsWith("stopped");

            CommandLine.answer(List.of("kill", "-CONT", Long.toString(child.pid())));
            CommandLine.on(jdk).run("attach", child.pid()).isDone();
        }
    }

    @OnEachJdk
    void attach_switchedOff_namesTheFlag(Jdk jdk) {
        try (RunningChild child = started(ChildJvm.on(jdk, "cli-off").options("-XX:+DisableAttachMechanism"))) {
            CommandLine.on(jdk)
                    .run("attach", child.pid())
                    .isRefused(5, "it was started with -XX:+DisableAttachMechanism", "start it with -javaagent:");
            assertThat(child.lines()).containsExactly("ready");
        }
    }

    @OnEachJdk(from = 9)
    void attach_loadingAgentsSwitchedOff_namesTheFlag(Jdk jdk) {
        try (RunningChild child =
                started(ChildJvm.on(jdk, "cli-no-loading").options("-XX:-EnableDynamicAgentLoading"))) {
            CommandLine.on(jdk)
                    .run("attach", child.pid())
                    .isRefused(5, "it was started with -XX:-EnableDynamicAgentLoading", "start it with -javaagent:");
        }
    }

    /** With -Xrs a JVM has no handler for SIGQUIT, but listens from its start: attaching sends none. */
    @OnEachJdk
    void attach_toAJvmWithoutSignals_works(Jdk jdk) {
        try (RunningChild child = started(ChildJvm.on(jdk, "cli-xrs").options("-Xrs"))) {
            CommandLine.on(jdk).run("attach", child.pid()).isDone();
            assertThat(child.isAlive()).isTrue();
        }
    }

    /** A JVM that keeps no performance data is missing from the attach API's own list. */
    @OnEachJdk
    void list_jvmWithoutPerformanceData_isThere(Jdk jdk) {
        try (RunningChild child = started(ChildJvm.on(jdk, "cli-no-perf").options("-XX:-UsePerfData"))) {
            assertThat(CommandLine.on(jdk).run("list").isDone().row(Long.toString(child.pid())))
                    .contains("dev.headcount.subject.TwoPools");
        }
    }

    @OnEachJdk
    void attach_withAWrongJar_saysWhatIsWrongWithIt(Jdk jdk) throws IOException {
        Path junk = Files.writeString(folder.resolve("junk.jar"), "junk");
        try (RunningChild child = started(ChildJvm.on(jdk, "cli-wrong-jar"))) {
            CommandLine cli = CommandLine.on(jdk);
            cli.run("attach", child.pid(), "--agent", "/nowhere/agent.jar")
                    .isRefused(1, "there is no agent's jar at /nowhere/agent.jar", "--agent PATH/headcount-agent.jar");
            cli.run("attach", child.pid(), "--agent", junk).isRefused(1, junk + " is no jar (", "--agent PATH/");
            cli.run("attach", child.pid(), "--agent=" + CommandLine.JAR)
                    .isRefused(1, CommandLine.JAR + " is a jar, but no agent", "--agent PATH/");
            assertThat(cli.run("list").isDone().row(Long.toString(child.pid()))).contains(" - ");
        }
    }

    @OnEachJdk
    void attach_withOptionsThatTheAgentRefuses_installsNothing(Jdk jdk) {
        try (RunningChild child = started(ChildJvm.on(jdk, "cli-bad-option"))) {
            CommandLine cli = CommandLine.on(jdk);
            cli.run("attach", child.pid(), "--set", "nonsense=1")
                    .isRefused(6, "the agent refused: agent argument \"nonsense\": unknown key", " attach ");
            cli.run("attach", child.pid(), "--config", "/nowhere.yaml")
                    .isRefused(1, "it sees no file /nowhere.yaml", "--config PATH");
            assertThat(cli.run("list").isDone().row(Long.toString(child.pid()))).contains(" - ");
        }
    }

    @OnEachJdk
    void set_valueThatTheAgentRefuses_saysTheRange(Jdk jdk) {
        try (RunningChild child = started(ChildJvm.on(jdk, "cli-bad-value").agent(""))) {
            CommandLine cli = CommandLine.on(jdk);
            cli.run("set", child.pid(), "http", "--floor", 0)
                    .isRefused(6, "http-worker: Floor: floor must be 1..", "a value that it allows");
            cli.run("pin", child.pid(), "http", 5, "--for", "30h")
                    .isRefused(6, "minutes must be 1..1440: got 1800", "a value that it allows");
            cli.run("explain", child.pid(), "worker")
                    .isRefused(1, "2 pools have \"worker\" in their names: http-worker, report-worker", " pools ");
            cli.run("explain", child.pid(), "queue")
                    .isRefused(1, "no pool has \"queue\" in its name: http-worker, report-worker", " pools ");
        }
    }

    @OnEachJdk
    void status_ofAJvmThatTakesTooLong_isGivenUp(Jdk jdk) {
        try (RunningChild child = started(ChildJvm.on(jdk, "cli-slow").agent("mode=observe"))) {
            CommandLine.on(jdk)
                    .run("status", child.pid(), "--timeout", "1ms")
                    .isRefused(7, "gave up after 1ms while ", " status " + child.pid() + " --timeout 60s");
        }
    }

    @OnEachJdk(from = 9)
    void attach_fromAJre_namesTheWaysThatAreLeft(Jdk jdk) {
        try (RunningChild child = started(ChildJvm.on(jdk, "cli-jre"))) {
            CommandLine.on(jdk)
                    .with("--limit-modules=java.se")
                    .run("attach", child.pid())
                    .isRefused(
                            5,
                            "is a JRE without the attach API",
                            "without one: jattach " + child.pid() + " load instrument false ");
        }
    }

    @OnEachJdk
    void words_thatMakeNoCommand_areAnsweredWithTheRightOnes(Jdk jdk) {
        CommandLine cli = CommandLine.on(jdk);
        cli.run().isRefused(2, "a command is missing", "headcount --help");
        cli.run("attach").isRefused(2, "Missing required parameter: 'PID'", "headcount attach --help");
        cli.run("set", 1, "http").isRefused(2, "nothing to set: give --floor", "headcount set --help");
        cli.run("set", 1, "http", "--floor", 9, "--ceiling", 8).isRefused(2, "--floor must not be above", "--help");
        cli.run("pin", 1, "http", 5, "--for", "90s").isRefused(2, "--for takes whole minutes", "headcount pin --help");
        cli.run("pools", 1, "--timeout", "soon").isRefused(2, "got \"soon\"", "headcount pools --help");
        cli.run("attach", 1, "--set", "ceiling=1,2")
                .isRefused(2, "ceiling may hold no comma", "headcount attach --help");
    }
}
