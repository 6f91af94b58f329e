package dev.headcount.cli;

import dev.headcount.cli.jmx.RemoteAgent;
import dev.headcount.cli.refusal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "reload",
        mixinStandardHelpOptions = true,
        description = "Read the agent's configuration file now; a file with a mistake changes nothing.")
final class ReloadCommand implements Callable<Integer> {

    @Mixin
    private Target target;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (RemoteAgent agent = target.agent()) {
            spec.commandLine().getOut().println(agent.agent().call("reload", new Object[0]));
        }
        return ExitCode.DONE;
    }
}
