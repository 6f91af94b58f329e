package dev.headcount.subject;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A handler meets the application's own task and pool, in the thread that submitted it. */
final class RejectionContract {

    private RejectionContract() {}

    static void run(Transcript say) throws Exception {
        say.section("rejection");
        full(say, "abort", new ThreadPoolExecutor.AbortPolicy());
        full(say, "discard", new ThreadPoolExecutor.DiscardPolicy());
        full(say, "discard oldest", new ThreadPoolExecutor.DiscardOldestPolicy());
        full(say, "caller runs", new ThreadPoolExecutor.CallerRunsPolicy());
        custom(say);
        shut(say, new ThreadPoolExecutor.CallerRunsPolicy());
        shut(say, new ThreadPoolExecutor.DiscardOldestPolicy());
        handoff(say);
    }

    private static void full(Transcript say, String policy, RejectedExecutionHandler handler) throws Exception {
        ThreadPoolExecutor pool = pool(policy, handler);
        Gate gate = new Gate();
        pool.execute(gate);
        gate.awaitEntered();
        StringBuffer ran = new StringBuffer();
        pool.execute(new NamedTask("queued", () -> ran.append("queued ")));
        say.attempt(
                policy,
                () -> pool.execute(new NamedTask(
                        "extra",
                        () -> ran.append("extra by ")
                                .append(Thread.currentThread().getName())
                                .append(' '))));
        say.say(policy + " queue", pool.getQueue());
        say.attempt(
                policy + " submit", () -> pool.submit(new NamedTask("future")).isDone());
        gate.open();
        Pools.end(pool);
        say.say(policy + " ran", ran);
        say.say(policy + " completed", pool.getCompletedTaskCount());
    }

    private static void custom(Transcript say) throws Exception {
        NamedTask[] extra = {new NamedTask("extra")};
        ThreadPoolExecutor pool = pool("custom", (task, by) -> {
            say.say("custom given the very task", task == extra[0]);
            say.say("custom given the pool", by.getClass() + " " + by.getMaximumPoolSize());
            say.say("custom in", Thread.currentThread().getName());
            throw new RejectedExecutionException("custom refuses " + task);
        });
        Gate gate = new Gate();
        pool.execute(gate);
        gate.awaitEntered();
        pool.execute(new NamedTask("queued"));
        try {
            pool.execute(extra[0]);
        } catch (RejectedExecutionException refused) {
            say.trace("custom", refused);
        }
        RejectedExecutionHandler other = new ThreadPoolExecutor.DiscardPolicy();
        pool.setRejectedExecutionHandler(other);
        say.say("handler replaced", pool.getRejectedExecutionHandler() == other);
        say.attempt("null handler", () -> pool.setRejectedExecutionHandler(null));
        gate.open();
        Pools.end(pool);
    }

    private static void shut(Transcript say, RejectedExecutionHandler handler) throws Exception {
        String policy = handler.getClass().getSimpleName() + " after shutdown";
        ThreadPoolExecutor pool = pool("shut", handler);
        Pools.end(pool);
        StringBuffer ran = new StringBuffer();
        say.attempt(policy, () -> pool.execute(new NamedTask("late", () -> ran.append("late"))));
        say.say(policy + " ran", ran);
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.AbortPolicy());
        say.attempt("abort after shutdown", () -> pool.execute(new NamedTask("late")));
        say.attempt("null", () -> pool.execute(null));
    }

    private static void handoff(Transcript say) throws Exception {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(0, 2, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), Pools.daemons("handoff"));
        Gate one = new Gate();
        Gate two = new Gate();
        pool.execute(one);
        pool.execute(two);
        one.awaitEntered();
        two.awaitEntered();
        say.attempt("handoff full", () -> pool.execute(new NamedTask("third")));
        say.say("handoff size", pool.getPoolSize() + " largest " + pool.getLargestPoolSize());
        one.open();
        two.open();
        Pools.end(pool);
    }

    private static ThreadPoolExecutor pool(String name, RejectedExecutionHandler handler) {
        return new ThreadPoolExecutor(
                1, 1, 5, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), Pools.daemons(name), handler);
    }
}
