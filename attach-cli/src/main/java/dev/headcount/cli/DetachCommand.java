package dev.headcount.cli;

import dev.headcount.cli.jmx.RemoteAgent;
import dev.headcount.cli.process.JvmProcess;
import dev.headcount.cli.refusal.ExitCode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The agent answers before it leaves; that it has left is seen by us. */
@Command(
        name = "detach",
        mixinStandardHelpOptions = true,
        description = "Give back every size, remove hooks, beans and threads; the JVM goes on as it was.")
final class DetachCommand implements Callable<Integer> {

    private static final long LOOK_MILLIS = 50;

    @Mixin
    private Target target;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        JvmProcess process = target.process();
        try (RemoteAgent agent = target.agentForWriting()) {
            agent.agent().call("detach", new Object[0]);
            target.context().timeLimit.at("waiting for Headcount to leave " + process);
            while (process.hasAgent() || isThere(agent)) {
                Thread.sleep(LOOK_MILLIS);
            }
        }
        spec.commandLine()
                .getOut()
                .println("Headcount has left " + process + "; its pools have the application's own sizes again");
        return ExitCode.DONE;
    }

    /** A JVM that ends meanwhile is one without Headcount. */
    private static boolean isThere(RemoteAgent agent) {
        try {
            return agent.isThere();
        } catch (IOException ended) {
            return false;
        }
    }
}
