package dev.headcount.subject;

import java.util.concurrent.ThreadPoolExecutor;

/**
 * Two pools, {@code http-worker} of 8 and {@code report-worker} of 4, with a little to do until the JVM is ended.
 *
 * <p>Prints {@code ready} when both have workers. Argument: {@code alone} for one whose parent does not hold its
 * standard input, and which ends by itself after two minutes.
 */
final class TwoPools {

    private static final long LIFE_NANOS = 120_000_000_000L;

    private TwoPools() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            Parent.watch();
        }
        ThreadPoolExecutor http = Pools.unbounded("http-worker", 8, 8);
        ThreadPoolExecutor report = Pools.unbounded("report-worker", 4, 4);
        http.prestartAllCoreThreads();
        report.prestartAllCoreThreads();
        System.out.println("ready");
        long started = System.nanoTime();
        while (arguments.length == 0 || System.nanoTime() - started < LIFE_NANOS) {
            http.execute(() -> Pools.sleep(5));
            report.execute(() -> Pools.sleep(5));
            Pools.sleep(50);
        }
    }
}
