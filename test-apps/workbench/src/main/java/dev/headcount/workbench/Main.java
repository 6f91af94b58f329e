package dev.headcount.workbench;

import dev.headcount.replay.Base;
import dev.headcount.replay.Scenario;
import dev.headcount.replay.ScenarioException;
import dev.headcount.replay.Settings;
import dev.headcount.replay.Workload;
import dev.headcount.scaling.Policy;
import dev.headcount.simulator.Bases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. Results on stdout, complaints on stderr; 0 done, whatever the bars say, 1 failed, 2 usage. */
@Command(
        name = "workbench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Plays loads against a real pool under the real agent and in the simulator, and compares.")
public final class Main implements Callable<Integer> {

    private static final double WARM_UP_SECONDS = 30;
    /** Processors; below that it is the machine's own housekeeping. */
    private static final double OTHERS_NOTICEABLE = 0.2;

    private static final double SHORTEST_WARM_UP_SECONDS = 3;

    @Option(
            names = "--scenarios",
            paramLabel = "NAME",
            split = ",",
            description = "of the simulator's; default: ${DEFAULT-VALUE}")
    private List<String> scenarios = List.of("step10", "spike", "slow_downstream", "cpu_bound");

    @Option(names = "--folder", paramLabel = "DIR", description = "where they are; default: the simulator's own")
    private Path folder = Path.of(System.getProperty("workbench.scenarios", "test-apps/simulator/scenarios"));

    @Option(names = "--seconds", paramLabel = "N", description = "how long each lasts; default: ${DEFAULT-VALUE}")
    private double seconds = 80;

    @Option(names = "--speed", paramLabel = "N", description = "so many times faster, in place of --seconds")
    private double speed;

    @Option(
            names = "--processors",
            paramLabel = "N",
            description = "for the real pool, and told to the simulator; default: those of this machine")
    private int processors = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--nice",
            paramLabel = "N",
            description = "priority of the real pool's JVM, below 0 for root alone, where others keep the machine busy")
    private Integer nice;

    @Option(names = "--policy", paramLabel = "NAME", description = "adaptive or threshold; default: ${DEFAULT-VALUE}")
    private String policy = "adaptive";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where workbench.csv and each run's diary go; default: a temporary folder")
    private Path out;

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof IllegalArgumentException
                    || exception instanceof ScenarioException
                    || exception instanceof IOException
                    || exception instanceof UncheckedIOException) {
                command.getErr().println(exception.getMessage());
                return 1;
            }
            throw exception;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(seconds >= 10 && seconds <= 3600) || speed < 0) {
            throw new IllegalArgumentException("--seconds takes 10 to 3600, --speed a number above 0");
        }
        int most = Runtime.getRuntime().availableProcessors();
        if (processors < 1 || processors > most) {
            throw new IllegalArgumentException("--processors takes 1 to " + most + ": got " + processors);
        }
        Path agent = Path.of(System.getProperty("workbench.agent", "agent/launcher/target/headcount-agent.jar"));
        Path results = out == null ? Files.createTempDirectory("workbench") : Files.createDirectories(out);
        BenchProcess bench = new BenchProcess(agent, policy, results, processors, nice);
        StringBuilder csv = new StringBuilder(Comparison.HEADER).append('\n');
        System.out.print(Comparison.heading());
        for (String name : scenarios) {
            Comparison comparison = compare(name, bench);
            System.out.print(comparison.text());
            csv.append(comparison.csv(policy));
        }
        Files.writeString(results.resolve("workbench.csv"), csv);
        System.out.println("diaries and workbench.csv are in " + results);
        return 0;
    }

    private Policy policy() {
        return switch (policy) {
            case "adaptive" -> Policy.adaptive();
            case "threshold" -> Policy.threshold();
            default -> throw new IllegalArgumentException("--policy takes adaptive or threshold: got " + policy);
        };
    }

    private Comparison compare(String name, BenchProcess bench) throws IOException, InterruptedException {
        Scenario whole = new Load(folder, name, 1).scenario(processors);
        Load load = new Load(folder, name, speed > 0 ? speed : whole.durationSeconds / seconds);
        Scenario scenario = load.scenario(processors);
        double warmUp = Math.max(SHORTEST_WARM_UP_SECONDS, WARM_UP_SECONDS / load.speed());
        Settings settings = Settings.STANDARD
                .onProcessors(processors)
                .sampled(true)
                .starting(Settings.STANDARD.startSeconds, warmUp);
        Workload workload = Workload.of(scenario, scenario.seed);
        Base base = Bases.of(scenario, workload, settings, scenario.seed);
        MachineUse before = MachineUse.now();
        Diary diary = bench.run(load, scenario);
        double others = MachineUse.now().since(before) - diary.processorsUsed();
        List<Simulation> alike = Simulation.sorted(scenario, settings, policy(), scenario.seed, diary.tickSeconds());
        Simulation simulated = alike.get(alike.size() / 2);
        System.out.printf(
                Locale.ROOT,
                "%s: with its looks up to 5 ms earlier or later the simulator has a p99 of %.0f to %.0f ms%n",
                name,
                1000 * alike.get(0).outcome().waitP99Seconds,
                1000 * alike.get(alike.size() - 1).outcome().waitP99Seconds);
        Simulation other = Simulation.of(scenario, settings, policy(), scenario.seed + 1, diary.tickSeconds());
        double lag = diary.sendLagP99Seconds(workload);
        if (lag > scenario.objectiveSeconds / 20) {
            System.out.printf(Locale.ROOT, "%s: this machine sent tasks up to %.1f ms late (p99)%n", name, 1000 * lag);
        }
        if (others > OTHERS_NOTICEABLE) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: other programs used %.1f of this machine's %d processors meanwhile%n",
                    name,
                    others,
                    Runtime.getRuntime().availableProcessors());
        }
        double end = scenario.durationSeconds;
        return new Comparison(
                name,
                scenario.objectiveSeconds,
                base,
                simulated.outcome(),
                diary.outcome(scenario, warmUp),
                other.outcome(),
                simulated.sizes().difference(diary.sizes(), warmUp, end),
                simulated.sizes().difference(other.sizes(), warmUp, end));
    }
}
