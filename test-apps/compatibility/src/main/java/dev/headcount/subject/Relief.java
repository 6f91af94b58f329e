package dev.headcount.subject;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A pool of 4 that is 10 s behind, and goes on getting what 12 threads can do: 120 tasks of 100 ms a second.
 *
 * <p>Orders: {@code load} begins it; {@code waits} ends it and prints, for each task that has begun, when (as
 * {@code System.currentTimeMillis()} counts) and how many milliseconds it had waited.
 */
final class Relief {

    private static final int CORE = 4;
    private static final int SERVICE_MILLIS = 100;
    private static final int BACKLOG = 10 * CORE * 1000 / SERVICE_MILLIS;
    private static final int BURST = 6;
    private static final int BURST_MILLIS = 50;

    private final ThreadPoolExecutor pool = Pools.unbounded("orders", CORE, CORE);
    private final Queue<String> waits = new ConcurrentLinkedQueue<>();
    private volatile boolean isOver;

    private Relief() {}

    public static void main(String[] arguments) throws Exception {
        Relief relief = new Relief();
        new Orders()
                .on("load", words -> relief.load())
                .on("waits", words -> relief.print())
                .obey();
    }

    private void load() {
        submit(BACKLOG);
        Thread sender = new Thread(this::send, "sender");
        sender.setDaemon(true);
        sender.start();
    }

    private void send() {
        long start = System.nanoTime();
        for (int burst = 1; !isOver; burst++) {
            submit(BURST);
            long due = start + TimeUnit.MILLISECONDS.toNanos((long) burst * BURST_MILLIS);
            Pools.sleep(Math.max(0, TimeUnit.NANOSECONDS.toMillis(due - System.nanoTime())));
        }
    }

    private void submit(int tasks) {
        for (int i = 0; i < tasks; i++) {
            long submitted = System.nanoTime();
            pool.execute(() -> {
                long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - submitted);
                waits.add("began " + System.currentTimeMillis() + ' ' + waited);
                Pools.sleep(SERVICE_MILLIS);
            });
        }
    }

    private void print() {
        isOver = true;
        waits.forEach(System.out::println);
    }
}
