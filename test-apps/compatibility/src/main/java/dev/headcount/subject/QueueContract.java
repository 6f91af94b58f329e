package dev.headcount.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The queue belongs to the application: it finds there the objects that it put in, and may take them out. */
final class QueueContract {

    private QueueContract() {}

    static void run(Transcript say) throws Exception {
        say.section("queue");
        identity(say);
        cancelled(say);
        priority(say);
    }

    private static void identity(Transcript say) throws Exception {
        BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, queue, Pools.daemons("identity"));
        Gate gate = new Gate();
        pool.execute(gate);
        gate.awaitEntered();
        List<String> ran = new ArrayList<>();
        NamedTask first = new NamedTask("first", () -> ran.add("first"));
        NamedTask second = new NamedTask("second", () -> ran.add("second"));
        pool.execute(first);
        pool.execute(second);
        pool.execute(first);

        say.say("same queue", pool.getQueue() == queue);
        say.say("head is the very task", queue.peek() == first);
        say.say("content", queue);
        say.say("classes", queue.peek().getClass());
        say.say("contains", queue.contains(second));
        say.say("remove queued", pool.remove(second));
        say.say("remove again", pool.remove(second));
        say.say("remove running", pool.remove(gate));
        say.say("after remove", queue);
        say.say("task count", pool.getTaskCount());
        say.say("taken by hand", queue.poll() == first);
        queue.add(second);
        say.say("put by hand", queue);
        gate.open();
        Pools.end(pool);
        say.say("ran", ran);
        say.say("completed", pool.getCompletedTaskCount());
    }

    private static void cancelled(Transcript say) throws Exception {
        ThreadPoolExecutor pool = Pools.unbounded("cancelled", 1, 1);
        Gate gate = new Gate();
        pool.execute(gate);
        gate.awaitEntered();
        Future<?> doomed = pool.submit(new NamedTask("doomed"));
        Future<String> kept = pool.submit(new NamedTask("kept"), "value");
        say.say("queued class", pool.getQueue().peek().getClass() == FutureTask.class);
        say.say("queued is the future", pool.getQueue().peek() == doomed);
        say.say("cancel", doomed.cancel(false));
        say.say("still queued", pool.getQueue().size());
        pool.purge();
        say.say("after purge", pool.getQueue().size());
        say.attempt("get of a cancelled", () -> doomed.get());
        gate.open();
        say.say("kept", kept.get());
        Pools.end(pool);
        say.say("completed", pool.getCompletedTaskCount());
    }

    private static void priority(Transcript say) throws Exception {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                1, 1, 5, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), Pools.daemons("priority"));
        Gate gate = new Gate();
        pool.execute(gate);
        gate.awaitEntered();
        List<String> ran = new ArrayList<>();
        for (String name : new String[] {"c", "a", "d", "b"}) {
            pool.execute(new NamedTask(name, () -> ran.add(name)));
        }
        gate.open();
        Pools.end(pool);
        say.say("ran by priority", ran);
    }
}
