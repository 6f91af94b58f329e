package dev.headcount.cli;

import dev.headcount.cli.jmx.Bean;
import dev.headcount.cli.jmx.RemoteAgent;
import dev.headcount.cli.output.PoolJson;
import dev.headcount.cli.output.PoolTable;
import dev.headcount.cli.refusal.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "pools",
        mixinStandardHelpOptions = true,
        description = "Each pool's size, queue and waits, as of its last look.")
final class PoolsCommand implements Callable<Integer> {

    @Mixin
    private Target target;

    @Option(names = "--json", description = "For programs: all attributes of the JMX beans, unknown figures as null")
    private boolean isJson;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (RemoteAgent agent = target.agent()) {
            if (isJson) {
                out.println(PoolJson.of(attributes(agent)));
            } else if (agent.pools().isEmpty()) {
                out.println("no pool so far: each shows at its first task");
            } else {
                out.print(table(agent));
            }
        }
        out.flush();
        return ExitCode.DONE;
    }

    static String table(RemoteAgent agent) throws IOException {
        PoolTable table = new PoolTable();
        attributes(agent).forEach(table::add);
        return table.text();
    }

    private static List<Map<String, Object>> attributes(RemoteAgent agent) throws IOException {
        List<Map<String, Object>> pools = new ArrayList<>();
        for (Bean pool : agent.pools()) {
            pools.add(pool.attributes());
        }
        return pools;
    }
}
