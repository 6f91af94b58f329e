package dev.headcount.subject;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Shutting down: what is still queued comes back as it went in, and the states follow each other. */
final class ShutdownContract {

    private ShutdownContract() {}

    static void run(Transcript say) throws Exception {
        say.section("shutdown");
        orderly(say);
        abrupt(say);
        unused(say);
        closed(say);
    }

    private static void orderly(Transcript say) throws Exception {
        ThreadPoolExecutor pool = Pools.unbounded("orderly", 1, 1);
        Gate gate = new Gate();
        pool.execute(gate);
        gate.awaitEntered();
        StringBuffer ran = new StringBuffer();
        pool.execute(new NamedTask("queued", () -> ran.append("queued")));
        states(say, "running", pool);
        pool.shutdown();
        states(say, "shut", pool);
        say.say("awaitTermination too early", pool.awaitTermination(5, TimeUnit.MILLISECONDS));
        gate.open();
        say.say("awaitTermination", pool.awaitTermination(20, TimeUnit.SECONDS));
        states(say, "ended", pool);
        say.say("ran", ran);
        say.say("worker was interrupted", gate.wasInterrupted());
        say.say("shutdownNow at the end", pool.shutdownNow());
    }

    private static void abrupt(Transcript say) throws Exception {
        ThreadPoolExecutor pool = Pools.unbounded("abrupt", 1, 1);
        Gate gate = new Gate();
        pool.execute(gate);
        gate.awaitEntered();
        NamedTask queued = new NamedTask("queued");
        pool.execute(queued);
        Object future = pool.submit(new NamedTask("future"));
        List<Runnable> left = pool.shutdownNow();
        say.say("left", left.size());
        say.say("left are the very tasks", left.get(0) == queued && left.get(1) == future);
        say.say("ended", pool.awaitTermination(20, TimeUnit.SECONDS));
        say.say("running task was interrupted", gate.wasInterrupted());
        states(say, "abrupt end", pool);
    }

    private static void unused(Transcript say) throws Exception {
        ThreadPoolExecutor pool = Pools.unbounded("unused", 3, 5);
        states(say, "unused", pool);
        pool.shutdown();
        states(say, "unused shut", pool);
    }

    /** {@code close()} came with 19. */
    private static void closed(Transcript say) {
        ThreadPoolExecutor pool = Pools.unbounded("closed", 1, 1);
        say.attempt("close", () -> {
            Method close;
            try {
                close = ExecutorService.class.getMethod("close");
            } catch (NoSuchMethodException before19) {
                pool.shutdown();
                return "no such method";
            }
            pool.execute(new NamedTask("last"));
            close.invoke(pool);
            return pool.isTerminated() + " " + pool.getCompletedTaskCount();
        });
    }

    private static void states(Transcript say, String when, ThreadPoolExecutor pool) {
        say.say(
                when,
                "shutdown " + pool.isShutdown() + " terminating " + pool.isTerminating() + " terminated "
                        + pool.isTerminated() + " " + pool);
    }
}
