package dev.headcount.subject;

import java.lang.management.ManagementFactory;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.management.ObjectName;

/**
 * Makes 1,000 pools, of which half are used once and half never, forgets them, and counts who is left.
 *
 * <p>Workers leave by core time-out, so that nothing of the application holds a pool. One pool stays
 * and is busy, so that whoever watches pools has reason to. Arguments: the longest time, in seconds,
 * to wait for the last one to go.
 */
final class LetGo {

    private static final int POOLS = 1000;

    private LetGo() {}

    public static void main(String[] arguments) throws Exception {
        Parent.watch();
        ManagementFactory.getPlatformMBeanServer();
        ThreadPoolExecutor busy = Pools.unbounded("busy", 2, 2);
        Thread feeder = new Thread(() -> feed(busy), "feeder");
        feeder.setDaemon(true);
        feeder.start();

        // Without anybody who makes beans this only waits; with one, it is at work from here on.
        Pools.becomes(() -> beans() > 0, 5_000);
        // Asked through their queue, never by get(): under a concurrent collector that keeps them alive.
        ReferenceQueue<ThreadPoolExecutor> gone = new ReferenceQueue<>();
        List<WeakReference<ThreadPoolExecutor>> dropped = new ArrayList<>();
        for (int i = 0; i < POOLS; i++) {
            dropped.add(new WeakReference<>(make(i), gone));
            if (i % 20 == 0) {
                Pools.sleep(10);
            }
        }
        int left = POOLS;
        System.out.println("beans-most " + beans());
        long start = System.nanoTime();
        long patience = TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[0]));
        int collections = 0;
        while (left > 0 && System.nanoTime() - start < patience) {
            System.gc();
            collections++;
            Pools.sleep(100);
            while (gone.poll() != null) {
                left--;
            }
        }
        System.out.println("left " + left + " of " + dropped.size());
        System.out.println("collections " + collections);
        // Dead beans go by themselves, at some tick after the collection.
        Pools.becomes(() -> beans() <= 1, 10_000);
        System.out.println("beans-left " + beans());
    }

    private static ThreadPoolExecutor make(int number) throws Exception {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                2, 2, 50, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), Pools.daemons("dropped"));
        pool.allowCoreThreadTimeOut(true);
        if (number % 2 == 0) {
            pool.submit(() -> {}).get();
        }
        return pool;
    }

    private static int beans() {
        try {
            return ManagementFactory.getPlatformMBeanServer()
                    .queryNames(new ObjectName("headcount:type=Pool,*"), null)
                    .size();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void feed(ThreadPoolExecutor pool) {
        while (true) {
            pool.execute(() -> Pools.sleep(5));
            Pools.sleep(4);
        }
    }
}
