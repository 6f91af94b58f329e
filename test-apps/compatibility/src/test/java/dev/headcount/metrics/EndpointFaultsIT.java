package dev.headcount.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.tools.attach.VirtualMachine;
import dev.headcount.compatibility.ChildJvm;
import dev.headcount.compatibility.Jdk;
import dev.headcount.compatibility.Jdks;
import dev.headcount.compatibility.OnEachJdk;
import dev.headcount.compatibility.RunningChild;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the endpoint is the endpoint's own trouble, and said in one line. */
final class EndpointFaultsIT {

    private final int port = Scrapes.freePort();

    private static RunningChild ready(RunningChild child) {
        await().atMost(Duration.ofSeconds(30)).until(() -> child.lines().contains("ready"));
        return child;
    }

    private void awaitPage() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Scrapes.page(port).contains("headcount_pool_size{kind=\"elastic\",pool=\"orders\"}"));
    }

    @OnEachJdk
    void noAddress_nothingOfItIsLoaded(Jdk jdk) {
        try (RunningChild child = ready(ChildJvm.on(jdk, "no-metrics")
                .options("-verbose:class")
                .agent("")
                .start("Measured", "plain"))) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            child.lines().stream().anyMatch(line -> line.contains("dev.headcount.agent.jmx.PoolBean")));
            assertThat(child.lines())
                    .noneMatch(line -> line.contains("io.prometheus.")
                            || line.contains("net.httpserver.")
                            || line.contains("dev.headcount.agent.export."));
        }
    }

    @OnEachJdk
    void portIsTaken_oneLineAndTheRestWorks_untilItIsFree(Jdk jdk) throws Exception {
        ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        try (taken;
                RunningChild child = ready(ChildJvm.on(jdk, "port-taken")
                        .agent("metrics=127.0.0.1:" + port)
                        .start("Measured", "plain"))) {
            await().atMost(Duration.ofSeconds(20)).until(() -> !child.errors().isEmpty());
            String line = "no metrics at 127.0.0.1:" + port + ": Address already in use; tried again until it works";
            assertThat(child.errors()).containsExactly("headcount: " + line);
            try (JMXConnector connector = connect(child)) {
                await().atMost(Duration.ofSeconds(20))
                        .ignoreExceptions()
                        .until(() -> agent(connector, "PoolCount").equals(4));
                assertThat(agent(connector, "Health")).isEqualTo("ok; " + line);
                taken.close();
                awaitPage();
                assertThat(agent(connector, "Health")).isEqualTo("ok");
            }
            assertThat(child.errors()).hasSize(1);
        }
    }

    private static JMXConnector connect(RunningChild child) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(child.pid()));
        String address = machine.startLocalManagementAgent();
        machine.detach();
        return JMXConnectorFactory.connect(new JMXServiceURL(address));
    }

    private static Object agent(JMXConnector connector, String attribute) throws Exception {
        return connector.getMBeanServerConnection().getAttribute(new ObjectName("headcount:type=Agent"), attribute);
    }

    @OnEachJdk
    void detached_portIsFreeAndNothingStays(Jdk jdk) throws Exception {
        try (RunningChild child = ready(ChildJvm.on(jdk, "metrics-detach")
                        .agent("metrics=" + port)
                        .start("Measured", "plain"));
                JMXConnector connector = connect(child)) {
            awaitPage();
            ObjectName agent = new ObjectName("headcount:type=Agent");
            await("the agent's bean, which comes a second after the first client")
                    .until(() -> connector.getMBeanServerConnection().isRegistered(agent));
            connector.getMBeanServerConnection().invoke(agent, "detach", null, null);
            await().atMost(Duration.ofSeconds(10)).until(this::isFree);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(ourInstances(connector)).isEmpty());
            assertThat(child.isAlive()).isTrue();
        }
    }

    private boolean isFree() {
        try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return again.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** On the heap after a full collection; the bridge stays. */
    private static List<String> ourInstances(JMXConnector connector) throws Exception {
        String histogram = (String) connector
                .getMBeanServerConnection()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .filter(line -> line.matches(".*(dev\\.headcount\\.(agent|scaling)|io\\.prometheus)\\..*"))
                .toList();
    }

    /** A connection on which a scrape was asked for, and from which nothing is read. */
    private Socket deaf() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096); // before it connects, or the kernel takes in megabytes for us
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
        socket.getOutputStream().write("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /**
     * Seconds of the application's own work, with and without: it did some 900 tasks a second alone and 700 beside
     * them, and when scrapes held it up, none.
     */
    @OnEachJdk(from = 17)
    void thousandScrapesThatNeverRead_applicationAndLoopGoOn(Jdk jdk) throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try (RunningChild child = ready(
                ChildJvm.on(jdk, "deaf-scrapes").agent("metrics=" + port).start("Measured", "many", "100", "busy"))) {
            await().atMost(Duration.ofSeconds(30)).until(() -> Scrapes.value(port, "headcount_pools") >= 100);
            double ticksBefore = Scrapes.value(port, "headcount_tick_seconds_count");
            long started = System.nanoTime();
            int secondsBefore = child.lines().size();

            for (int scrape = 0; scrape < 1_000; scrape++) {
                sockets.add(deaf());
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> child.lines().size() >= secondsBefore + 5);
            for (Socket socket : sockets) {
                socket.close();
            }
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> !Scrapes.page(port).isEmpty());
            double ticks = Scrapes.value(port, "headcount_tick_seconds_count") - ticksBefore;
            double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started) / 1e3;

            List<String> during = child.lines().subList(secondsBefore + 1, secondsBefore + 5);
            System.out.println("a thousand scrapes: " + during + ", " + ticks + " ticks in " + seconds + " s");
            assertThat(during).allMatch(line -> Integer.parseInt(line.split(" ")[1]) > 100);
            assertThat(ticks).isGreaterThan(2 * seconds); // 5 a second where nothing else runs
            assertThat(Scrapes.value(port, "headcount_agent_errors_total")).isZero();
            assertThat(Scrapes.value(port, "headcount_agent_restarts_total")).isZero();
            assertThat(child.errors()).isEmpty();
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    /** A small image as jlink makes it for containers. */
    @Test
    void imageWithoutHttpServer_oneLineAndTheRestWorks(@TempDir Path folder) throws Exception {
        Jdk jdk = Jdks.found().stream()
                .filter(one ->
                        one.version() >= 11 && Files.isDirectory(one.home().resolve("jmods")))
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(jdk != null, "no JDK here has jmods to link an image from");
        Path image = folder.resolve("image");
        Process jlink = new ProcessBuilder(
                        jdk.home().resolve("bin/jlink").toString(),
                        "--add-modules",
                        "java.base,java.instrument,java.management,java.logging,jdk.unsupported",
                        "--output",
                        image.toString())
                .inheritIO()
                .start();
        assertThat(jlink.waitFor()).isZero();

        try (RunningChild child = ready(ChildJvm.on(new Jdk(jdk.version(), image), "no-http-server")
                .agent("metrics=" + port)
                .start("Measured", "plain"))) {
            await().atMost(Duration.ofSeconds(20)).until(() -> !child.errors().isEmpty());
            assertThat(child.errors()).hasSize(1);
            assertThat(child.errors().get(0))
                    .startsWith("headcount: no metrics at " + port
                            + ": this Java has no HTTP server (com/sun/net/httpserver/")
                    .endsWith("): it takes the module jdk.httpserver in the image, or --add-modules jdk.httpserver");
            assertThat(child.isAlive()).isTrue();
        }
    }
}
