package dev.headcount.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Pools of 2 that always have a hundred tasks in their queues, until the JVM is ended.
 *
 * <p>Arguments: the names of the pools. Prints {@code ready} when each has its backlog.
 */
final class Backlogs {

    private static final int WAITING = 100;
    private static final int SERVICE_MILLIS = 20;

    private Backlogs() {}

    public static void main(String[] names) {
        Parent.watch();
        List<ThreadPoolExecutor> pools = new ArrayList<>();
        for (String name : names) {
            pools.add(Pools.unbounded(name, 2, 2));
        }
        fill(pools);
        System.out.println("ready");
        while (true) {
            Pools.sleep(5);
            fill(pools);
        }
    }

    private static void fill(List<ThreadPoolExecutor> pools) {
        for (ThreadPoolExecutor pool : pools) {
            while (pool.getQueue().size() < WAITING) {
                pool.execute(() -> Pools.sleep(SERVICE_MILLIS));
            }
        }
    }
}
