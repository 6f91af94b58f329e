package dev.headcount.demo.driver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * What the service's tasks wait for: each call takes 100 ms, and 64 have room at once; further ones stand in line.
 *
 * <p>Threads: one for each open call, without bound, so that an arrival is written down when it arrives, in line or
 * not.
 */
final class Downstream implements AutoCloseable {

    static final int ROOM = 64;

    /** Connections that wait to be accepted; the default of 50 would refuse some of a pool that has just grown. */
    private static final int BACKLOG = 1_024;

    private final Ledger ledger;
    private final Semaphore room = new Semaphore(ROOM, /* fair= */ true);
    private final ExecutorService calls = Executors.newCachedThreadPool();
    private final HttpServer server;

    Downstream(Ledger ledger) throws IOException {
        this.ledger = ledger;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.createContext("/call", this::answer);
        server.setExecutor(calls);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange call) throws IOException {
        ledger.arrived(id(call), System.nanoTime());
        try {
            room.acquire();
            try {
                Thread.sleep(Plan.CALL_MILLIS);
            } finally {
                room.release();
            }
        } catch (InterruptedException closing) {
            throw new InterruptedIOException("the downstream is closing");
        }
        call.sendResponseHeaders(204, /* no body */ -1);
        call.getResponseBody().close();
    }

    private static int id(HttpExchange call) {
        return Integer.parseInt(call.getRequestURI().getQuery().substring("id=".length()));
    }

    @Override
    public void close() {
        server.stop(/* seconds for open calls= */ 0);
        calls.shutdownNow();
    }
}
