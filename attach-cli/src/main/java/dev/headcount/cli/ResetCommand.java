package dev.headcount.cli;

import dev.headcount.cli.jmx.Bean;
import dev.headcount.cli.jmx.RemoteAgent;
import dev.headcount.cli.refusal.ExitCode;
import java.util.Collections;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Drop everything that was set by hand or by a program: bounds, mode, objective, pin and lease.")
final class ResetCommand implements Callable<Integer> {

    @Mixin
    private Target target;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "POOL",
            description = Target.POOL + "; all pools where it is left out")
    private String pool;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (RemoteAgent agent = target.agentForWriting()) {
            Iterable<Bean> pools = pool == null ? agent.pools() : Collections.singletonList(target.pool(agent, pool));
            for (Bean bean : pools) {
                spec.commandLine().getOut().println(bean.call("reset", new Object[0]));
            }
        }
        return ExitCode.DONE;
    }
}
