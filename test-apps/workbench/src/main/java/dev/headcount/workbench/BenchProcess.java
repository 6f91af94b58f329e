package dev.headcount.workbench;

import dev.headcount.replay.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Runs {@link Bench} in a JVM of its own, under the agent's jar. */
final class BenchProcess {

    /** What starting a JVM and warming it up may take on a loaded machine. */
    private static final long START_SECONDS = 60;

    private final Path agent;
    private final String policy;
    private final Path out;
    private final int processors;
    private final Integer nice;

    /**
     * @param processors that it may use: the first so many
     * @param nice its priority; {@code null} for that of everybody
     */
    BenchProcess(Path agent, String policy, Path out, int processors, Integer nice) {
        this.agent = agent;
        this.policy = policy;
        this.out = out;
        this.processors = processors;
        this.nice = nice;
    }

    private List<String> command(String... java) {
        List<String> command = new ArrayList<>();
        if (processors < Runtime.getRuntime().availableProcessors()) {
            command.addAll(List.of("taskset", "--cpu-list", "0-" + (processors - 1)));
        }
        if (nice != null) {
            command.addAll(List.of("nice", "-n", nice.toString()));
        }
        command.addAll(List.of(java));
        return command;
    }

    Diary run(Load load, Scenario scenario) throws IOException, InterruptedException {
        Path config = out.resolve(load.name() + ".yaml");
        Files.writeString(
                config,
                String.format(
                        Locale.ROOT,
                        "mode: auto%npolicy: %s%nwait-objective: %dms%nrules:%n  - pool: %s%n    floor: %d%n    ceiling: %d%n",
                        policy,
                        Math.round(scenario.objectiveSeconds * 1000),
                        Bench.POOL,
                        scenario.floor,
                        scenario.ceiling));
        Path diary = out.resolve(load.name() + ".diary");
        Path log = out.resolve(load.name() + ".log");
        Files.deleteIfExists(diary);
        Process process = new ProcessBuilder(command(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-javaagent:" + agent + "=config=" + config.toAbsolutePath(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Bench.class.getName(),
                        load.folder().toString(),
                        load.name(),
                        Double.toString(load.speed()),
                        diary.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Thread onExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            boolean isDone =
                    process.waitFor((long) Math.ceil(scenario.durationSeconds) + START_SECONDS, TimeUnit.SECONDS);
            if (!isDone || process.exitValue() != 0) {
                throw new IOException(
                        load.name() + (isDone ? " failed" : " did not end") + "; its output is in " + log);
            }
            return Diary.read(diary);
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(onExit);
        }
    }
}
