package dev.headcount.agent.export;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Answers {@code GET /metrics} and {@code HEAD /metrics}; everything else is refused in a line.
 *
 * <p>No answer tells what went wrong inside: the address may be open to anybody. Nothing is logged, since a scraper
 * that hangs up is no event; failures of ours are counted.
 */
final class MetricsHandler implements HttpHandler {

    private static final String PATH = "/metrics";

    private final Exposition exposition;
    private final Runnable onFailure;

    MetricsHandler(Exposition exposition, Runnable onFailure) {
        this.exposition = exposition;
        this.onFailure = onFailure;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            answer(exchange);
        } finally {
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        boolean isHead = method.equals("HEAD");
        if (!PATH.equals(exchange.getRequestURI().getPath())) {
            refuse(exchange, 404, "there is only " + PATH, isHead);
        } else if (!isHead && !method.equals("GET")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            refuse(exchange, 405, PATH + " can only be read", isHead);
        } else {
            tell(exchange, isHead);
        }
    }

    private void tell(HttpExchange exchange, boolean isHead) throws IOException {
        Format format = Format.accepted(exchange.getRequestHeaders().getFirst("Accept"));
        Scrape scrape;
        try {
            scrape = exposition.scrape(format);
        } catch (RuntimeException | Error failure) {
            onFailure.run();
            refuse(exchange, 500, "the agent could not tell its metrics", isHead);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", format.writer.getContentType());
        if (isHead) {
            exchange.sendResponseHeaders(200, /* no body= */ -1);
        } else {
            exchange.sendResponseHeaders(200, /* of unknown length= */ 0);
            OutputStream body = exchange.getResponseBody();
            scrape.write(body);
            body.close();
        }
    }

    private static void refuse(HttpExchange exchange, int status, String why, boolean isHead) throws IOException {
        byte[] line = (why + "\n").getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, isHead ? -1 : line.length);
        if (!isHead) {
            exchange.getResponseBody().write(line);
        }
    }
}
