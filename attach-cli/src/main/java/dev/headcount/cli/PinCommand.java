package dev.headcount.cli;

import dev.headcount.cli.jmx.Bean;
import dev.headcount.cli.jmx.RemoteAgent;
import dev.headcount.cli.refusal.ExitCode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "pin",
        mixinStandardHelpOptions = true,
        description = "Give a pool a size, whatever the load says, for a while.")
final class PinCommand implements Callable<Integer> {

    @Mixin
    private Target target;

    @Parameters(index = "1", paramLabel = "POOL", description = Target.POOL)
    private String pool;

    @Parameters(index = "2", paramLabel = "N", converter = ThreadsText.class, description = "Threads, 1 or more")
    private int size;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "60m",
            description = "Whole minutes, 1m to 24h; the pin then ends by itself (default: ${DEFAULT-VALUE})")
    private Duration time;

    @Option(names = "--because", paramLabel = "TEXT", description = "The reason, for those who read it later")
    private String because;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        int minutes = WholeMinutes.of(time, spec);
        try (RemoteAgent agent = target.agentForWriting()) {
            Bean bean = target.pool(agent, pool);
            PrintWriter out = spec.commandLine().getOut();
            out.println(bean.call(
                    "pin",
                    new Object[] {size, minutes, because == null ? "" : because},
                    "int",
                    "int",
                    String.class.getName()));
            out.println("  sooner: "
                    + target.program()
                            .command("unpin", Long.toString(target.process().pid()), bean.name()));
        }
        return ExitCode.DONE;
    }
}
