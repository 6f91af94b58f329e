package dev.headcount.subject;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Sizes and keep-alive are what the application set; what was refused is refused with the same text. */
final class SetterContract {

    private SetterContract() {}

    static void run(Transcript say) throws Exception {
        say.section("setters");
        constructors(say);
        sizes(say);
        keepAlive(say);
        bounded(say);
    }

    private static void constructors(Transcript say) {
        say.attempt("core -1", () -> Pools.unbounded("x", -1, 1));
        say.attempt("max 0", () -> Pools.unbounded("x", 0, 0));
        say.attempt("max below core", () -> Pools.unbounded("x", 2, 1));
        say.attempt(
                "keep-alive -1", () -> new ThreadPoolExecutor(1, 1, -1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()));
        say.attempt("null queue", () -> new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, null));
        say.attempt(
                "null handler",
                () -> new ThreadPoolExecutor(
                        1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Pools.daemons("x"), null));
        say.say(
                "six arguments",
                new ThreadPoolExecutor(
                                1,
                                2,
                                1,
                                TimeUnit.SECONDS,
                                new LinkedBlockingQueue<>(),
                                new ThreadPoolExecutor.DiscardPolicy())
                        .toString());
    }

    private static void sizes(Transcript say) throws Exception {
        ThreadPoolExecutor pool = Pools.unbounded("sizes", 2, 4);
        say.say("fresh", pool);
        say.say("prestart", pool.prestartCoreThread() + " " + pool.getPoolSize());
        say.say("prestart all", pool.prestartAllCoreThreads() + " " + pool.getPoolSize());
        say.say("prestart more", pool.prestartCoreThread());
        for (int size : new int[] {3, 4, 5, 0, -1, 2}) {
            say.attempt("core " + size, () -> pool.setCorePoolSize(size));
            say.say("now", pool.getCorePoolSize() + "/" + pool.getMaximumPoolSize());
        }
        pool.setCorePoolSize(2);
        pool.setMaximumPoolSize(6);
        for (int size : new int[] {6, 2, 1, 0, -1, 3}) {
            say.attempt("max " + size, () -> pool.setMaximumPoolSize(size));
            say.say("now", pool.getCorePoolSize() + "/" + pool.getMaximumPoolSize());
        }
        pool.submit(new NamedTask("one")).get();
        Pools.await("idle", () -> pool.getActiveCount() == 0 && pool.getCompletedTaskCount() == 1);
        say.say("counts", pool.getTaskCount() + " " + pool.getCompletedTaskCount() + " " + pool.getActiveCount());
        Pools.end(pool);
        say.say("at the end", pool.getCorePoolSize() + "/" + pool.getMaximumPoolSize() + " " + pool);
    }

    private static void keepAlive(Transcript say) throws Exception {
        ThreadPoolExecutor pool = Pools.unbounded("keep", 2, 2);
        say.say("keep-alive", pool.getKeepAliveTime(TimeUnit.SECONDS) + " " + pool.allowsCoreThreadTimeOut());
        say.attempt("negative", () -> pool.setKeepAliveTime(-1, TimeUnit.SECONDS));
        pool.setKeepAliveTime(0, TimeUnit.SECONDS);
        say.attempt("time-out without keep-alive", () -> pool.allowCoreThreadTimeOut(true));
        pool.setKeepAliveTime(20, TimeUnit.MILLISECONDS);
        pool.allowCoreThreadTimeOut(true);
        say.attempt("zero with time-out", () -> pool.setKeepAliveTime(0, TimeUnit.SECONDS));
        say.say("keep-alive", pool.getKeepAliveTime(TimeUnit.MILLISECONDS) + " " + pool.allowsCoreThreadTimeOut());
        pool.submit(new NamedTask("one")).get();
        Pools.await("workers leave", () -> pool.getPoolSize() == 0);
        say.say("left", pool);
        pool.submit(new NamedTask("two")).get();
        Pools.end(pool);
        say.say("largest", pool.getLargestPoolSize());
    }

    /** 1/3 over a bounded queue does reach three, in the order that the JDK promises. */
    private static void bounded(Transcript say) throws Exception {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                1, 3, 5, TimeUnit.SECONDS, new ArrayBlockingQueue<>(2), Pools.daemons("bounded"));
        Gate[] gates = new Gate[5];
        for (int i = 0; i < gates.length; i++) {
            gates[i] = new Gate();
            pool.execute(gates[i]);
            say.say(
                    "after " + (i + 1),
                    pool.getPoolSize() + " threads, queue " + pool.getQueue().size());
        }
        for (Gate gate : gates) {
            gate.open();
        }
        Pools.end(pool);
        say.say("ended", pool);
    }
}
