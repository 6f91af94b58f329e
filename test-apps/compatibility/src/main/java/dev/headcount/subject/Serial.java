package dev.headcount.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pools that promise something about their threads, all under a backlog that never ends for 6 s.
 *
 * <p>Prints for each: its name, whether its sizes stayed, how many threads it used, whether tasks
 * began in their order, and whether more than half of what 6 s allow were run at all.
 */
final class Serial {

    private static final int TASKS = 1000;
    private static final int SERVICE_MILLIS = 20;
    private static final int SECONDS = 6;

    private final String name;
    private final ExecutorService executor;
    /** What the executor is or hides; {@code null} where nobody can see it. */
    private final ThreadPoolExecutor inner;

    private final int core;
    private final int maximum;
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger last = new AtomicInteger(-1);
    private final AtomicInteger outOfOrder = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private volatile boolean touched;

    private Serial(String name, ExecutorService executor, ThreadPoolExecutor inner) {
        this.name = name;
        this.executor = executor;
        this.inner = inner;
        this.core = inner == null ? 0 : inner.getCorePoolSize();
        this.maximum = inner == null ? 0 : inner.getMaximumPoolSize();
    }

    public static void main(String[] arguments) throws Exception {
        Parent.watch();
        List<Serial> all = pools();
        for (Serial each : all) {
            each.load();
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < end) {
            for (Serial each : all) {
                each.look();
            }
            Pools.sleep(5);
        }
        for (Serial each : all) {
            each.report();
        }
    }

    private static List<Serial> pools() {
        List<Serial> all = new ArrayList<>();
        all.add(open("one-one", Pools.unbounded("one-one", 1, 1)));
        all.add(open("one-many", Pools.unbounded("one-many", 1, 8)));
        all.add(open("none-many", Pools.unbounded("none-many", 0, 8)));
        all.add(new Serial("single", Executors.newSingleThreadExecutor(Pools.daemons("single")), null));
        all.add(sealed("sealed-single", Pools.unbounded("sealed-single", 1, 1)));
        all.add(sealed("sealed-four", Pools.unbounded("sealed-four", 4, 4)));
        all.add(open("scheduled-one", new ScheduledThreadPoolExecutor(1, Pools.daemons("scheduled-one"))));
        all.add(open("scheduled-three", new ScheduledThreadPoolExecutor(3, Pools.daemons("scheduled-three"))));
        all.add(new Serial(
                "single-scheduled", Executors.newSingleThreadScheduledExecutor(Pools.daemons("timer")), null));
        ScheduledThreadPoolExecutor hidden = new ScheduledThreadPoolExecutor(2, Pools.daemons("sealed-scheduled"));
        all.add(new Serial("sealed-scheduled", Executors.unconfigurableScheduledExecutorService(hidden), hidden));
        return all;
    }

    private static Serial open(String name, ThreadPoolExecutor pool) {
        return new Serial(name, pool, pool);
    }

    private static Serial sealed(String name, ThreadPoolExecutor pool) {
        return new Serial(name, Executors.unconfigurableExecutorService(pool), pool);
    }

    private void load() {
        for (int i = 0; i < TASKS; i++) {
            int number = i;
            if (executor instanceof ScheduledExecutorService && i % 2 == 1) {
                ((ScheduledExecutorService) executor).schedule(() -> work(number), 0, TimeUnit.NANOSECONDS);
            } else {
                executor.execute(() -> work(number));
            }
        }
    }

    private void work(int number) {
        workers.add(Thread.currentThread());
        begun.incrementAndGet();
        if (last.getAndSet(number) >= number) {
            outOfOrder.incrementAndGet();
        }
        Pools.sleep(SERVICE_MILLIS);
    }

    private void look() {
        if (inner != null) {
            touched |= inner.getCorePoolSize() != core
                    || inner.getMaximumPoolSize() != maximum
                    || inner.getPoolSize() > Math.max(1, core);
        }
    }

    private void report() {
        boolean busy = begun.get() > SECONDS * 1000 / SERVICE_MILLIS / 2;
        executor.shutdownNow();
        // Several threads may pass each other between the queue and the first line of a task.
        boolean ordered = workers.size() > 1 || outOfOrder.get() == 0;
        System.out.println(
                name + " touched " + touched + " threads " + workers.size() + " ordered " + ordered + " busy " + busy);
    }
}
