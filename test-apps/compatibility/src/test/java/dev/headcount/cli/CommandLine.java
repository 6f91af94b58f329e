package dev.headcount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.compatibility.Jdk;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the packaged command line as a user would, on one Java, and keeps what it said. */
final class CommandLine {

    static final Path JAR = Path.of(System.getProperty("headcount.cli.jar", "../../attach-cli/target/headcount.jar"))
            .toAbsolutePath()
            .normalize();

    /** Every refusal comes within this time, says the contract; starting the JVM on a busy machine is in it. */
    private static final long PATIENCE_SECONDS = 15;

    private final List<String> beginning;

    private CommandLine(List<String> beginning) {
        this.beginning = beginning;
    }

    static CommandLine on(Jdk jdk) {
        return on(jdk, JAR);
    }

    static CommandLine on(Jdk jdk, Path jar) {
        // A run of a second compiles little: the quick compiler alone halves what the tests take.
        return new CommandLine(List.of(jdk.java(), "-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
    }

    /** The same with another option of the JVM. */
    CommandLine with(String option) {
        List<String> all = new ArrayList<>(beginning);
        all.add(1, option);
        return new CommandLine(all);
    }

    /** The same behind another program, as in {@code nsenter -t 4711 -n}. */
    CommandLine behind(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(beginning);
        return new CommandLine(all);
    }

    Answer run(Object... arguments) {
        List<String> command = new ArrayList<>(beginning);
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return answer(command);
    }

    /** What a program of the host says, such as {@code kill}. */
    static Answer answer(List<String> command) {
        try {
            File out = Files.createTempFile("headcount-cli", ".out").toFile();
            File err = Files.createTempFile("headcount-cli", ".err").toFile();
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out).redirectError(err);
            builder.environment()
                    .keySet()
                    .removeIf(key -> key.endsWith("JAVA_OPTIONS") || key.endsWith("TOOL_OPTIONS"));
            Process process = builder.start();
            process.getOutputStream().close();
            boolean hasEnded = process.waitFor(PATIENCE_SECONDS * 2, TimeUnit.SECONDS);
            process.destroyForcibly();
            Answer answer = new Answer(
                    String.join(" ", command),
                    hasEnded ? process.exitValue() : -1,
                    Files.readString(out.toPath()),
                    Files.readString(err.toPath()));
            Files.delete(out.toPath());
            Files.delete(err.toPath());
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    /** What a command said. */
    record Answer(String command, int exitCode, String out, String err) {

        /** It did what it was asked for, and had nothing to complain about. */
        Answer isDone() {
            assertThat(err).as("stderr of %s, stdout: %s", command, out).isEmpty();
            assertThat(exitCode).as("exit code of %s", command).isZero();
            return this;
        }

        /** It did nothing, printed nothing but its reason and the next step, and ended with {@code code}. */
        Answer isRefused(int code, String reason, String next) {
            assertThat(exitCode).as("exit code of %s: %s", command, err).isEqualTo(code);
            assertThat(out).as("stdout of %s", command).isEmpty();
            assertThat(err.lines()).as("stderr of %s", command).hasSize(2);
            assertThat(err).startsWith("headcount: ").contains(reason).contains("\n  next: ");
            assertThat(err.lines().toList().get(1)).contains(next);
            return this;
        }

        /** The line of a table whose first or another word is {@code word}. */
        String row(String word) {
            List<String> rows = out.lines()
                    .filter(line -> List.of(line.trim().split("\\s+")).contains(word))
                    .toList();
            assertThat(rows).as("rows with %s of %s:%n%s", word, command, out).hasSize(1);
            return rows.get(0);
        }
    }
}
