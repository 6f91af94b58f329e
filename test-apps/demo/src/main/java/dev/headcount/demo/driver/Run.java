package dev.headcount.demo.driver;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * One run of the service under the plan: load, backlog, and the way back to the application's own size.
 *
 * <p>Time: a second is one look at the service and one line on the screen. Threads: one runs it.
 */
final class Run {

    /** How long after the load a pool may keep what the load had it grow to. */
    private static final int RELEASE_SECONDS = 180;

    private final Plan plan;
    private final Screen screen;
    private final HttpClient http;
    private final Ledger ledger = new Ledger();
    private long startNanos;
    private int second;
    private int peakThreads;

    Run(Plan plan, Screen screen, HttpClient http) {
        this.plan = plan;
        this.screen = screen;
        this.http = http;
    }

    Result of(List<String> command, Path log, boolean awaitRelease) throws IOException, InterruptedException {
        try (Downstream downstream = new Downstream(ledger);
                ServiceProcess service = ServiceProcess.start(command, downstream.url(), log)) {
            service.awaitReady(http);
            PoolGauges gauges = new PoolGauges(http, service.url());
            startNanos = System.nanoTime();
            Thread sender = new Thread(new Sender(http, service.url(), plan, startNanos, ledger), "sender");
            sender.setDaemon(true);
            sender.start();

            while (second < plan.seconds()) {
                look(gauges);
            }
            int backlog = ledger.outstanding();
            int deadline = plan.seconds() + plan.drainSeconds();
            while ((sender.isAlive() || ledger.outstanding() > 0) && second < deadline) {
                look(gauges);
            }
            ledger.firstRefusal().ifPresent(screen::refused);
            return result(backlog, awaitRelease ? release(gauges) : OptionalInt.empty());
        }
    }

    private OptionalInt release(PoolGauges gauges) throws IOException, InterruptedException {
        do {
            PoolGauges.Reading pool = look(gauges);
            if (pool.size() <= Plan.THREADS && pool.core() == Plan.THREADS) {
                return OptionalInt.of(second - plan.seconds());
            }
        } while (second - plan.seconds() < RELEASE_SECONDS);
        return OptionalInt.empty();
    }

    /** Waits for the end of the present second, reads the pool and shows both. */
    private PoolGauges.Reading look(PoolGauges gauges) throws IOException, InterruptedException {
        second++;
        TimeUnit.NANOSECONDS.sleep(startOf(second) - System.nanoTime());
        PoolGauges.Reading pool = gauges.read();
        peakThreads = Math.max(peakThreads, pool.size());
        screen.second(second, plan.ratePerSecond(second - 1), pool, ledger.takeArrivals());
        return pool;
    }

    private Result result(int backlog, OptionalInt releasedAfterSeconds) {
        int lastWindow = Math.max(plan.steadySeconds(), plan.seconds() - Calm.WINDOW_SECONDS);
        List<Wait> p99OfEachWindow = IntStream.rangeClosed(plan.steadySeconds(), lastWindow)
                .mapToObj(from -> waits(from, from + Calm.WINDOW_SECONDS).p99())
                .toList();
        return new Result(
                plan.tasks(),
                waits(plan.steadySeconds(), plan.seconds()).p99(),
                waits(plan.seconds() - (plan.stepSeconds() + 2) / 3, plan.seconds())
                        .p99(),
                backlog,
                Calm.after(p99OfEachWindow),
                peakThreads,
                ledger.outstanding(),
                ledger.doubledCount(),
                ledger.refusedCount(),
                releasedAfterSeconds);
    }

    private Waits waits(int fromSecond, int toSecond) {
        return ledger.ofTasksDue(startOf(fromSecond), startOf(toSecond));
    }

    private long startOf(int atSecond) {
        return startNanos + TimeUnit.SECONDS.toNanos(atSecond);
    }
}
