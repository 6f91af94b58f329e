package dev.headcount.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A child that was launched; closing it ends it, whatever it does. */
public final class RunningChild implements AutoCloseable {

    private final Process process;
    private final String command;
    private final Path out;
    private final Path err;

    RunningChild(Process process, String command, Path out, Path err) {
        this.process = process;
        this.command = command;
        this.out = out;
        this.err = err;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it has written to stdout so far, whole lines only. */
    public List<String> lines() {
        String text = read(out);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** What it has written to stderr so far. */
    public List<String> errors() {
        return read(err).lines().toList();
    }

    /** Until it takes orders. */
    RunningChild awaitReady() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> lines().contains("ready"));
        return this;
    }

    /**
     * Has the child carry {@code order} out, and returns what it said meanwhile.
     *
     * <p>Threads: one at a time.
     */
    List<String> order(String order) throws IOException {
        int before = lines().size();
        process.getOutputStream().write((order + '\n').getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        String answer = "did " + order;
        List<String> said = Awaitility.await(order + " of " + describe())
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> since(before), lines -> lines.contains(answer));
        return said.subList(0, said.indexOf(answer));
    }

    private List<String> since(int line) {
        List<String> lines = lines();
        return lines.subList(line, lines.size());
    }

    Outcome await(Duration longest) {
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                String stacks = stacks();
                close();
                throw new AssertionError("still running after " + longest + ": " + describe() + stacks);
            }
        } catch (InterruptedException stop) {
            close();
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + describe(), stop);
        }
        return new Outcome(process.exitValue(), lines(), read(err).lines().toList(), describe());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Asks the JVM for its stacks, which it writes to stdout; the child is lost anyway. */
    private String stacks() throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-QUIT", Long.toString(pid())).start().waitFor();
            process.waitFor(1, TimeUnit.SECONDS);
            return "\nits stacks are at the end of the first file";
        } catch (IOException noSuchCommand) {
            return "";
        }
    }

    private String describe() {
        return command + "\n  stdout: " + out.toAbsolutePath() + "\n  stderr: " + err.toAbsolutePath();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
