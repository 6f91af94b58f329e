package dev.headcount.agent.export;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/**
 * The threads on which scrapes are answered: two, with a bounded queue before them and a time limit.
 *
 * <p>Law: a scrape that has not ended after ten seconds is interrupted, which closes its connection: it stands in
 * a read or a write of a channel, whatever its client does or leaves undone. One that finds the queue full loses
 * its connection at once.
 * Threads: {@link #execute} by the server's dispatcher; {@link #cutOff} by the endpoint's thread.
 * An executor of the JDK would not do: we measure those.
 */
final class ScrapeThreads implements Executor {

    private static final int THREADS = 2;

    /** Some scrapers at one moment, and a bound for what a flood of them can hold. */
    private static final int WAITING = 64;

    private static final long LIMIT_NANOS = 10_000_000_000L;

    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Worker[] workers = new Worker[THREADS];
    private volatile boolean isClosed;
    private boolean hasNamed; // the dispatcher's

    /** @param starter starts a daemon of that name */
    ScrapeThreads(BiFunction<String, Runnable, Thread> starter) {
        for (int number = 0; number < THREADS; number++) {
            workers[number] = new Worker();
            workers[number].start(starter, "headcount-scrape-" + (number + 1));
        }
    }

    @Override
    public void execute(Runnable exchange) {
        if (!hasNamed) { // so that its CPU time is seen to be ours
            hasNamed = true;
            Thread.currentThread().setName("headcount-http");
        }
        if (!waiting.offer(exchange)) {
            refuse(exchange);
        }
    }

    /**
     * Closes the connection of an exchange that has not begun: its first read or write finds the thread interrupted,
     * and does not wait. The server has no other way to be told; an exception would leave the connection open.
     */
    private static void refuse(Runnable exchange) {
        Thread.currentThread().interrupt();
        try {
            exchange.run();
        } finally {
            Thread.interrupted();
        }
    }

    /** Ends the scrapes that have taken too long. */
    void cutOff(long nowNanos) {
        for (Worker worker : workers) {
            worker.cutOff(nowNanos);
        }
    }

    void close() {
        isClosed = true;
        for (Worker worker : workers) {
            worker.stop();
        }
    }

    private final class Worker implements Runnable {

        private Thread thread;
        private boolean isBusy; // guarded by this, like the next
        private long sinceNanos;

        private synchronized void start(BiFunction<String, Runnable, Thread> starter, String name) {
            thread = starter.apply(name, this);
        }

        private synchronized void stop() {
            thread.interrupt();
        }

        @Override
        public void run() {
            while (!isClosed) {
                try {
                    Runnable exchange = waiting.take();
                    begin();
                    exchange.run();
                } catch (InterruptedException closing) {
                    continue;
                } catch (Throwable failure) {
                    // The server's own rim has closed the connection; there is nobody to tell.
                } finally {
                    end();
                }
            }
        }

        private synchronized void begin() {
            isBusy = true;
            sinceNanos = System.nanoTime();
        }

        /** After it no interrupt comes that was meant for the scrape which has just ended. */
        private synchronized void end() {
            isBusy = false;
            Thread.interrupted();
        }

        private synchronized void cutOff(long nowNanos) {
            if (isBusy && nowNanos - sinceNanos > LIMIT_NANOS) {
                thread.interrupt();
            }
        }
    }
}
