package dev.headcount.agent.export;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.BiFunction;

/**
 * The JDK's HTTP server on one address, open from construction to {@link #close}.
 *
 * <p>The only class, with its handler, that names the server's: where a run-time image lacks it, this one can't be
 * loaded and the rest can. Start it on a daemon: the server's own thread inherits that.
 */
final class ScrapeServer {

    /** Connections that the kernel holds while none is accepted. */
    private static final int BACKLOG = 64;

    private final HttpServer server;
    private final ScrapeThreads threads;

    ScrapeServer(
            InetSocketAddress address,
            Exposition exposition,
            Runnable onFailure,
            BiFunction<String, Runnable, Thread> starter)
            throws IOException {
        server = HttpServer.create(address, BACKLOG); // first: it is what may fail
        threads = new ScrapeThreads(starter);
        server.setExecutor(threads);
        server.createContext("/", new MetricsHandler(exposition, onFailure));
        server.start();
    }

    void cutOff(long nowNanos) {
        threads.cutOff(nowNanos);
    }

    void close() {
        server.stop(/* seconds to wait for scrapes= */ 0);
        threads.close();
    }
}
