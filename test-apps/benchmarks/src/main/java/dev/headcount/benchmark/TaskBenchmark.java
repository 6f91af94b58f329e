package dev.headcount.benchmark;

import dev.headcount.bridge.Bridge;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The calls that one task makes through the bridge: offering, offered, taken, idle.
 *
 * <p>The pool has a live worker, so the loop ticks over it and adapts the sample rate as in real life. The
 * calling thread plays submitter and worker at once. Run by {@link TaskCost}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TaskBenchmark {

    private static final int TASKS = 1024;

    private ThreadPoolExecutor pool;
    private final Runnable[] tasks = new Runnable[TASKS];
    private int next;

    @Setup
    public void createPool() throws Exception {
        pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        for (int i = 0; i < TASKS; i++) {
            tasks[i] = new Task();
        }
        pool.submit(tasks[0]).get();
    }

    @TearDown
    public void endPool() {
        pool.shutdownNow();
    }

    @Benchmark
    public void bridgeCallsOfOneTask() {
        Runnable task = tasks[next++ & TASKS - 1];
        int token = Bridge.offering(task, pool);
        Bridge.offered(true, token, pool);
        Bridge.taken(task, pool);
        Bridge.idle(pool);
    }

    /** An object of its own each, as most applications submit. */
    private static final class Task implements Runnable {
        @Override
        public void run() {}
    }
}
