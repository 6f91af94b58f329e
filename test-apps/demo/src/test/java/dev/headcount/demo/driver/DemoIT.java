package dev.headcount.demo.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/**
 * The demo in half a minute, with the packaged agent: direction and accounting, no figure that depends on the machine.
 *
 * <p>The service's logs stay in {@code target/demo-it}.
 */
final class DemoIT {

    private static final Path OUT = Path.of("target", "demo-it");

    @Test
    void step_withTheAgent_waitsLessOnMoreThreadsAndLosesNothing() throws IOException, InterruptedException {
        int exit = Demo.run(List.of("--quick", "--steady", "1", "--step", "4", "--out", OUT.toString()));

        Properties result = new Properties();
        try (InputStream file = Files.newInputStream(OUT.resolve("result.properties"))) {
            result.load(file);
        }
        assertThat(exit).isZero();
        for (String run : List.of("without", "with")) {
            assertThat(figure(result, run + ".tasks")).isEqualTo(48 + 4 * 192);
            assertThat(figure(result, run + ".lost")).isZero();
            assertThat(figure(result, run + ".doubled")).isZero();
            assertThat(figure(result, run + ".refused")).isZero();
        }
        assertThat(figure(result, "without.peakThreads")).isEqualTo(Plan.THREADS);
        assertThat(figure(result, "with.peakThreads")).isGreaterThan(Plan.THREADS);
        assertThat(figure(result, "with.stepP99Millis")).isLessThan(figure(result, "without.stepP99Millis"));
        assertThat(figure(result, "with.backlog")).isLessThan(figure(result, "without.backlog"));
    }

    private static long figure(Properties result, String key) {
        assertThat(result).containsKey(key);
        return Long.parseLong(result.getProperty(key));
    }
}
