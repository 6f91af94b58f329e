package dev.headcount.cli;

import static dev.headcount.compatibility.OnEachJdk.Breadth.SMOKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.tools.attach.VirtualMachine;
import dev.headcount.compatibility.ChildJvm;
import dev.headcount.compatibility.Jdk;
import dev.headcount.compatibility.OnEachJdk;
import dev.headcount.compatibility.RunningChild;
import java.time.Duration;

/** Each command against a JVM that knew nothing of us, from attaching to leaving. */
final class CommandsIT {

    private static RunningChild started(Jdk jdk, String name) {
        RunningChild child = ChildJvm.on(jdk, "cli-" + name).start("TwoPools");
        await().atMost(Duration.ofSeconds(20)).until(() -> child.lines().contains("ready"));
        return child;
    }

    @OnEachJdk(SMOKE)
    void attachPoolsDetach_onEveryJdk_work(Jdk jdk) {
        try (RunningChild child = started(jdk, "smoke")) {
            CommandLine cli = CommandLine.on(jdk);

            assertThat(cli.run("attach", child.pid(), "--mode", "observe")
                            .isDone()
                            .row("report-worker"))
                    .contains("elastic", "4->4", "4..");
            assertThat(cli.run("pools", child.pid()).isDone().row("http-worker"))
                    .contains("elastic", "8->8", "8..");
            cli.run("detach", child.pid()).isDone();
            cli.run("pools", child.pid()).isRefused(3, "Headcount is not in " + child.pid(), " attach ");
            assertThat(child.isAlive()).isTrue();
        }
    }

    @OnEachJdk
    void commands_fromAttachToDetach_doWhatTheySay(Jdk jdk) {
        try (RunningChild child = started(jdk, "commands")) {
            CommandLine cli = CommandLine.on(jdk);
            String pid = Long.toString(child.pid());

            assertThat(cli.run("list").isDone().row(pid)).contains("dev.headcount.subject.TwoPools", " - ");

            CommandLine.Answer attached =
                    cli.run("attach", pid, "--set", "forecast=linear").isDone();
            assertThat(attached.out()).matches("(?s)Headcount \\S+ is in " + pid + " .*, mode auto, 2 pools\n.*");
            assertThat(attached.row("http-worker")).contains("elastic", "normal");
            assertThat(attached.row("report-worker")).contains("elastic", "normal");
            assertThat(cli.run("list").isDone().row(pid)).contains(" in ");

            assertThat(cli.run("pin", pid, "http", 10, "--for", "30m", "--because", "sale")
                            .isDone()
                            .out())
                    .startsWith("http-worker: pinned at 10 for 30 min because sale; unpin() ends it\n");
            assertThat(cli.run("explain", pid, "http").isDone().out())
                    .contains("pinned to 10 by " + System.getProperty("user.name") + " (command line)")
                    .contains("\nforecast: linear ");
            assertThat(cli.run("set", pid, "report-worker", "--floor", 40, "--ceiling", 50)
                            .isDone()
                            .out())
                    .containsPattern("report-worker: Ceiling \\d+ -> 50\n")
                    .contains("report-worker: Floor 4 -> 40\n");
            assertThat(cli.run("pools", pid).isDone().row("http-worker")).contains("pinned", "10->10");
            assertThat(cli.run("status", pid).isDone().out())
                    .contains("  mode           auto\n", "  health         ok\n", "  pools          2\n")
                    .contains("  http-worker: pinned, ", "  report-worker: floor 40 (set by hand)");
            assertThat(cli.run("explain", pid, "report").isDone().out()).contains("floor 40 (set by hand), ceiling 50");
            assertThat(cli.run("unpin", pid, "http").isDone().out())
                    .isEqualTo("http-worker: unpinned: the autoscaler decides again\n");
            assertThat(cli.run("reset", pid).isDone().out())
                    .isEqualTo("http-worker: reset: everything set by hand is dropped\n"
                            + "report-worker: reset: everything set by hand is dropped\n");

            assertThat(cli.run("pause", pid, "--for", "10m").isDone().out())
                    .startsWith("paused for 10 min: sizes stay as they are")
                    .contains(" resume " + pid);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(cli.run("status", pid).isDone().out()).contains("  http-worker: paused, "));
            assertThat(cli.run("resume", pid).isDone().out()).isEqualTo("resumed: the autoscaler decides again\n");

            assertThat(cli.run("detach", pid).isDone().out())
                    .isEqualTo("Headcount has left " + pid + " (dev.headcount.subject.TwoPools); its pools have the"
                            + " application's own sizes again\n");
            assertThat(cli.run("list").isDone().row(pid)).contains(" - ");
            cli.run("pools", pid).isRefused(3, "Headcount is not in " + pid, " attach " + pid);
            assertThat(child.isAlive()).isTrue();
        }
    }

    @OnEachJdk
    void pools_asJson_haveTheNamesOfTheBeansAttributes(Jdk jdk) {
        try (RunningChild child = started(jdk, "json")) {
            CommandLine.on(jdk).run("attach", child.pid(), "--mode", "observe").isDone();

            assertThat(CommandLine.on(jdk)
                            .run("pools", child.pid(), "--json")
                            .isDone()
                            .out())
                    .contains("\"Name\":\"http-worker\"", "\"Kind\":\"elastic\"", "\"Mode\":\"observe\"")
                    .contains("\"QueueCapacity\":-1", "\"WaitP99Millis\":", "\"DecisionReason\":\"");
        }
    }

    @OnEachJdk
    void attach_again_saysSoAndChangesNothing(Jdk jdk) {
        try (RunningChild child = started(jdk, "again")) {
            CommandLine cli = CommandLine.on(jdk);
            cli.run("attach", child.pid(), "--mode", "observe").isDone();

            CommandLine.Answer again =
                    cli.run("attach", child.pid(), "--mode", "auto").isDone();

            assertThat(again.out())
                    .matches("(?s)Headcount \\S+ is already in .*, mode observe; nothing was changed\n.*")
                    .contains(" detach " + child.pid() + " && ");
            assertThat(again.row("http-worker")).contains("elastic");
            assertThat(cli.run("status", child.pid()).isDone().out()).contains("  mode           observe\n");
        }
    }

    @OnEachJdk
    void attach_withoutJmx_showsNoPoolsAndStartsNoConnector(Jdk jdk) throws Exception {
        try (RunningChild child = started(jdk, "no-jmx")) {
            assertThat(CommandLine.on(jdk)
                            .run("attach", child.pid(), "--no-jmx")
                            .isDone()
                            .out())
                    .matches("Headcount \\S+ is in .*, mode auto, 2 pools\n");

            VirtualMachine machine = VirtualMachine.attach(Long.toString(child.pid()));
            assertThat(machine.getAgentProperties())
                    .doesNotContainKey("com.sun.management.jmxremote.localConnectorAddress");
            machine.detach();
        }
    }

    /** An agent that was on the command line is found, too, and shows its beans when somebody asks. */
    @OnEachJdk
    void pools_ofAnAgentFromTheCommandLine_areShown(Jdk jdk) {
        try (RunningChild child =
                ChildJvm.on(jdk, "cli-javaagent").agent("mode=observe").start("TwoPools")) {
            await().atMost(Duration.ofSeconds(20)).until(() -> child.lines().contains("ready"));
            CommandLine cli = CommandLine.on(jdk);

            assertThat(cli.run("pools", child.pid()).isDone().row("http-worker"))
                    .contains("8->8");
            assertThat(cli.run("attach", child.pid()).isDone().out())
                    .startsWith("Headcount ")
                    .contains("is already in");
        }
    }
}
