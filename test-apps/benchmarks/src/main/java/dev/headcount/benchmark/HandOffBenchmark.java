package dev.headcount.benchmark;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A batch of tasks of some 10 µs each through a pool with one worker. Run by {@link HandOffCost}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class HandOffBenchmark {

    private static final int BATCH = 1_000;

    /** Tokens of JMH's own work unit; some 10 µs on the machines of these years. */
    private static final long WORK = 4_000;

    private final Semaphore done = new Semaphore(0);
    private ThreadPoolExecutor pool;

    @Setup
    public void createPool() {
        pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @TearDown
    public void endPool() {
        pool.shutdownNow();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void tenMicrosecondTasks() throws InterruptedException {
        run(WORK);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void emptyTasks() throws InterruptedException {
        run(0);
    }

    private void run(long work) throws InterruptedException {
        for (int i = 0; i < BATCH; i++) {
            pool.execute(new Task(done, work));
        }
        done.acquire(BATCH);
    }

    private static final class Task implements Runnable {
        private final Semaphore done;
        private final long work;

        Task(Semaphore done, long work) {
            this.done = done;
            this.work = work;
        }

        @Override
        public void run() {
            if (work > 0) {
                Blackhole.consumeCPU(work);
            }
            done.release();
        }
    }
}
