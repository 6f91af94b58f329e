package dev.headcount.cli;

import dev.headcount.cli.jmx.RemoteAgent;
import dev.headcount.cli.refusal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "resume", mixinStandardHelpOptions = true, description = "End a pause: the autoscaler decides again.")
final class ResumeCommand implements Callable<Integer> {

    @Mixin
    private Target target;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (RemoteAgent agent = target.agentForWriting()) {
            spec.commandLine().getOut().println(agent.agent().call("resume", new Object[0]));
        }
        return ExitCode.DONE;
    }
}
