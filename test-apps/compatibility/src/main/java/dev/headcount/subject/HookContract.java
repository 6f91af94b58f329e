package dev.headcount.subject;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A subclass sees its own tasks in its own threads, before, after and at the end. */
final class HookContract {

    private HookContract() {}

    static void run(Transcript say) throws Exception {
        say.section("hooks");
        Watched pool = new Watched();
        NamedTask task = new NamedTask("first");
        pool.execute(task);
        Pools.await("first", () -> pool.getCompletedTaskCount() == 1);
        pool.execute(new NamedTask("broken", () -> {
            throw new IllegalStateException("from a task");
        }));
        Pools.await("broken", () -> pool.getCompletedTaskCount() == 2);
        Pools.await("its successor", () -> pool.events.lastIndexOf(Watched.BIRTH) > pool.events.indexOf(Watched.BIRTH));
        pool.submit(() -> "value").get();
        Pools.await("submitted", () -> pool.getCompletedTaskCount() == 3);
        say.say("first seen is the very task", pool.firstSeen == task);
        Pools.end(pool);
        say.say("events", "");
        for (String event : pool.events) {
            say.say("  event", event);
        }
        say.say("uncaught", pool.uncaught);
        say.attempt("execute overridden", () -> pool.execute(null));
    }

    /** Overrides all that {@code ThreadPoolExecutor} offers to a subclass. */
    private static final class Watched extends ThreadPoolExecutor {
        static final String BIRTH = "new thread";

        final List<String> events = new CopyOnWriteArrayList<>();
        /** Apart, since the worker that replaces a broken one may be sooner than the broken one's handler. */
        final List<String> uncaught = new CopyOnWriteArrayList<>();

        volatile Runnable firstSeen;

        Watched() {
            super(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Pools.daemons("watched"));
            setThreadFactory(task -> {
                events.add(BIRTH);
                Thread worker = new Thread(task, "watched");
                worker.setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown.toString()));
                return worker;
            });
        }

        @Override
        public void execute(Runnable task) {
            events.add("execute " + name(task));
            super.execute(task);
        }

        @Override
        protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
            events.add("newTaskFor");
            return new FutureTask<T>(task) {
                @Override
                protected void done() {
                    events.add("done in " + Thread.currentThread().getName());
                }
            };
        }

        @Override
        protected void beforeExecute(Thread worker, Runnable task) {
            if (firstSeen == null) {
                firstSeen = task;
            }
            events.add("before " + name(task) + " own thread " + (worker == Thread.currentThread()));
            super.beforeExecute(worker, task);
        }

        @Override
        protected void afterExecute(Runnable task, Throwable thrown) {
            super.afterExecute(task, thrown);
            events.add("after " + name(task) + " thrown " + thrown);
        }

        @Override
        protected void terminated() {
            events.add("terminated with " + getPoolSize() + " workers, " + isTerminating() + isTerminated());
            super.terminated();
        }

        @Override
        public void shutdown() {
            events.add("shutdown");
            super.shutdown();
        }

        private static String name(Runnable task) {
            return task instanceof NamedTask
                    ? task.toString()
                    : task == null ? "null" : task.getClass().getName();
        }
    }
}
