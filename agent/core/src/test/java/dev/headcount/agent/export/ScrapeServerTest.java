package dev.headcount.agent.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headcount.agent.SomeFigures;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ScrapeServerTest {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final AtomicInteger failures = new AtomicInteger();
    private final List<Socket> sockets = new ArrayList<>();
    private volatile List<Sighting> pools = Sightings.some(3, 1);
    private int port;
    private ScrapeServer server;

    private void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Exposition exposition = new Exposition(() -> pools, new SomeFigures(null), () -> 100_000);
        server = new ScrapeServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                exposition,
                failures::incrementAndGet,
                ScrapeServerTest::daemon);
    }

    static Thread daemon(String name, Runnable action) {
        Thread thread = new Thread(action, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get() throws Exception {
        return send(request("/metrics"));
    }

    /** A connection on which {@code text} has been sent, and from which nothing is read. */
    private Socket connect(String text) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096); // before it connects, or the kernel takes in megabytes for us
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        sockets.add(socket);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void get_withoutAccept_isPlainText() throws Exception {
        start();
        HttpResponse<String> response = get();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(response.body())
                .contains("# TYPE headcount_pool_size gauge\n")
                .contains("# TYPE headcount_pool_wait_seconds histogram\n")
                .contains(
                        "headcount_pool_wait_seconds_bucket{kind=\"elastic\",pool=\"some-service-worker-2\",le=\"+Inf\"}")
                .contains("headcount_pools 7.0\n")
                .contains("headcount_process_utilisation 0.71235\n")
                .contains("headcount_agent_cpu_seconds_total 0.25\n")
                .contains("headcount_build_info{version=\"1.2.3\"} 1\n")
                .doesNotContain("NaN");
    }

    @Test
    void get_acceptsOpenMetrics_isThat() throws Exception {
        start();
        HttpResponse<String> response = send(request("/metrics")
                .header("Accept", "application/openmetrics-text;version=1.0.0;q=0.75,text/plain;q=0.5"));

        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(response.body())
                .contains("# UNIT headcount_pool_wait_seconds seconds\n")
                .endsWith("# EOF\n");
    }

    @Test
    void get_manyOnOneConnection_eachIsNewlyMeasured() throws Exception {
        start();
        get();
        pools = Sightings.some(1, 2);
        assertThat(get().body()).contains("pool=\"some-service-worker-0\"}");
        assertThat(failures).hasValue(0);
    }

    @Test
    void head_metrics_hasNoBody() throws Exception {
        start();
        HttpResponse<String> response = send(request("/metrics").method("HEAD", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void otherRequests_areRefusedInALine() throws Exception {
        start();
        for (String path : List.of("/", "/metrics/", "/metrics2", "/..%2fmetrics", "/?x=/metrics")) {
            HttpResponse<String> response = send(request(path));
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.body()).isEqualTo("there is only /metrics\n");
        }
        for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "TRACE")) {
            HttpResponse<String> response = send(request("/metrics").method(method, BodyPublishers.ofString("x")));
            assertThat(response.statusCode()).as(method).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
            assertThat(response.body()).isEqualTo("/metrics can only be read\n");
        }
        assertThat(failures).hasValue(0);
    }

    @Test
    void get_tellingFails_saysSoWithoutDetail() throws Exception {
        start();
        pools = null;
        HttpResponse<String> response = get();

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("the agent could not tell its metrics\n");
        assertThat(failures).hasValue(1);
    }

    /** Two hold both threads: one by not reading, one by not finishing its request. */
    @Test
    void clientsThatStall_areCutOffAndOthersAreServed() throws Exception {
        pools = Sightings.some(3_000, 1); // 20 MB, more than any socket buffer
        start();
        long started = System.nanoTime();
        Socket deaf = connect("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
        Socket dumb = connect("GET /metrics HTTP/1.1\r\nHost:");
        await().until(() -> deaf.getInputStream().available() > 0);
        daemon("watch", () -> {
            while (System.nanoTime() - started < 30_000_000_000L) {
                server.cutOff(System.nanoTime());
                LockSupport.parkNanos(50_000_000);
            }
        });

        HttpResponse<String> response = get();

        assertThat(response.body()).endsWith("headcount_tick_seconds_sum 0.0\n");
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(25));
        assertThat(isOver(dumb)).isTrue();
        assertThat(isOver(deaf)).isTrue();
        assertThat(failures).hasValue(0);
    }

    /** Whether the other side has closed the connection, before or after what it has sent already. */
    private static boolean isOver(Socket socket) throws IOException {
        socket.setSoTimeout(1_000);
        InputStream in = socket.getInputStream();
        try {
            byte[] buffer = new byte[65_536];
            String last = "";
            for (int some = in.read(buffer); some >= 0; some = in.read(buffer)) {
                last = new String(buffer, 0, some, StandardCharsets.US_ASCII);
            }
            return !last.endsWith("0\r\n\r\n"); // a page that broke off does not look whole
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void connection_threadsAndQueueAreFull_isClosedAtOnce() throws Exception {
        start();
        for (int stalling = 0; stalling < 66; stalling++) { // two that are read, 64 that wait
            connect("GET /metr");
        }
        await().until(() -> isOver(connect("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n")));

        assertThat(isOver(sockets.get(0))).isFalse();
    }

    /** More than two threads and their queue may hold; who was refused knows it, and nothing is left behind. */
    @Test
    void thousandScrapesAtOnce_areAnsweredOrRefused() throws Exception {
        pools = Sightings.some(20, 1);
        start();
        for (int scrape = 0; scrape < 1_000; scrape++) {
            connect("GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        }
        int whole = 0;
        for (Socket socket : sockets) {
            String page = read(socket);
            if (page.startsWith("HTTP/1.1 200") && page.endsWith("0\r\n\r\n")) {
                whole++;
            } else {
                assertThat(page).isEmpty();
            }
        }

        assertThat(whole).isGreaterThan(10);
        assertThat(get().statusCode()).isEqualTo(200);
        assertThat(failures).hasValue(0);
    }

    private static String read(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return "";
        }
    }

    @Test
    void close_listening_freesThePortAndEndsItsThreads() throws Exception {
        start();
        get();
        server.close();
        try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(again.isBound()).isTrue();
        }
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("headcount-")));
    }
}
