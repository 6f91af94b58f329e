package dev.headcount.demo.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The service in a JVM of its own.
 *
 * <p>Invariant: it leaves when this process does, even a killed one: a shell in between waits for the end of our pipe
 * and then ends what it became.
 */
final class ServiceProcess implements AutoCloseable {

    private static final String LEAVE_WITH_US =
            "exec 3<&0; (cat <&3 >/dev/null; kill $$ 2>/dev/null) & exec \"$@\" </dev/null 3<&-";

    /** Bounds the start of a Spring service on a busy machine; a quiet one takes three seconds. */
    private static final int START_SECONDS = 120;

    private static final int LEAVE_SECONDS = 10;
    private static final int LOG_LINES_SHOWN = 15;

    private final Process process;
    private final Path log;
    private final String url;

    private ServiceProcess(Process process, Path log, String url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    static ServiceProcess start(List<String> command, String downstream, Path log) throws IOException {
        int port = freePort();
        List<String> shell = new ArrayList<>(List.of("sh", "-c", LEAVE_WITH_US, "sh"));
        shell.addAll(command);
        Files.createDirectories(log.getParent());
        ProcessBuilder builder =
                new ProcessBuilder(shell).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("DOWNSTREAM_URL", downstream);
        return new ServiceProcess(builder.start(), log, "http://127.0.0.1:" + port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return url;
    }

    void awaitReady(HttpClient http) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!answers(http)) {
            if (!process.isAlive()) {
                throw new IOException("the service ended with " + process.exitValue() + logged());
            }
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(START_SECONDS)) {
                throw new IOException("the service was not up after " + START_SECONDS + " s" + logged());
            }
            Thread.sleep(100);
        }
    }

    private boolean answers(HttpClient http) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url + "/actuator/health")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String logged() throws IOException {
        List<String> lines = Files.readAllLines(log);
        List<String> last = lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size());
        return "; the end of " + log + ":\n" + String.join("\n", last);
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LEAVE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
