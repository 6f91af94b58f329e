package dev.headcount.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts a JVM and waits for its end.
 *
 * <p>Its outputs go to files, since a pipe that nobody drains would stop it. One that doesn't end is
 * killed, and so is one whose test was interrupted.
 */
final class ChildJvm {

    /** Far above what any of these programs takes on a loaded machine; only a hang reaches it. */
    private static final int SECONDS_MAX = 60;

    private ChildJvm() {}

    record Outcome(int exitCode, String out, String err) {}

    static Outcome run(Jdk jdk, Path folder, String... arguments) {
        return run(jdk, folder, Map.of(), arguments);
    }

    static Outcome run(Jdk jdk, Path folder, Map<String, String> environment, String... arguments) {
        String java = jdk.java();
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            Process process = start(java, folder, environment, out, err, arguments);
            try {
                if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                    throw new AssertionError("still running after " + SECONDS_MAX + " s\n" + Files.readString(out)
                            + Files.readString(err));
                }
                return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    static Process start(
            String java, Path folder, Map<String, String> environment, Path out, Path err, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // What the machine sets for all JVMs would print a line of its own.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
