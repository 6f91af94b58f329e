package dev.headcount.subject;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Has three of ten tasks fail in each of the ways to hand them in, and prints what the agent counted.
 *
 * <p>Prints {@code WAY failed of completed} and {@code WAY-rate} (failed in a thousand of the last ten seconds).
 */
final class Failing {

    private static final int TASKS = 1_000;
    private static final int FAILING_OF_TEN = 3;

    private Failing() {}

    public static void main(String[] arguments) throws Exception {
        Parent.watch();
        ManagementFactory.getPlatformMBeanServer();
        report("execute", Failing::execute);
        report("submit", Failing::submit);
        report("invokeAll", Failing::invokeAll);
        report("supplyAsync", Failing::supplyAsync);
        report("runAsync", Failing::runAsync);
    }

    private interface Way {
        void handIn(ThreadPoolExecutor pool, List<Callable<String>> tasks) throws InterruptedException;
    }

    private static void report(String name, Way way) throws Exception {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(4, 4, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), silent(name));
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName bean = new ObjectName("headcount:type=Pool,kind=elastic,name=" + name);
        pool.execute(() -> {}); // names the pool, before there is anything to count
        Pools.await("the bean of " + name, () -> server.isRegistered(bean));
        way.handIn(pool, tasks());
        Pools.await("the end of " + name, () -> pool.getCompletedTaskCount() == TASKS + 1);
        Pools.await("the count of " + name, () -> number(server, bean, "CompletedCount") == TASKS + 1);
        System.out.println(name + " " + (long) number(server, bean, "FailedCount"));
        System.out.println(name + "-rate " + Math.round(1000 * number(server, bean, "ErrorRate")));
        Pools.end(pool);
    }

    private static List<Callable<String>> tasks() {
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            boolean fails = i % 10 < FAILING_OF_TEN;
            tasks.add(() -> {
                Pools.sleep(1);
                if (fails) {
                    throw new IllegalStateException("as asked for");
                }
                return "done";
            });
        }
        return tasks;
    }

    private static void execute(ThreadPoolExecutor pool, List<Callable<String>> tasks) {
        tasks.forEach(task -> pool.execute(() -> call(task)));
    }

    private static void submit(ThreadPoolExecutor pool, List<Callable<String>> tasks) {
        tasks.forEach(pool::submit);
    }

    private static void invokeAll(ThreadPoolExecutor pool, List<Callable<String>> tasks) throws InterruptedException {
        pool.invokeAll(tasks);
    }

    private static void supplyAsync(ThreadPoolExecutor pool, List<Callable<String>> tasks) {
        // A stage that fails with the one before it is no failure more.
        tasks.forEach(
                task -> CompletableFuture.supplyAsync(() -> call(task), pool).thenApply(String::length));
    }

    private static void runAsync(ThreadPoolExecutor pool, List<Callable<String>> tasks) {
        tasks.forEach(task -> CompletableFuture.runAsync(() -> call(task), pool));
    }

    private static String call(Callable<String> task) {
        try {
            return task.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Workers end with the task that failed them, without a word on stderr. */
    private static ThreadFactory silent(String prefix) {
        ThreadFactory daemons = Pools.daemons(prefix);
        return task -> {
            Thread worker = daemons.newThread(task);
            worker.setUncaughtExceptionHandler((thread, failure) -> {});
            return worker;
        };
    }

    private static double number(MBeanServer server, ObjectName bean, String attribute) {
        try {
            return ((Number) server.getAttribute(bean, attribute)).doubleValue();
        } catch (Exception gone) {
            throw new IllegalStateException(gone);
        }
    }
}
