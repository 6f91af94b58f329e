package dev.headcount.subject;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A pool of 4 with the keep-alive, in seconds, that its argument says, which others grow and then let go.
 *
 * <p>Orders: {@code work} puts enough tasks into it for 20 threads; {@code threads} prints how many it has.
 */
final class Lingering {

    private Lingering() {}

    public static void main(String[] arguments) throws Exception {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                4,
                4,
                Long.parseLong(arguments[0]),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Pools.daemons("lingering"));
        pool.prestartAllCoreThreads();
        new Orders()
                .on("work", words -> {
                    for (int i = 0; i < 100; i++) {
                        pool.execute(() -> Pools.sleep(50));
                    }
                })
                .on("threads", words -> System.out.println(pool.getPoolSize()))
                .obey();
    }
}
