package dev.headcount.simulator;

import dev.headcount.replay.Base;
import dev.headcount.replay.Observed;
import dev.headcount.replay.Outcome;
import dev.headcount.replay.Scenario;
import dev.headcount.replay.ScenarioException;
import dev.headcount.replay.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. Results on stdout, complaints on stderr; 0 done, 1 failed, 2 usage. */
@Command(
        name = "simulator",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Replays loads in virtual time through a pool that different laws size, and scores them.")
public final class Main implements Callable<Integer> {

    private static final String OBSERVED = "observed.csv";

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            description = "scenarios to run; default: the ones that come along")
    private Path scenarios;

    @Option(
            names = "--replay",
            paramLabel = "DIR",
            description = "a recording: a scenario with observed.csv beside it, in place of --scenarios")
    private Path replay;

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "of the scenarios only these")
    private List<String> only = new ArrayList<>();

    @Option(names = "--controllers", paramLabel = "NAME", split = ",", description = "default: all; --list names them")
    private List<String> controllers = new ArrayList<>();

    @Option(names = "--list", description = "names the controllers")
    private boolean isList;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where scoreboard.csv, scoreboard.md and a picture a scenario go; default: here")
    private Path out = Path.of(".");

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "tick, look, window, start, warm-up (s), processors, signals (exact, sampled), load, service, objective"
                            + " (factors), cut (only so many seconds), forecast (of our own: off, linear, holt-winters),"
                            + " CONTROLLER.PARAMETER; may be repeated")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--no-svg", description = "draws no pictures")
    private boolean isWithoutPictures;

    @Option(names = "--seeds", paramLabel = "N", description = "so many draws of each load; default: ${DEFAULT-VALUE}")
    private int seeds = 1;

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof IllegalArgumentException
                    || exception instanceof ScenarioException
                    || exception instanceof UncheckedIOException) {
                command.getErr().println(exception.getMessage());
                return 1;
            }
            throw exception;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (isList) {
            Catalogue.all().forEach(contender -> System.out.println(contender.name()));
            return 0;
        }
        Options options = new Options(set);
        ScenarioFolder folder = new ScenarioFolder(folder());
        List<Scenario> chosen = chosen(folder, options);
        List<Contender> contenders = Catalogue.named(controllers);
        options.refuseUnknown(Catalogue.all());
        Championship championship = new Championship(
                options.settings(Settings.STANDARD),
                seeds,
                contenders,
                options::of,
                bases(folder, options),
                isWithoutPictures ? null : this::draw);
        Files.createDirectories(out);
        long before = System.nanoTime();
        Scoreboard board = new Scoreboard(championship.run(chosen));
        double seconds = (System.nanoTime() - before) / 1e9;
        Files.writeString(out.resolve("scoreboard.csv"), board.csv());
        Files.writeString(out.resolve("scoreboard.md"), board.markdown());
        System.out.println(board.details());
        if (replay != null && Files.exists(replay.resolve(OBSERVED))) {
            observe(chosen, options.settings(Settings.STANDARD).warmUpSeconds);
        }
        System.out.println(board.summary());
        System.out.printf(
                Locale.ROOT,
                "%,d events in %.1f s, %.1f million a second and processor%n",
                championship.events(),
                seconds,
                championship.eventsPerSecond() / 1e6);
        return 0;
    }

    private void observe(List<Scenario> chosen, double warmUpSeconds) throws IOException {
        String text = Files.readString(replay.resolve(OBSERVED));
        for (Scenario scenario : chosen) {
            Observed observed = Observed.read(OBSERVED, text, scenario.name);
            if (!observed.isEmpty()) {
                Outcome outcome = observed.outcome(warmUpSeconds);
                System.out.printf(
                        Locale.ROOT,
                        "%s, observed: %.0f thread-seconds, at most %d threads, %.2f %% late, p99 of waits %.1f ms%n%n",
                        scenario.name,
                        outcome.threadSeconds,
                        outcome.peak,
                        100 * outcome.violation,
                        1000 * outcome.waitP99Seconds);
            }
        }
    }

    private Path folder() {
        if (replay != null && scenarios != null) {
            throw new IllegalArgumentException("--replay and --scenarios exclude each other");
        }
        return replay != null ? replay : scenarios != null ? scenarios : home().resolve("scenarios");
    }

    private void draw(Championship.Drawing drawing) {
        try {
            Files.writeString(out.resolve(drawing.scenario() + ".svg"), drawing.svg());
        } catch (IOException e) {
            throw new UncheckedIOException("can't write a picture to " + out, e);
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("simulator.home", "test-apps/simulator"));
    }

    private List<Scenario> chosen(ScenarioFolder folder, Options options) {
        List<Scenario> found = folder.scenarios();
        Set<String> missing = new HashSet<>(only);
        List<Scenario> chosen = new ArrayList<>();
        for (Scenario scenario : found) {
            if (only.isEmpty() || missing.remove(scenario.name)) {
                chosen.add(options.scaled(scenario));
            }
        }
        if (!missing.isEmpty() || chosen.isEmpty()) {
            throw new IllegalArgumentException("no scenario " + String.join(", ", missing) + " in " + folder.folder());
        }
        return chosen;
    }

    private Function<Course, Base> bases(ScenarioFolder folder, Options options) {
        Map<String, Base> recorded = options.isOriginalLoad() ? folder.bases() : Map.of();
        BaseCache cache = new BaseCache(home().resolve("target/bases.csv"));
        return course -> {
            Base base = course.seed() == course.scenario().seed ? recorded.get(course.scenario().name) : null;
            return base != null ? base : cache.of(course, new Clairvoyant()::base);
        };
    }
}
