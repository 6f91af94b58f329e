package dev.headcount.subject;

import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * A 4/4 pool over an unbounded queue that gets four times what it can do: 160 tasks of 100 ms a second.
 *
 * <p>Arguments: name of the pool, seconds of load, and, optionally, the longest time in seconds to
 * wait for the sizes to come back. Prints {@code ready}, the largest size, how many tasks ran once,
 * and the sizes at the end.
 */
final class Backlog {

    private static final int CORE = 4;
    private static final int BURST = 8;
    private static final int BURST_MILLIS = 50;
    private static final int SERVICE_MILLIS = 100;

    private Backlog() {}

    public static void main(String[] arguments) throws Exception {
        Parent.watch();
        int seconds = Integer.parseInt(arguments[1]);
        int patience = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        ThreadPoolExecutor pool = Pools.unbounded(arguments[0], CORE, CORE);
        int tasks = seconds * BURST * 1000 / BURST_MILLIS;
        AtomicIntegerArray runs = new AtomicIntegerArray(tasks);

        int largest = load(pool, runs, seconds);
        System.out.println("largest " + largest);
        // The rest is quick for whoever grew, and a minute and more for who did not.
        boolean drained = Pools.becomes(() -> pool.getQueue().isEmpty(), largest > CORE ? 60_000 : 0);
        System.out.println("drained " + drained);
        long end = System.nanoTime();
        boolean back = Pools.becomes(
                () -> pool.getCorePoolSize() == CORE && pool.getMaximumPoolSize() == CORE, patience * 1000L);
        System.out.println("back " + back);
        System.out.println("back-after " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - end));
        System.out.println("sizes " + pool.getCorePoolSize() + "/" + pool.getMaximumPoolSize());
        int undone = pool.shutdownNow().size();
        pool.awaitTermination(10, TimeUnit.SECONDS);
        int once = 0;
        int oftener = 0;
        for (int i = 0; i < tasks; i++) {
            once += runs.get(i) == 1 ? 1 : 0;
            oftener += runs.get(i) > 1 ? 1 : 0;
        }
        System.out.println("once " + once);
        System.out.println("oftener " + oftener);
        System.out.println("lost " + (tasks - once - oftener - undone));
    }

    private static int load(ThreadPoolExecutor pool, AtomicIntegerArray runs, int seconds) {
        int largest = 0;
        int submitted = 0;
        long start = System.nanoTime();
        System.out.println("ready");
        for (int burst = 0; submitted < runs.length(); burst++) {
            for (int i = 0; i < BURST; i++) {
                int number = submitted++;
                pool.execute(() -> {
                    runs.incrementAndGet(number);
                    Pools.sleep(SERVICE_MILLIS);
                });
            }
            largest = Math.max(largest, Math.max(pool.getPoolSize(), pool.getCorePoolSize()));
            long due = start + TimeUnit.MILLISECONDS.toNanos((burst + 1L) * BURST_MILLIS);
            Pools.sleep(Math.max(0, TimeUnit.NANOSECONDS.toMillis(due - System.nanoTime())));
        }
        return largest;
    }
}
