package dev.headcount.subject;

import java.util.concurrent.ThreadPoolExecutor;

/**
 * Gives a pool more than it can do, all the time: keeps a hundred tasks in its queue.
 *
 * <p>Threads: its own hands out; {@link #finish} is another's.
 */
final class Feeder extends Thread {

    private static final int WAITING = 100;

    private final ThreadPoolExecutor pool;
    private final Tally tally;
    private final int serviceMillis;
    private final boolean submits;
    private volatile boolean isStopped;

    Feeder(ThreadPoolExecutor pool, Tally tally, int serviceMillis) {
        this(pool, tally, serviceMillis, /* submits= */ false);
    }

    Feeder(ThreadPoolExecutor pool, Tally tally, int serviceMillis, boolean submits) {
        super("feeder");
        setDaemon(true);
        this.pool = pool;
        this.tally = tally;
        this.serviceMillis = serviceMillis;
        this.submits = submits;
    }

    @Override
    public void run() {
        while (!isStopped) {
            while (pool.getQueue().size() < WAITING && !tally.isExhausted()) {
                Runnable task = tally.task(() -> Pools.sleep(serviceMillis));
                if (submits) {
                    pool.submit(task);
                } else {
                    pool.execute(task);
                }
            }
            Pools.sleep(5);
        }
    }

    /** @return how often the tasks ran, once all have */
    String finish() throws InterruptedException {
        isStopped = true;
        join();
        Pools.await("the end of the load", tally::haveAllRun);
        return tally.toString();
    }
}
