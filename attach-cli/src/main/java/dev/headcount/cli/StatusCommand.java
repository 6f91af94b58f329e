package dev.headcount.cli;

import dev.headcount.cli.jmx.Bean;
import dev.headcount.cli.jmx.RemoteAgent;
import dev.headcount.cli.refusal.ExitCode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "The agent's version, mode, health and configuration, and what was set by hand.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private Target target;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (RemoteAgent agent = target.agent()) {
            Map<String, Object> facts = agent.agent().attributes();
            out.println("Headcount " + facts.get("Version") + " is in " + target.process());
            out.println("  mode           " + facts.get("Mode"));
            out.println("  health         " + facts.get("Health"));
            out.println("  configuration  " + facts.get("ConfigSource"));
            if (!String.valueOf(facts.get("ConfigError")).isEmpty()) {
                out.println("  mistake in it  " + facts.get("ConfigError"));
            }
            out.println("  looks          every " + facts.get("TickMillis") + " ms, " + facts.get("AgentCpuMillis")
                    + " ms of CPU time so far");
            out.println("  pools          " + facts.get("PoolCount"));
            for (Bean pool : agent.pools()) {
                print(out, pool, facts);
            }
        }
        out.flush();
        return ExitCode.DONE;
    }

    /** Only what differs from the rule: a state, a mode of its own, bounds by hand. */
    private static void print(PrintWriter out, Bean pool, Map<String, Object> agent) {
        Map<String, Object> facts = pool.attributes();
        if (!"normal".equals(facts.get("State"))) {
            out.println("  " + pool.name() + ": " + facts.get("State") + ", " + facts.get("DecisionReason"));
        }
        if (!agent.get("Mode").equals(facts.get("Mode"))) {
            out.println("  " + pool.name() + ": "
                    + ByHand.mode(String.valueOf(facts.get("Mode")), String.valueOf(agent.get("ConfigSource"))));
        }
        String bounds = ByHand.bounds(pool.call("explain", new Object[0]));
        if (!bounds.isEmpty()) {
            out.println("  " + pool.name() + ": " + bounds);
        }
    }
}
