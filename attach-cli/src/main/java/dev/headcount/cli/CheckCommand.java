package dev.headcount.cli;

import dev.headcount.agent.config.Settings;
import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a configuration file as the agent would, with the agent's own reader, and needs no JVM for it. No code of extensions runs. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Say what is wrong with a configuration file, or what it comes to for a pool.")
final class CheckCommand implements Callable<Integer> {

    /** Those that a rule may ask for; the agent shows no pool of another one. */
    static final List<String> KINDS =
            Arrays.asList("elastic", "serial", "eager", "handoff", "scheduled", "foreign", "sealed");

    private static final int STANDARD_CORE = 8;

    /** What the agent's reader says of the file itself, and not of a line in it, begins so here. */
    private static final String FILE = "FILE: ";

    @Parameters(index = "0", paramLabel = "FILE", description = "The file that config=FILE would name")
    private String file;

    @Option(names = "--pool", paramLabel = "NAME", description = "Show what would hold for a pool of this name")
    private String pool;

    @Option(names = "--kind", paramLabel = "KIND", description = "Its kind (elastic)")
    private String kind;

    @Option(names = "--creator", paramLabel = "TEXT", description = "The code that made it")
    private String creator;

    @Option(
            names = "--core",
            paramLabel = "N",
            description = "The core size that the application gave it (" + STANDARD_CORE + ")")
    private Integer core;

    @Option(names = "--cpus", paramLabel = "N", description = "Processors of the process (those of this machine)")
    private Integer processors;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        checkWords();
        long nowMillis = System.currentTimeMillis();
        Settings settings = Settings.ofFile(file);
        if (settings.problem() != null) {
            throw refusal(settings.problem());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(file + " is right");
        for (String policy : settings.unchecked()) {
            out.println("  not checked, since only the code of an extension knows it: " + policy);
        }
        if (pool == null) {
            for (String line : settings.lines()) {
                out.println("  " + line + (CheckedRule.hasEnded(line, nowMillis) ? " - this rule has ended" : ""));
            }
            return ExitCode.DONE;
        }
        int cpus = processors == null ? Runtime.getRuntime().availableProcessors() : processors;
        CheckedPool checked = new CheckedPool(
                pool,
                kind == null ? KINDS.get(0) : kind,
                creator == null ? "" : creator,
                core == null ? STANDARD_CORE : core,
                cpus);
        out.println("for " + checked + ", now:");
        for (String line : checked.lines(settings, nowMillis)) {
            out.println("  " + line);
        }
        return ExitCode.DONE;
    }

    private void checkWords() {
        boolean isPoolDescribed = kind != null || creator != null || core != null || processors != null;
        if (pool == null && isPoolDescribed) {
            throw new ParameterException(
                    spec.commandLine(), "--kind, --creator, --core and --cpus describe a pool: give its --pool, too");
        }
        if (kind != null && !KINDS.contains(kind)) {
            throw new ParameterException(
                    spec.commandLine(), "--kind takes " + String.join(", ", KINDS) + ": got \"" + kind + '"');
        }
    }

    private static Refusal refusal(String problem) {
        boolean isAboutFile = problem.startsWith(FILE);
        return new Refusal(
                ExitCode.FAILED,
                isAboutFile ? problem.substring(FILE.length()) : problem,
                isAboutFile
                        ? "the path of a configuration file that this user may read, as in: headcount check"
                                + " /etc/headcount.yaml"
                        : "correct that line; an agent that runs keeps what it has");
    }
}
