package dev.headcount.compatibility;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How to launch one program of {@code dev.headcount.subject} on one Java, with or without the agent.
 *
 * <p>Law: the child dies with its parent (it watches its standard input, which ends when we do), and
 * with its time-out. What it writes is kept under the test's name, apart for each stream.
 */
public final class ChildJvm {

    private static final Path LOGS = Path.of(System.getProperty("headcount.jvm.logs", "target/jvm"));
    private static final String SUBJECTS = System.getProperty("headcount.subjects", "target/classes");
    private static final Path AGENT =
            Path.of(System.getProperty("headcount.agent.jar", "../../agent/launcher/target/headcount-agent.jar"));

    private final Jdk jdk;
    private final String name;
    private final List<String> options = new ArrayList<>();
    private String classPath = SUBJECTS;
    private Duration timeout = Duration.ofSeconds(60);

    private ChildJvm(Jdk jdk, String name) {
        this.jdk = jdk;
        this.name = name + "-" + jdk.version();
    }

    /** A child on {@code jdk} whose log carries {@code name}, which must be unique among the tests. */
    public static ChildJvm on(Jdk jdk, String name) {
        return new ChildJvm(jdk, name);
    }

    public ChildJvm options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Adds the agent; {@code arguments} may be empty. */
    public ChildJvm agent(String arguments) {
        Path jar = agentJar();
        options.add("-javaagent:" + jar + (arguments.isEmpty() ? "" : "=" + arguments));
        return this;
    }

    /** Adds jars that the subject needs. */
    ChildJvm classPath(String jars) {
        classPath = SUBJECTS + File.pathSeparator + jars;
        return this;
    }

    ChildJvm timeout(Duration longest) {
        timeout = longest;
        return this;
    }

    /** Runs {@code dev.headcount.subject.SUBJECT} to its end. */
    Outcome run(String subject, String... arguments) {
        try (RunningChild child = start(subject, arguments)) {
            return child.await(timeout);
        }
    }

    public RunningChild start(String subject, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(jdk.java());
        command.add("-Xmx512m");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, "dev.headcount.subject." + subject));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(LOGS);
            File out = LOGS.resolve(name + ".out.log").toFile();
            File err = LOGS.resolve(name + ".err.log").toFile();
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out).redirectError(err);
            // What other tools put there would reach the child, and be announced on its stderr.
            builder.environment()
                    .keySet()
                    .removeIf(key -> key.endsWith("JAVA_OPTIONS")
                            || key.equals("JAVA_TOOL_OPTIONS")
                            || key.startsWith("HEADCOUNT_"));
            return new RunningChild(builder.start(), String.join(" ", command), out.toPath(), err.toPath());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot launch " + command, failure);
        }
    }

    public static Path agentJar() {
        Path jar = AGENT.toAbsolutePath().normalize();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(
                    "no agent at " + jar + ": build it first, with mvn -pl agent/launcher -am package");
        }
        return jar;
    }
}
