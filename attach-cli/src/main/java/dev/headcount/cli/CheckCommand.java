package dev.headcount.cli;

import dev.headcount.agent.config.Settings;
import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a configuration file as the agent would, with the agent's own reader, and needs no JVM for it. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Say what is wrong with a configuration file, or what it comes to for a pool.")
final class CheckCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "The file that config=FILE would name")
    private String file;

    @Option(names = "--pool", paramLabel = "NAME", description = "Show what would hold for a pool of this name")
    private String pool;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "elastic",
            description = "Its kind (${DEFAULT-VALUE})")
    private String kind;

    @Option(names = "--creator", paramLabel = "TEXT", defaultValue = "", description = "The code that made it")
    private String creator;

    @Option(
            names = "--core",
            paramLabel = "N",
            defaultValue = "8",
            description = "The core size that the application gave it (${DEFAULT-VALUE})")
    private int core;

    @Option(names = "--cpus", paramLabel = "N", description = "Processors of the process (those of this machine)")
    private Integer processors;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = Settings.ofFile(file);
        if (settings.problem() != null) {
            throw new Refusal(
                    ExitCode.FAILED, settings.problem(), "correct that line; an agent that runs keeps what it has");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(file + " is right");
        if (pool == null) {
            for (String line : settings.lines()) {
                out.println("  " + line);
            }
            return ExitCode.DONE;
        }
        int cpus = processors == null ? Runtime.getRuntime().availableProcessors() : processors;
        out.println(
                "for a pool " + pool + " of kind " + kind + ", core " + core + ", on " + cpus + " processors, now:");
        for (String line :
                settings.of(pool, creator, kind, System.currentTimeMillis()).lines(core, cpus)) {
            out.println("  " + line);
        }
        return ExitCode.DONE;
    }
}
