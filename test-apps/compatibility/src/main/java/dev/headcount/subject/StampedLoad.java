package dev.headcount.subject;

import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One pool under one pattern, with the truth about every task.
 *
 * <p>Wait: from right before {@code execute} to the first line of {@code run}. Service: from there to
 * its last line, stamps included. Arrival: an {@code execute} that left its task to the pool; what the caller ran
 * itself never arrived. A removed task arrived, and was never served.
 */
final class StampedLoad {

    /** The longest run, in seconds, that there is room for. */
    private static final int SECONDS = 22;

    /** What two halves of a stamp take: they are in {@code run}, too, and no stamp sees them. */
    private static final long STAMP_NANOS = stampNanos();

    final String name;
    final Stamps waits;
    final Stamps services;
    final Stamps arrivals;
    private final Pattern pattern;
    private final ThreadPoolExecutor pool;
    private final Kind kind;
    private final long[] submittedBySequence;
    private final AtomicInteger begun = new AtomicInteger();
    private volatile boolean stopped;

    private static long stampNanos() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 100_000; i++) {
            long before = System.nanoTime();
            least = Math.min(least, System.nanoTime() - before);
        }
        return least;
    }

    /** What is special about the tasks. */
    enum Kind {
        OWN,
        SHARED,
        REMOVED
    }

    StampedLoad(String name, Pattern pattern, ThreadPoolExecutor pool, Kind kind) {
        this.name = name;
        this.pattern = pattern;
        this.pool = pool;
        this.kind = kind;
        int capacity = (int) (pattern.ratePerSecond() * SECONDS);
        waits = new Stamps(capacity);
        services = new Stamps(capacity);
        arrivals = new Stamps(capacity);
        submittedBySequence = new long[kind == Kind.SHARED ? capacity : 0];
        AtomicInteger workers = new AtomicInteger();
        pool.setThreadFactory(work -> new Recorder(work, name, workers.getAndIncrement(), services));
        if (!pool.allowsCoreThreadTimeOut()) {
            pool.prestartAllCoreThreads();
        }
    }

    void start() {
        Thread producer = new Thread(this::produce, name + "-producer");
        producer.setDaemon(true);
        producer.start();
    }

    void stop() {
        stopped = true;
        pool.shutdownNow();
    }

    private void produce() {
        Runnable shared = () -> {
            long start = System.nanoTime();
            int number = begun.getAndIncrement();
            serve(start, number, submittedBySequence[number]);
        };
        Runnable[] doomed = new Runnable[pattern.burst];
        long due = System.nanoTime();
        for (int number = 0; !stopped; due += pattern.periodNanos) {
            Pattern.pauseUntil(due);
            int dooms = 0;
            for (int i = 0; i < pattern.burst && !stopped; i++, number++) {
                long now = System.nanoTime();
                if (kind == Kind.SHARED) {
                    submittedBySequence[number] = now;
                    pool.execute(shared);
                    arrivals.add(0, now, 0);
                    continue;
                }
                StampedTask task = new StampedTask(this, number, now);
                pool.execute(task);
                if (!task.ranInCaller) {
                    arrivals.add(0, now, 0);
                }
                if (kind == Kind.REMOVED && i % 10 == 9) {
                    doomed[dooms++] = task;
                }
            }
            for (int i = 0; i < dooms; i++) {
                pool.remove(doomed[i]);
            }
        }
    }

    /** Serves a task and stamps it; false when the submitting thread does it itself. */
    boolean serve(long start, int number, long submitted) {
        if (!(Thread.currentThread() instanceof Recorder)) {
            pattern.serve(start, number);
            return false;
        }
        Recorder worker = (Recorder) Thread.currentThread();
        worker.file();
        waits.add(worker.number, start, start - submitted);
        pattern.serve(start, number);
        long end = System.nanoTime();
        worker.keep(end, end - start + STAMP_NANOS);
        return true;
    }
}
