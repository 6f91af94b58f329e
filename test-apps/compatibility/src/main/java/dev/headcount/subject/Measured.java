package dev.headcount.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Some pools that have worked and rest now, for outputs to be compared; it stays until its parent is gone.
 *
 * <p>Arguments: {@code plain}, {@code named} (pools whose workers' names are hard on formats), or {@code many}
 * and a number. Prints {@code ready}; with {@code busy} as last argument it goes on, with a task every
 * millisecond, and says each second how many ran and how late the latest was.
 */
final class Measured {

    private Measured() {}

    public static void main(String[] arguments) throws Exception {
        Parent.watch();
        java.lang.management.ManagementFactory.getPlatformMBeanServer();
        List<ThreadPoolExecutor> pools = new ArrayList<>();
        switch (arguments[0]) {
            case "plain":
                plain(pools);
                break;
            case "named":
                for (String name : names()) {
                    pools.add(worked(Pools.unbounded(name, 2, 2), 1));
                }
                break;
            case "many":
                for (int pool = 0; pool < Integer.parseInt(arguments[1]); pool++) {
                    pools.add(worked(Pools.unbounded(Integer.toString(pool, 36) + "-of-many", 2, 2), 1));
                }
                break;
            default:
                throw new IllegalArgumentException(arguments[0]);
        }
        System.out.println("ready");
        if (arguments[arguments.length - 1].equals("busy")) {
            stayBusy(pools.get(0));
        }
        Thread.sleep(Long.MAX_VALUE);
    }

    private static void plain(List<ThreadPoolExecutor> pools) throws Exception {
        pools.add(worked(Pools.unbounded("orders", 4, 4), 40));
        pools.add(worked(
                new ThreadPoolExecutor(
                        2, 8, 60, TimeUnit.SECONDS, new ArrayBlockingQueue<>(100), Pools.daemons("mail")),
                10));
        pools.add(worked(Pools.unbounded("audit", 1, 1), 5));
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2, Pools.daemons("clock"));
        clock.schedule(() -> {}, 1, TimeUnit.MILLISECONDS).get();
    }

    /** What a pool may be called by somebody who means no harm, and by somebody who does. */
    private static String[] names() {
        StringBuilder endless = new StringBuilder("endless");
        while (endless.length() < 10_240) {
            endless.append("-and-on");
        }
        return new String[] {
            "two words",
            "a=b",
            "one, two",
            "any*thing",
            "really?",
            "colon:ed",
            "the \"quoted\"",
            "back\\slash",
            "C:\\new\\temp \"x\"",
            "line\nfeed",
            "{curly=\"label\"} 1",
            "# HELP me",
            "smile \ud83d\ude00",
            "\u65e5\u672c\u8a9e",
            "half \ud83d",
            "_other",
            "$1$2",
            "x\"><>Size: 7",
            "x><>Size: 7 of",
            endless.toString()
        };
    }

    private static ThreadPoolExecutor worked(ThreadPoolExecutor pool, int tasks) throws Exception {
        List<Future<?>> done = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            done.add(pool.submit(() -> Pools.sleep(5)));
        }
        for (Future<?> task : done) {
            task.get();
        }
        return pool;
    }

    private static void stayBusy(ThreadPoolExecutor pool) {
        while (true) {
            long start = System.nanoTime();
            long latest = 0;
            int ran = 0;
            while (System.nanoTime() - start < 1_000_000_000L) {
                long offered = System.nanoTime();
                long[] began = new long[1];
                try {
                    pool.submit(() -> began[0] = System.nanoTime()).get();
                } catch (Exception stop) {
                    throw new IllegalStateException(stop);
                }
                latest = Math.max(latest, began[0] - offered);
                ran++;
                Pools.sleep(1);
            }
            System.out.println("second " + ran + " " + latest / 1_000_000);
        }
    }
}
