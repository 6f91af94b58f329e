package dev.headcount.subject;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What a task throws arrives as it was thrown, with the stack that it had; an interrupt hits its task only. */
final class FailureContract {

    private FailureContract() {}

    static void run(Transcript say) throws Exception {
        say.section("failure");
        uncaught(say);
        caught(say);
        interrupts(say);
    }

    private static void uncaught(Transcript say) throws Exception {
        CompletableFuture<Throwable> handled = new CompletableFuture<>();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread worker = new Thread(task, "uncaught");
                    worker.setUncaughtExceptionHandler((thread, thrown) -> handled.complete(thrown));
                    return worker;
                });
        pool.execute(FailureContract::fail);
        say.trace("uncaught", handled.get(20, TimeUnit.SECONDS));
        pool.execute(new NamedTask("after"));
        Pools.await("a new worker", () -> pool.getCompletedTaskCount() == 2);
        say.say("size", pool.getPoolSize() + " largest " + pool.getLargestPoolSize());
        Pools.end(pool);
    }

    private static void caught(Transcript say) throws Exception {
        ThreadPoolExecutor pool = Pools.unbounded("caught", 1, 1);
        Future<?> future = pool.submit((Runnable) FailureContract::fail);
        try {
            future.get();
        } catch (ExecutionException thrown) {
            say.trace("caught", thrown.getCause());
        }
        Error error = new AssertionError("an error");
        Future<?> second = pool.submit(() -> {
            throw error;
        });
        try {
            second.get();
        } catch (ExecutionException thrown) {
            say.say("the very error", thrown.getCause() == error);
        }
        Pools.await("both counted", () -> pool.getCompletedTaskCount() == 2);
        say.say("worker survives", pool.getPoolSize() + " " + pool.getCompletedTaskCount());
        Pools.end(pool);
    }

    private static void interrupts(Transcript say) throws Exception {
        ThreadPoolExecutor pool = Pools.unbounded("interrupts", 1, 1);
        Gate gate = new Gate();
        Future<?> future = pool.submit(gate);
        gate.awaitEntered();
        say.say("cancel running", future.cancel(true));
        Pools.await("gate left", () -> pool.getActiveCount() == 0);
        say.say("interrupted", gate.wasInterrupted());
        say.say(
                "next task is not",
                pool.submit(() -> Thread.currentThread().isInterrupted()).get());
        Pools.end(pool);
    }

    private static void fail() {
        throw new IllegalStateException("thrown by a task");
    }
}
