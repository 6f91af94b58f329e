package dev.headcount.subject;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Pools of 4 that somebody grows under a backlog: what did the workers that came later inherit?
 *
 * <p>The submitter is in a thread group of its own, of priority 7, with a class loader and a request
 * in an inheritable thread local; plain factories pass all that on. Prints for each pool one line for
 * each distinct kind of worker among the first four ({@code early}) and the others ({@code late}).
 */
final class ResizedWorkers {

    private static final int CORE = 4;
    private static final InheritableThreadLocal<String> REQUEST = new InheritableThreadLocal<>();

    private ResizedWorkers() {}

    public static void main(String[] arguments) throws Exception {
        Parent.watch();
        ClassLoader loader = new URLClassLoader(new URL[0], ResizedWorkers.class.getClassLoader()) {
            @Override
            public String toString() {
                return "submitter's";
            }
        };
        int seconds = Integer.parseInt(arguments[0]);
        Thread submitter = new Thread(new ThreadGroup("submitters"), () -> submit(seconds), "submitter");
        submitter.setPriority(7);
        submitter.setContextClassLoader(loader);
        submitter.start();
        submitter.join();
        System.out.println("end");
    }

    private static void submit(int seconds) {
        REQUEST.set("42");
        Map<String, ThreadFactory> factories = new LinkedHashMap<>();
        factories.put("plain", Thread::new);
        factories.put("default", Executors.defaultThreadFactory());
        factories.put("made", Pools.daemons("made"));
        factories.put("low", task -> {
            Thread worker = new Thread(task);
            worker.setPriority(2);
            return worker;
        });
        Map<String, Map<Thread, String>> seen = new LinkedHashMap<>();
        Map<String, ThreadPoolExecutor> pools = new LinkedHashMap<>();
        AtomicBoolean stop = new AtomicBoolean();
        factories.forEach((name, factory) -> {
            ThreadPoolExecutor pool = Pools.unbounded(name, CORE, CORE);
            pool.setThreadFactory(factory);
            // In the order of their first task, so the application's own four come first.
            Map<Thread, String> workers = Collections.synchronizedMap(new LinkedHashMap<>());
            seen.put(name, workers);
            pools.put(name, pool);
            for (int i = 0; i < 6000; i++) {
                pool.execute(() -> {
                    workers.computeIfAbsent(Thread.currentThread(), ResizedWorkers::describe);
                    Pools.sleep(stop.get() ? 0 : 100);
                });
            }
        });
        Pools.becomes(() -> pools.values().stream().allMatch(pool -> pool.getPoolSize() > CORE + 2), seconds * 1000L);
        Pools.sleep(300);
        stop.set(true);
        pools.values().forEach(ThreadPoolExecutor::shutdownNow);
        seen.forEach(ResizedWorkers::report);
    }

    private static void report(String pool, Map<Thread, String> workers) {
        Map<String, Integer> early = new ConcurrentHashMap<>();
        Map<String, Integer> late = new ConcurrentHashMap<>();
        synchronized (workers) {
            int number = 0;
            for (String worker : workers.values()) {
                (number++ < CORE ? early : late).merge(worker, 1, Integer::sum);
            }
        }
        early.forEach((worker, count) -> System.out.println(pool + "-early " + count + " x " + worker));
        late.forEach((worker, count) -> System.out.println(pool + "-late " + count + " x " + worker));
    }

    private static String describe(Thread worker) {
        return "daemon " + worker.isDaemon() + " priority " + worker.getPriority() + " group "
                + worker.getThreadGroup().getName() + " loader " + Transcript.describe(worker.getContextClassLoader())
                + " inherited " + REQUEST.get();
    }
}
