package dev.headcount.subject;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** {@code ScheduledThreadPoolExecutor}: order, periods, policies and what is left at the end. */
final class ScheduledContract {

    private ScheduledContract() {}

    static void run(Transcript say) throws Exception {
        say.section("scheduled");
        order(say);
        periods(say);
        policies(say);
    }

    private static void order(Transcript say) throws Exception {
        Decorated pool = new Decorated();
        List<String> ran = new CopyOnWriteArrayList<>();
        pool.execute(() -> ran.add("at once"));
        ScheduledFuture<String> value = pool.schedule(() -> "value", 1, TimeUnit.MILLISECONDS);
        say.say("value", value.get() + " " + value.isDone());
        pool.submit(() -> ran.add("submitted")).get();
        pool.schedule(() -> ran.add("400 ms"), 400, TimeUnit.MILLISECONDS);
        pool.schedule(() -> ran.add("10 ms"), 10, TimeUnit.MILLISECONDS);
        Pools.await("all", () -> ran.size() == 4);
        say.say("ran", ran);
        say.say("decorated", pool.decorated);
        say.say("size", pool.getPoolSize() + " " + pool.getCorePoolSize() + "/" + pool.getMaximumPoolSize());
        Pools.end(pool);
        say.attempt("after shutdown", () -> pool.schedule(new NamedTask("late"), 1, TimeUnit.MILLISECONDS));
    }

    private static void periods(Transcript say) throws Exception {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(2, Pools.daemons("periods"));
        CountDownLatch beats = new CountDownLatch(6);
        ScheduledFuture<?> rate = pool.scheduleAtFixedRate(beats::countDown, 1, 5, TimeUnit.MILLISECONDS);
        ScheduledFuture<?> delay = pool.scheduleWithFixedDelay(beats::countDown, 1, 5, TimeUnit.MILLISECONDS);
        say.say("beats", beats.await(20, TimeUnit.SECONDS));
        ScheduledFuture<?> broken = pool.scheduleAtFixedRate(
                () -> {
                    throw new IllegalStateException("once");
                },
                1,
                5,
                TimeUnit.MILLISECONDS);
        say.attempt("broken period", () -> broken.get(20, TimeUnit.SECONDS));
        pool.setRemoveOnCancelPolicy(true);
        say.say("cancel", rate.cancel(false) + " " + delay.cancel(false) + " " + pool.getRemoveOnCancelPolicy());
        Pools.await("queue empty", () -> pool.getQueue().isEmpty());
        say.attempt("period 0", () -> pool.scheduleAtFixedRate(new NamedTask("x"), 1, 0, TimeUnit.SECONDS));
        say.attempt("delay 0", () -> pool.scheduleWithFixedDelay(new NamedTask("x"), 1, 0, TimeUnit.SECONDS));
        Pools.end(pool);
    }

    private static void policies(Transcript say) throws Exception {
        ScheduledThreadPoolExecutor pool =
                new ScheduledThreadPoolExecutor(1, Pools.daemons("policies"), new ThreadPoolExecutor.AbortPolicy());
        say.say(
                "policies",
                pool.getContinueExistingPeriodicTasksAfterShutdownPolicy()
                        + " "
                        + pool.getExecuteExistingDelayedTasksAfterShutdownPolicy());
        pool.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        ScheduledFuture<?> far = pool.schedule(new NamedTask("far"), 1, TimeUnit.HOURS);
        say.say("queued is the future", pool.getQueue().peek() == far);
        pool.setCorePoolSize(2);
        say.say("core", pool.getCorePoolSize());
        Pools.end(pool);
        say.say("far cancelled", far.isCancelled());
        ScheduledThreadPoolExecutor abrupt = new ScheduledThreadPoolExecutor(1);
        ScheduledFuture<?> left = abrupt.schedule(new NamedTask("left"), 1, TimeUnit.HOURS);
        List<Runnable> handed = abrupt.shutdownNow();
        say.say("left", handed.size() + " " + (handed.get(0) == left));
        Pools.await("abrupt end", abrupt::isTerminated);
    }

    /** Counts what passes {@code decorateTask}. */
    private static final class Decorated extends ScheduledThreadPoolExecutor {
        int decorated;

        Decorated() {
            super(1, Pools.daemons("decorated"));
        }

        @Override
        protected <V> RunnableScheduledFuture<V> decorateTask(Runnable task, RunnableScheduledFuture<V> future) {
            decorated++;
            return future;
        }

        @Override
        protected <V> RunnableScheduledFuture<V> decorateTask(Callable<V> task, RunnableScheduledFuture<V> future) {
            decorated++;
            return future;
        }
    }
}
