package dev.headcount.cli;

import dev.headcount.cli.jmx.RemoteAgent;
import dev.headcount.cli.refusal.ExitCode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        description = "Let all sizes be as they are, for a while; pins still pass.")
final class PauseCommand implements Callable<Integer> {

    @Mixin
    private Target target;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "60m",
            description = "Whole minutes, 1m to 24h; the pause then ends by itself (default: ${DEFAULT-VALUE})")
    private Duration time;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        int minutes = WholeMinutes.of(time, spec);
        try (RemoteAgent agent = target.agentForWriting()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(agent.agent().call("pause", new Object[] {minutes}, "int"));
            out.println("  sooner: "
                    + target.program()
                            .command("resume", Long.toString(target.process().pid())));
        }
        return ExitCode.DONE;
    }
}
