package dev.headcount.subject;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** What most subjects need of a pool. */
final class Pools {

    private Pools() {}

    /** Over an unbounded queue, with daemon workers named {@code prefix-N}. */
    static ThreadPoolExecutor unbounded(String prefix, int core, int maximum) {
        return new ThreadPoolExecutor(
                core, maximum, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons(prefix));
    }

    static ThreadFactory daemons(String prefix) {
        AtomicInteger made = new AtomicInteger();
        return task -> {
            Thread worker = new Thread(task, prefix + "-" + made.incrementAndGet());
            worker.setDaemon(true);
            return worker;
        };
    }

    static void end(ExecutorService pool) throws InterruptedException {
        pool.shutdown();
        if (!pool.awaitTermination(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("did not end: " + pool);
        }
    }

    /** Waits for a state that comes by itself; fails loudly when it does not. */
    static void await(String what, BooleanSupplier state) {
        if (!becomes(state, 20_000)) {
            throw new IllegalStateException("never came: " + what);
        }
    }

    /** Whether {@code state} came within {@code millis}. */
    static boolean becomes(BooleanSupplier state, long millis) {
        long start = System.nanoTime();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(millis)) {
                return false;
            }
            sleep(1);
        }
        return true;
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
