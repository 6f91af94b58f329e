package dev.headcount.cli;

import dev.headcount.cli.jmx.RemoteAgent;
import dev.headcount.cli.refusal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "unpin", mixinStandardHelpOptions = true, description = "End a pin: the autoscaler decides again.")
final class UnpinCommand implements Callable<Integer> {

    @Mixin
    private Target target;

    @Parameters(index = "1", paramLabel = "POOL", description = Target.POOL)
    private String pool;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (RemoteAgent agent = target.agentForWriting()) {
            spec.commandLine().getOut().println(target.pool(agent, pool).call("unpin", new Object[0]));
        }
        return ExitCode.DONE;
    }
}
