package dev.headcount.subject;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;

/** A worker is the thread that the application's factory made, with what it inherited from the submitter. */
final class WorkerContract {

    private static final InheritableThreadLocal<String> REQUEST = new InheritableThreadLocal<>();

    private WorkerContract() {}

    static void run(Transcript say) throws Exception {
        say.section("worker");
        ThreadGroup group = new ThreadGroup("submitters");
        ClassLoader loader = new URLClassLoader(new URL[0], null) {
            @Override
            public String toString() {
                return "the submitter's loader";
            }
        };
        Thread submitter = new Thread(group, () -> workers(say), "submitter");
        submitter.setPriority(7);
        submitter.setContextClassLoader(loader);
        submitter.start();
        submitter.join();
    }

    private static void workers(Transcript say) {
        REQUEST.set("request 42");
        try {
            describe(say, "plain factory", Thread::new);
            describe(say, "default factory", Executors.defaultThreadFactory());
            describe(say, "privileged factory", Executors.privilegedThreadFactory());
            describe(say, "daemon factory", Pools.daemons("made"));
            describe(say, "naming factory", task -> {
                Thread worker = new Thread(null, task, "named", 1 << 17);
                worker.setPriority(3);
                return worker;
            });
            refusing(say);
        } catch (Exception failure) {
            say.say("failed", failure);
        }
    }

    private static void describe(Transcript say, String what, ThreadFactory factory) throws Exception {
        ThreadPoolExecutor pool = Pools.unbounded("described", 1, 1);
        say.attempt("null factory", () -> pool.setThreadFactory(null));
        pool.setThreadFactory(factory);
        say.say(what + " kept", pool.getThreadFactory() == factory);
        try {
            // The number in a default name counts all threads of the JVM, the agent's too.
            say.say(what, pool.submit(WorkerContract::self).get().replaceAll("(?<=hread-|pool-)\\d+", "N"));
        } catch (ExecutionException failed) {
            say.say(what, failed);
        }
        Pools.end(pool);
    }

    private static String self() {
        Thread self = Thread.currentThread();
        return self.getName() + " daemon " + self.isDaemon() + " priority " + self.getPriority() + " group "
                + self.getThreadGroup().getName() + " loader " + Transcript.describe(self.getContextClassLoader())
                + " inherited " + REQUEST.get();
    }

    /** A factory that makes no thread: the task waits, and the pool says so. */
    private static void refusing(Transcript say) throws Exception {
        ThreadPoolExecutor pool = Pools.unbounded("refused", 1, 1);
        pool.setThreadFactory(task -> null);
        say.attempt("no thread", () -> pool.execute(new NamedTask("waiting")));
        say.say("no thread", pool);
        pool.setThreadFactory(task -> {
            throw new IllegalStateException("no threads today");
        });
        say.attempt("throwing factory", () -> pool.execute(new NamedTask("second")));
        say.say("throwing factory", pool);
        pool.setThreadFactory(Pools.daemons("late"));
        say.say("prestart", pool.prestartCoreThread());
        Pools.end(pool);
        say.say("ended", pool);
    }
}
