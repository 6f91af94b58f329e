package dev.headcount.metrics;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A real Prometheus (Debian's package) that scrapes every second; closing it ends it.
 *
 * <p>It ends with the build, too: its parent is a shell that waits for our end of a pipe.
 */
final class Prometheus implements AutoCloseable {

    private final Process process;
    private final int port;
    private final Path log;

    private Prometheus(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** @param targets port by job */
    static Prometheus scraping(Path folder, Map<String, Integer> targets) throws IOException {
        StringBuilder config =
                new StringBuilder("global: {scrape_interval: 1s, scrape_timeout: 1s}\nscrape_configs:\n");
        new TreeMap<>(targets)
                .forEach((job, target) -> config.append("  - job_name: ")
                        .append(job)
                        .append("\n    static_configs: [{targets: [\"127.0.0.1:")
                        .append(target)
                        .append("\"]}]\n"));
        Path file = Files.writeString(folder.resolve("prometheus.yml"), config);
        Path log = folder.resolve("prometheus.log");
        int port = Scrapes.freePort();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "\"$@\" & child=$!; cat >/dev/null; kill $child; wait $child",
                        "prometheus",
                        "prometheus",
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Prometheus prometheus = new Prometheus(process, port, log);
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            Scrapes.get("http://127.0.0.1:" + port + "/-/ready").contains("Ready"));
        } catch (RuntimeException never) {
            prometheus.close();
            throw new AssertionError("Prometheus did not start: " + Files.readString(log), never);
        }
        return prometheus;
    }

    /** All of ours that it has of {@code job} now, without the labels that say where it got them. */
    Map<Series, Double> samples(String job) {
        Map<Series, Double> samples = new TreeMap<>();
        Series.on(Scrapes.get("http://127.0.0.1:" + port
                        + "/federate?match%5B%5D=%7B__name__%3D~%22headcount_.*%22%2Cjob%3D%22" + job + "%22%7D"))
                .forEach((series, value) -> samples.put(series.without("job", "instance"), value));
        return samples;
    }

    /** What promtool, the package's own checker, says of a page; empty when it is content. */
    static String check(String page) throws Exception {
        Process promtool = new ProcessBuilder("promtool", "check", "metrics")
                .redirectErrorStream(true)
                .start();
        promtool.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
        promtool.getOutputStream().close();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return promtool.waitFor() == 0 ? said : "exit code " + promtool.exitValue() + ": " + said;
    }

    @Override
    public String toString() {
        return "Prometheus on port " + port + ", log " + log;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException | InterruptedException leaving) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
