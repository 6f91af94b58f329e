package dev.headcount.demo.plain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.IntSupplier;

/**
 * {@code GET /work?id=N} answers 202 at once; eight threads over a queue without bound call the downstream.
 *
 * <p>The pool's gauges stand at the addresses, and in the words, of Spring Boot's Actuator, so that one driver reads
 * both services. Port and downstream come from {@code SERVER_PORT} and {@code DOWNSTREAM_URL}, as they do there.
 */
final class PlainService {

    private static final int THREADS = 8;

    /** Connections that wait to be accepted; the default of 50 would refuse some of a burst. */
    private static final int BACKLOG = 1_024;

    private final ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(THREADS);
    private final String downstream;

    private PlainService(String downstream) {
        this.downstream = downstream;
    }

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("SERVER_PORT"));
        new PlainService(System.getenv("DOWNSTREAM_URL")).listen(port);
    }

    private void listen(int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer server = HttpServer.create(address, BACKLOG);
        server.createContext("/work", this::accept);
        server.createContext("/actuator/health", exchange -> answer(exchange, "{\"status\":\"UP\"}"));
        gauge(server, "executor.pool.size", pool::getPoolSize);
        gauge(server, "executor.pool.core", pool::getCorePoolSize);
        gauge(server, "executor.queued", pool.getQueue()::size);
        server.start();
    }

    private void accept(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        pool.execute(() -> call(query));
        exchange.sendResponseHeaders(202, /* no body */ -1);
        // not exchange.close(): on 8 that ends a connection which the client was told it may use again
        exchange.getResponseBody().close();
    }

    private void call(String query) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL(downstream + "/call?" + query).openConnection();
            try (InputStream body = connection.getInputStream()) {
                while (body.read() >= 0) {
                    // read to the end, so that the connection is used again
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("task " + query + " failed", failure);
        }
    }

    private static void gauge(HttpServer server, String name, IntSupplier value) {
        server.createContext(
                "/actuator/metrics/" + name,
                exchange -> answer(
                        exchange,
                        "{\"name\":\"" + name + "\",\"measurements\":[{\"statistic\":\"VALUE\",\"value\":"
                                + value.getAsInt() + "}]}"));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().close();
    }
}
