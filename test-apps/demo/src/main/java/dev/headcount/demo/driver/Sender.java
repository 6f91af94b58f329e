package dev.headcount.demo.driver;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the service for each task when it is due, whatever became of those before: an open loop, as users are.
 *
 * <p>It ends when every answer is in.
 * <p>Threads: one runs it; answers arrive on those of the HTTP client.
 */
final class Sender implements Runnable {

    private static final int ACCEPTED = 202;

    private final HttpClient http;
    private final String service;
    private final Plan plan;
    private final long startNanos;
    private final Ledger ledger;

    Sender(HttpClient http, String service, Plan plan, long startNanos, Ledger ledger) {
        this.http = http;
        this.service = service;
        this.plan = plan;
        this.startNanos = startNanos;
        this.ledger = ledger;
    }

    @Override
    public void run() {
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (int task = 0; task < plan.tasks(); task++) {
            long due = startNanos + plan.dueNanos(task);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            ledger.due(task, due);
            answers.add(send(task));
        }
        CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0])).join();
    }

    private CompletableFuture<?> send(int task) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(service + "/work?id=" + task)).build();
        return http.sendAsync(request, BodyHandlers.discarding()).handle((answer, failure) -> {
            if (failure != null || answer.statusCode() != ACCEPTED) {
                ledger.refused(task, failure != null ? failure.toString() : "status " + answer.statusCode());
            }
            return null;
        });
    }
}
