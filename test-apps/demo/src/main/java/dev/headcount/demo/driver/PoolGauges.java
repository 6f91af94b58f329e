package dev.headcount.demo.driver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the service's pool as its operators would: from the metrics of Spring Boot's Actuator. */
final class PoolGauges {

    /** Two reads are two moments: the figures of one reading need not add up. */
    record Reading(int size, int core, int queued) {}

    private static final Pattern VALUE = Pattern.compile("\"value\":([0-9.E]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final String service;

    PoolGauges(HttpClient http, String service) {
        this.http = http;
        this.service = service;
    }

    Reading read() throws IOException, InterruptedException {
        return new Reading(gauge("executor.pool.size"), gauge("executor.pool.core"), gauge("executor.queued"));
    }

    private int gauge(String name) throws IOException, InterruptedException {
        URI uri = URI.create(service + "/actuator/metrics/" + name);
        HttpResponse<String> answer =
                get(HttpRequest.newBuilder(uri).timeout(PATIENCE).build());
        Matcher value = VALUE.matcher(answer.body());
        if (!value.find()) {
            throw new IOException(uri + " answered " + answer.statusCode() + " without a value: " + answer.body());
        }
        return (int) Double.parseDouble(value.group(1));
    }

    /** Asks once more where the service closed a kept connection just as it was used again: to read twice does no harm. */
    private HttpResponse<String> get(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException closed) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
