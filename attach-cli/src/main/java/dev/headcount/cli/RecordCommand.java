package dev.headcount.cli;

import dev.headcount.cli.jmx.Bean;
import dev.headcount.cli.jmx.RemoteAgent;
import dev.headcount.cli.recording.RecordingWriter;
import dev.headcount.cli.refusal.ExitCode;
import dev.headcount.cli.refusal.Refusal;
import dev.headcount.replay.Look;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Looks at pools for a while and keeps what it saw, in a form that can be replayed.
 *
 * <p>Cost, for the program that is looked at: two reads of its beans a tick and pool.
 */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        customSynopsis = "headcount record PID [POOL] DIR [--for TIME]",
        description =
                "Record the load of a pool, or of all, for whatif. Ctrl-C ends it sooner and keeps what is there.")
final class RecordCommand implements Callable<Integer>, Lasting {

    /** Twice a tick: a look is missed seldom, and one that is seen twice counts once. */
    private static final long LOOK_MILLIS = 100;

    private static final long SAVE_NANOS = 5_000_000_000L;
    private static final Duration LONGEST = Duration.ofHours(24);

    /** A replay knows one queue with workers behind it; these pools have none that tasks wait in, or another order. */
    private static final List<String> OTHERS = Arrays.asList("handoff", "scheduled", "eager");

    @Mixin
    private Target target;

    @Parameters(
            index = "1..2",
            arity = "1..2",
            paramLabel = "[POOL] DIR",
            hideParamSyntax = true,
            description = "The pool, or else all; and the folder, new or empty")
    private List<String> words;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "5m",
            description = "How long: 30s, 5m, 2h (default: ${DEFAULT-VALUE})")
    private Duration time;

    @Spec
    private CommandSpec spec;

    private RecordingWriter writer;
    private String folder;
    private boolean isLost;

    @Override
    public Duration lasts() {
        return time;
    }

    @Override
    public Integer call() throws Exception {
        if (time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new ParameterException(spec.commandLine(), "--for takes 1s to 24h: got " + DurationText.of(time));
        }
        folder = words.get(words.size() - 1);
        String asked = words.size() == 2 ? words.get(0) : null;
        PrintWriter out = spec.commandLine().getOut();
        try (RemoteAgent agent = target.agent()) {
            List<Bean> pools = pools(agent, asked);
            Path path = Paths.get(folder);
            writer = new RecordingWriter(path);
            out.println("recording for " + DurationText.of(time) + " into " + folder + "; Ctrl-C ends it sooner");
            out.flush();
            Thread onExit = new Thread(this::keep, "keep recording");
            Runtime.getRuntime().addShutdownHook(onExit);
            look(agent, asked, pools);
            writer.save();
            letGo(onExit);
        }
        Map<String, Long> tasks = writer.tasks();
        if (tasks.isEmpty()) {
            throw new Refusal(
                    ExitCode.FAILED,
                    "nothing to replay is in " + folder + ": no task came and was measured meanwhile",
                    target.program().againWithOption("--for", "30m"));
        }
        out.println(done(tasks));
        out.println("  next: " + target.program().command("whatif", folder));
        return ExitCode.DONE;
    }

    private static void letGo(Thread onExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException exiting) {
            // It has begun, and says the same.
        }
    }

    private String done(Map<String, Long> tasks) {
        StringBuilder text = new StringBuilder("recorded " + Math.round(writer.seconds()) + " s: ");
        tasks.forEach((pool, count) -> text.append(text.toString().endsWith(": ") ? "" : ", ")
                .append(pool)
                .append(" (")
                .append(count)
                .append(" tasks)"));
        return text.toString();
    }

    /** Runs when the program is told to end, beside the thread that looks. */
    private void keep() {
        writer.save();
        Map<String, Long> tasks = writer.tasks();
        System.err.println(tasks.isEmpty() ? "ended sooner: nothing to replay so far" : "ended sooner: " + done(tasks));
    }

    private List<Bean> pools(RemoteAgent agent, String asked) throws Exception {
        if (asked == null) {
            List<Bean> pools = new ArrayList<>();
            for (Bean pool : agent.pools()) {
                if (!OTHERS.contains(String.valueOf(pool.attribute("Kind")))) {
                    pools.add(pool);
                }
            }
            return pools;
        }
        Bean pool = target.pool(agent, asked);
        Object kind = pool.attribute("Kind");
        if (OTHERS.contains(String.valueOf(kind))) {
            throw new Refusal(
                    ExitCode.FAILED,
                    "cannot record " + pool.name() + ": it is " + kind
                            + ", and a replay knows only pools whose tasks wait in one queue for a worker",
                    target.program()
                            .command("pools", Long.toString(target.process().pid())));
        }
        List<Bean> one = new ArrayList<>();
        one.add(pool);
        return one;
    }

    private void look(RemoteAgent agent, String asked, List<Bean> first) throws Exception {
        context().timeLimit.at("recording");
        List<Bean> pools = first;
        long started = System.nanoTime();
        long saved = started;
        while (System.nanoTime() - started < time.toNanos() && !isLost) {
            for (Bean pool : pools) {
                if (!look(pool) && asked != null) {
                    return;
                }
            }
            if (System.nanoTime() - saved > SAVE_NANOS && !isLost) {
                writer.save();
                saved = System.nanoTime();
                pools = asked == null ? pools(agent, null) : pools;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private Context context() {
        return target.context();
    }

    /** False when the pool is gone, or the whole program: what there is of it stays. */
    private boolean look(Bean pool) {
        Map<String, Object> figures;
        try {
            figures = pool.attributes(Look.FIGURES);
        } catch (Refusal gone) {
            if (gone.exitCode() != ExitCode.NOT_THERE) {
                isLost = true;
                spec.commandLine()
                        .getErr()
                        .println("headcount: the recording ends here: " + target.process() + " answers no more");
            }
            return false;
        }
        for (String figure : Look.FIGURES) {
            if (!figures.containsKey(figure)) {
                throw new Refusal(
                        ExitCode.FAILED,
                        "cannot record: the agent in " + target.process() + " is too old to tell " + figure,
                        target.program()
                                        .command(
                                                "detach",
                                                Long.toString(target.process().pid()))
                                + ", then attach");
            }
        }
        writer.add(pool.name(), new Look(figure -> ((Number) figures.get(figure)).doubleValue()));
        return true;
    }
}
