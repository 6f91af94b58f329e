package dev.headcount.cli;

import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line: {@code java -jar headcount.jar COMMAND}.
 *
 * <p>Law: results on stdout, complaints on stderr, and the exit code says which it was ({@link ExitCode}).
 */
@Command(
        name = "headcount",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Lets the thread pools of a running JVM rise and fall with their load.",
        subcommands = {
            ListCommand.class,
            AttachCommand.class,
            PoolsCommand.class,
            ExplainCommand.class,
            SetCommand.class,
            ResetCommand.class,
            PinCommand.class,
            UnpinCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            StatusCommand.class,
            CheckCommand.class,
            RecordCommand.class,
            WhatIfCommand.class,
            ReloadCommand.class,
            DetachCommand.class
        },
        footerHeading = "%nPID is a process id, or a part of the main class or jar that no other JVM has.%n"
                + "POOL is a pool's name, or a part of it that no other pool has.%n%nExamples:%n",
        footer = {
            "  headcount list                         JVMs here, what keeps us from some",
            "  headcount attach 4711                  find its pools, let them follow the load",
            "  headcount attach 4711 --mode observe   only measure",
            "  headcount pools shop.jar               sizes, queues and waits",
            "  headcount explain 4711 http-worker     why it is the size it is",
            "  headcount pin 4711 http-worker 40 --for 30m --because 'sale'",
            "  headcount check headcount.yaml --pool http-worker",
            "  headcount record 4711 http-worker DIR --for 5m",
            "  headcount whatif DIR --policy adaptive,fixed:20 --ceiling 40",
            "  headcount detach 4711                  give all sizes back and leave",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 no such JVM or not attached,",
            "  4 no permission, 5 attach switched off, 6 the agent refused, 7 timed out"
        })
public final class Main {

    private static final String TIMEOUT = "15s";

    private final Context context;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = TIMEOUT,
            scope = ScopeType.INHERIT,
            description = "Give up after this long: 15s, 2m (default: ${DEFAULT-VALUE})")
    private Duration timeout;

    Main(Context context) {
        this.context = context;
    }

    Context context() {
        return context;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            return commandLine(new Main(new Context(arguments))).execute(arguments);
        } catch (Refusal refusal) {
            System.err.println("headcount: " + refusal.getMessage() + "\n  next: " + refusal.next());
            return refusal.exitCode();
        }
    }

    static CommandLine commandLine(Main main) {
        CommandLine line = new CommandLine(main);
        line.registerConverter(Duration.class, new DurationText());
        line.setUsageHelpAutoWidth(true);
        line.setExecutionStrategy(main::execute);
        line.setParameterExceptionHandler(usage());
        line.setExecutionExceptionHandler((failure, command, parsed) -> main.failed(command.getErr(), failure));
        return line;
    }

    private int execute(ParseResult parsed) {
        boolean isBare = !parsed.hasSubcommand() && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested();
        if (isBare) {
            throw new ParameterException(spec.commandLine(), "a command is missing: list shows the JVMs here");
        }
        try {
            return context.timeLimit.within(
                    timeout.plus(lasting(parsed)),
                    context.program.command("list") + ", which notes what holds a JVM; then "
                            + context.program.againWithOption("--timeout", "60s"),
                    () -> new RunLast().execute(parsed));
        } catch (ParameterException | CommandLine.ExecutionException known) {
            throw known;
        } catch (Exception failure) {
            throw new CommandLine.ExecutionException(spec.commandLine(), "gave up", failure);
        }
    }

    /** What the command itself takes. */
    private static Duration lasting(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        Object command = last.commandSpec().userObject();
        return command instanceof Lasting ? ((Lasting) command).lasts() : Duration.ZERO;
    }

    private static IParameterExceptionHandler usage() {
        return (mistake, arguments) -> {
            CommandLine command = mistake.getCommandLine();
            PrintWriter err = command.getErr();
            err.println("headcount: " + mistake.getMessage());
            UnmatchedArgumentException.printSuggestions(mistake, err);
            err.println("  next: headcount " + (command.getParent() == null ? "" : command.getCommandName() + " ")
                    + "--help");
            return ExitCode.USAGE;
        };
    }

    private int failed(PrintWriter err, Exception failure) {
        if (failure instanceof Refusal) {
            return say(err, (Refusal) failure);
        }
        err.println("headcount: failed in a way that nobody foresaw: " + failure);
        err.println("  next: " + context.program.again());
        return ExitCode.FAILED;
    }

    private static int say(PrintWriter err, Refusal refusal) {
        err.println("headcount: " + refusal.getMessage());
        err.println("  next: " + refusal.next());
        return refusal.exitCode();
    }
}
