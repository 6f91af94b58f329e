package dev.headcount.subject;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Pools whose sizes and keep-alives are all different, under a load that makes one of them grow; with the argument
 * {@code submit} its tasks come as futures.
 *
 * <p>Orders: {@code seen}, {@code shown}, {@code heard} as in {@link ClassFiles}; {@code sizes} prints what each
 * pool is set to; {@code metaspace} as in {@link Metaspace}; {@code stop} ends the load and prints how often the tasks ran.
 */
final class Traces {

    private final Map<String, ThreadPoolExecutor> pools = new LinkedHashMap<>();
    private final Tally tally = new Tally(200_000);
    private final Feeder feeder;

    private Traces(boolean submits) {
        pools.put("busy", Pools.unbounded("busy", 4, 4));
        pools.put("calm", pool("calm", 8, 9, 40));
        pools.put(
                "full",
                new ThreadPoolExecutor(2, 3, 50, TimeUnit.SECONDS, new ArrayBlockingQueue<>(3), Pools.daemons("full")));
        pools.put("alone", pool("alone", 1, 1, 0));
        pools.put("timed", new ScheduledThreadPoolExecutor(3, Pools.daemons("timed")));
        pools.forEach((name, pool) -> use(pool));
        feeder = new Feeder(pools.get("busy"), tally, 10, submits);
    }

    private static ThreadPoolExecutor pool(String prefix, int core, int maximum, int keepAliveSeconds) {
        return new ThreadPoolExecutor(
                core, maximum, keepAliveSeconds, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Pools.daemons(prefix));
    }

    public static void main(String[] arguments) throws Exception {
        Traces traces = new Traces(arguments.length > 0 && arguments[0].equals("submit"));
        traces.feeder.start();
        new Orders()
                .on("seen", ClassFiles.seen())
                .on("shown", ClassFiles.shown())
                .on("heard", ClassFiles.heard(words -> traces.pools.forEach((name, pool) -> use(pool))))
                .on("sizes", words -> traces.pools.forEach(Traces::print))
                .on("metaspace", new Metaspace())
                .on("stop", words -> System.out.println("ran " + traces.feeder.finish()))
                .obey();
    }

    private static void use(ThreadPoolExecutor pool) {
        try {
            pool.submit(() -> Pools.sleep(1)).get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void print(String name, ThreadPoolExecutor pool) {
        System.out.println("pool " + name + ' ' + pool.getCorePoolSize() + '/' + pool.getMaximumPoolSize() + " keeps "
                + pool.getKeepAliveTime(TimeUnit.MILLISECONDS) + " ms");
    }
}
