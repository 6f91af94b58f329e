package dev.headcount.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.VirtualMachine;
import dev.headcount.compatibility.ChildJvm;
import dev.headcount.compatibility.Jdk;
import dev.headcount.compatibility.OnEachJdk;
import dev.headcount.compatibility.RunningChild;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.io.TempDir;

/** More pools than have series of their own, and what a scrape of them all costs the process. */
final class ManyPoolsIT {

    private static final int POOLS = 500;
    private static final int SCRAPES = 30;

    private final int port = Scrapes.freePort();

    private RunningChild started(Jdk jdk, String name, String options) {
        RunningChild child = ChildJvm.on(jdk, name)
                .agent("metrics=" + port + options)
                .start("Measured", "many", Integer.toString(POOLS));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> child.lines().contains("ready") && Scrapes.value(port, "headcount_pools") >= POOLS);
        return child;
    }

    private static List<String> pools(Map<Series, Double> samples) {
        return samples.keySet().stream()
                .filter(series -> series.name().equals("headcount_pool_size"))
                .map(series -> series.label("pool"))
                .collect(Collectors.toList());
    }

    @OnEachJdk
    void nothingConfigured_hundredPoolsAreToldByName(Jdk jdk) {
        try (RunningChild child = started(jdk, "folded-pools", "")) {
            Map<Series, Double> samples = Scrapes.samples(port);

            assertThat(pools(samples)).hasSize(101).contains("_other");
            assertThat(Scrapes.value(port, "headcount_pools_overflowed")).isEqualTo(POOLS - 100);
            assertThat(samples.entrySet().stream()
                            .filter(sample -> sample.getKey().name().equals("headcount_pool_submitted_total"))
                            .mapToDouble(Map.Entry::getValue)
                            .sum())
                    .isEqualTo(POOLS);
            assertThat(child.errors()).isEmpty();
        }
    }

    @OnEachJdk
    void poolsThatTheConfigurationNames_areAllToldByName(Jdk jdk, @TempDir Path folder) throws IOException {
        Path config = Files.writeString(
                folder.resolve("headcount.yaml"),
                "rules:\n  - pool: '*-of-many'\n    because: all count\n    floor: 1\n");
        try (RunningChild child = started(jdk, "named-pools", ",config=" + config)) {
            assertThat(pools(Scrapes.samples(port))).hasSize(POOLS).doesNotContain("_other");
            assertThat(Scrapes.value(port, "headcount_pools_overflowed")).isZero();
            assertThat(child.errors()).isEmpty();
        }
    }

    /**
     * Bars: 50 ms and 2 MB of garbage a scrape. Time is printed alone, since it is that of a machine which others use.
     */
    @OnEachJdk
    void limitRaised_allAreToldByNameAndAScrapeIsCheap(Jdk jdk) throws Exception {
        try (RunningChild child = started(jdk, "raised-limit", ",metrics-pools=" + POOLS)) {
            assertThat(pools(Scrapes.samples(port))).hasSize(POOLS).doesNotContain("_other");

            List<Long> micros = new ArrayList<>();
            long garbage;
            try (JMXConnector connector = connect(child)) {
                ThreadMXBean threads = ManagementFactory.newPlatformMXBeanProxy(
                        connector.getMBeanServerConnection(), ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
                long before = allocated(threads);
                for (int scrape = 0; scrape < SCRAPES; scrape++) {
                    long started = System.nanoTime();
                    assertThat(rawBytes()).isGreaterThan(2_000_000);
                    micros.add((System.nanoTime() - started) / 1000);
                }
                garbage = (allocated(threads) - before) / SCRAPES;
            }
            micros.sort(null);
            System.out.printf(
                    "a scrape of %d pools, %s, with its connection: median %.1f ms, slowest %.1f ms;"
                            + " %.2f MB of garbage%n",
                    POOLS, jdk, micros.get(SCRAPES / 2) / 1e3, micros.get(SCRAPES - 1) / 1e3, garbage / 1e6);
            assertThat(garbage).isLessThan(2_000_000); // 1 MB; written anew each time it would be 24
            assertThat(child.errors()).isEmpty();
        }
    }

    /** The quickest client there is: the bytes are taken and not looked at. */
    private int rawBytes() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] buffer = new byte[1 << 16];
            int bytes = 0;
            for (int some = 0; some >= 0; some = socket.getInputStream().read(buffer)) {
                bytes += some;
            }
            return bytes;
        }
    }

    private static JMXConnector connect(RunningChild child) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(child.pid()));
        String address = machine.startLocalManagementAgent();
        machine.detach();
        return JMXConnectorFactory.connect(new JMXServiceURL(address));
    }

    /** By the threads that answer scrapes, since they began. */
    private static long allocated(ThreadMXBean threads) {
        long bytes = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            String name = thread == null ? "" : thread.getThreadName();
            if (name.startsWith("headcount-scrape-") || name.equals("headcount-http")) {
                bytes += threads.getThreadAllocatedBytes(thread.getThreadId());
            }
        }
        return bytes;
    }
}
