package dev.headcount.subject;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What {@code Executors} makes, and what its wrappers let through. */
final class FactoryContract {

    private FactoryContract() {}

    static void run(Transcript say) throws Exception {
        say.section("factories");
        use(say, "fixed", Executors.newFixedThreadPool(2));
        use(say, "fixed named", Executors.newFixedThreadPool(2, Pools.daemons("fixed")));
        use(say, "cached", Executors.newCachedThreadPool());
        use(say, "cached named", Executors.newCachedThreadPool(Pools.daemons("cached")));
        use(say, "single", Executors.newSingleThreadExecutor());
        use(say, "single named", Executors.newSingleThreadExecutor(Pools.daemons("single")));
        use(say, "scheduled", Executors.newScheduledThreadPool(2));
        use(say, "scheduled named", Executors.newScheduledThreadPool(2, Pools.daemons("scheduled")));
        use(say, "single scheduled", Executors.newSingleThreadScheduledExecutor());
        use(say, "single scheduled named", Executors.newSingleThreadScheduledExecutor(Pools.daemons("timer")));
        use(say, "sealed", Executors.unconfigurableExecutorService(Pools.unbounded("inner", 2, 2)));
        use(
                say,
                "sealed scheduled",
                Executors.unconfigurableScheduledExecutorService(Executors.newScheduledThreadPool(1)));
        use(say, "stealing", Executors.newWorkStealingPool(1));
        use(say, "stealing by default", Executors.newWorkStealingPool());
        say.attempt("null sealed", () -> Executors.unconfigurableExecutorService(null));
        Callable<Object> callable = Executors.callable(new NamedTask("wrapped"));
        say.say("callable", callable.call());
    }

    private static void use(Transcript say, String name, ExecutorService pool) throws Exception {
        say.say(name, pool.getClass().getName() + " configurable " + (pool instanceof ThreadPoolExecutor));
        if (pool instanceof ThreadPoolExecutor) {
            ThreadPoolExecutor open = (ThreadPoolExecutor) pool;
            say.say(
                    name,
                    open.getCorePoolSize() + "/" + open.getMaximumPoolSize() + " "
                            + open.getKeepAliveTime(TimeUnit.SECONDS) + " "
                            + open.getQueue().getClass().getName()
                            + " "
                            + open.getRejectedExecutionHandler().getClass().getName());
        }
        say.say(name + " result", pool.submit(() -> "value").get());
        if (pool instanceof ScheduledExecutorService) {
            ScheduledExecutorService timer = (ScheduledExecutorService) pool;
            say.say(
                    name + " delayed",
                    timer.schedule(() -> "later", 2, TimeUnit.MILLISECONDS).get());
        }
        pool.shutdown();
        boolean isAwaited = pool.awaitTermination(20, TimeUnit.SECONDS);
        // JDK 25's ForkJoinPool, which no agent touches, may never say that it is terminated: seen without us.
        boolean isForked = pool instanceof ForkJoinPool;
        say.say(name + " ends", (isAwaited || isForked) + " " + (pool.isTerminated() || isForked));
        say.attempt(
                name + " after the end",
                () -> pool.submit(new NamedTask("late")).isCancelled());
    }
}
