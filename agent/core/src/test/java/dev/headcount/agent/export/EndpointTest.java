package dev.headcount.agent.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headcount.agent.SomeFigures;
import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.config.Settings;
import dev.headcount.agent.loop.EventLog;
import dev.headcount.agent.loop.TickLoop;
import dev.headcount.agent.loop.WriteGate;
import dev.headcount.agent.pool.Registry;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EndpointTest {

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Configuration configuration = new Configuration(Settings.read(""), 0);
    private final TickLoop loop =
            new TickLoop(new Registry(), configuration, new WriteGate(configuration, () -> null), new EventLog());
    private final Endpoint endpoint =
            new Endpoint(loop, new SomeFigures(loop), () -> 100, pool -> false, ScrapeServerTest::daemon, said::add);

    @AfterEach
    void close() {
        endpoint.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static boolean answers(String host, int port) {
        try {
            var url = URI.create("http://" + host + ":" + port + "/metrics").toURL();
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException nobody) {
            return false;
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("headcount-"))
                .sorted()
                .toList();
    }

    @Test
    void follow_portAlone_listensOnLoopback() throws Exception {
        int port = freePort();
        endpoint.follow(Integer.toString(port));

        await().until(() -> answers("127.0.0.1", port));
        assertThat(endpoint.problem()).isNull();
        assertThat(said).isEmpty();
        assertThat(threads())
                .containsExactly("headcount-http", "headcount-metrics", "headcount-scrape-1", "headcount-scrape-2");
    }

    @Test
    void follow_addressThenAnotherThenNone_movesAndStops() throws Exception {
        int first = freePort();
        int second = freePort();
        endpoint.follow("127.0.0.1:" + first);
        await().until(() -> answers("127.0.0.1", first));

        endpoint.follow("localhost:" + second);
        await().until(() -> answers("localhost", second) && !answers("127.0.0.1", first));

        endpoint.follow(null);
        await().until(() -> !answers("localhost", second));

        endpoint.follow("127.0.0.1:" + first);
        await().until(() -> answers("127.0.0.1", first));

        endpoint.close();
        await().until(() -> threads().isEmpty());
        endpoint.follow("127.0.0.1:" + first); // too late
        assertThat(threads()).isEmpty();
    }

    @Test
    void follow_portIsTaken_saysSoOnceAndListensWhenItIsFree() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            endpoint.follow("127.0.0.1:" + port);
            await().until(() -> endpoint.problem() != null);
            assertThat(endpoint.problem())
                    .isEqualTo(
                            "no metrics at 127.0.0.1:" + port + ": Address already in use; tried again until it works");
        }
        await().until(() -> answers("127.0.0.1", port));
        assertThat(endpoint.problem()).isNull();
        assertThat(said).hasSize(1);
    }

    @Test
    void follow_hostThatIsNot_saysSo() {
        endpoint.follow("no-such-host.invalid:9404");

        await().until(() -> !said.isEmpty());
        assertThat(said)
                .containsExactly("no metrics at no-such-host.invalid:9404: no such host; tried again until there is");
    }

    @Test
    void newEndpoint_neverFollowed_startsNothing() {
        assertThat(threads()).isEmpty();
        assertThat(endpoint.overflowed()).isZero();
    }
}
