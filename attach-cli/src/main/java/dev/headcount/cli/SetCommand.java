package dev.headcount.cli;

import dev.headcount.cli.jmx.Bean;
import dev.headcount.cli.jmx.RemoteAgent;
import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets values of a pool one after the other, in an order in which each is allowed; says what was done of it. */
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        description = "Set bounds, mode or wait objective of a pool, until reset or the end of the JVM.")
final class SetCommand implements Callable<Integer> {

    @Mixin
    private Target target;

    @Parameters(index = "1", paramLabel = "POOL", description = Target.POOL)
    private String pool;

    @Option(
            names = "--floor",
            paramLabel = "N",
            converter = ThreadsText.class,
            description = "Fewest threads that the autoscaler may want")
    private Integer floor;

    @Option(
            names = "--ceiling",
            paramLabel = "N",
            converter = ThreadsText.class,
            description = "Most threads that the autoscaler may want")
    private Integer ceiling;

    @Option(names = "--mode", paramLabel = "MODE", description = "auto, advise or observe, for this pool")
    private String mode;

    @Option(
            names = "--wait-objective",
            paramLabel = "TIME",
            description = "What the 99th percentile of waits should stay below: 250ms, 2s")
    private Duration waitObjective;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (floor == null && ceiling == null && mode == null && waitObjective == null) {
            throw new ParameterException(
                    spec.commandLine(), "nothing to set: give --floor, --ceiling, --mode or --wait-objective");
        }
        if (floor != null && ceiling != null && floor > ceiling) {
            throw new ParameterException(
                    spec.commandLine(), "--floor must not be above --ceiling: got " + floor + " and " + ceiling);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (RemoteAgent agent = target.agentForWriting()) {
            Bean bean = target.pool(agent, pool);
            for (Map.Entry<String, Object> value : inOrder(bean).entrySet()) {
                String attribute = value.getKey();
                Object before = bean.attribute(attribute);
                bean.set(attribute, value.getValue());
                out.println(bean.name() + ": " + attribute + " " + before + " -> " + bean.attribute(attribute));
                out.flush();
            }
            out.println("  until: "
                    + target.program()
                            .command("reset", Long.toString(target.process().pid()), bean.name()));
        }
        return ExitCode.DONE;
    }

    /** A floor above the present ceiling needs the new ceiling first; a ceiling below the present floor the new floor. */
    private Map<String, Object> inOrder(Bean bean) throws Refusal {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean isCeilingFirst = floor != null && floor > (Integer) bean.attribute("Ceiling");
        if (isCeilingFirst) {
            put(values, "Ceiling", ceiling);
        }
        put(values, "Floor", floor);
        put(values, "Ceiling", ceiling);
        put(values, "Mode", mode);
        put(values, "WaitObjectiveMillis", waitObjective == null ? null : waitObjective.toMillis());
        return values;
    }

    private static void put(Map<String, Object> values, String attribute, Object value) {
        if (value != null) {
            values.put(attribute, value);
        }
    }
}
