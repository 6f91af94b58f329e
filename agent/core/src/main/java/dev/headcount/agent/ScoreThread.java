package dev.headcount.agent;

import dev.headcount.agent.loop.PoolControl;
import dev.headcount.agent.loop.TickLoop;

/**
 * Replays what pools have been through, one at a time, on a thread that takes a hundredth of a processor at most.
 *
 * <p>Law: after each replay it rests {@value #REST} times as long as that took. With so many busy pools that a minute
 * isn't enough for all of them, each is judged less often.
 * Threads: {@link #startWhenDue} and {@link #stop} by the supervisor. No thread until a pool has had a minute
 * of load.
 */
final class ScoreThread implements Runnable {

    static final long REST = 99;

    private static final long STEP_MILLIS = 1_000;

    private final TickLoop loop;
    private Thread thread; // the supervisor's
    private boolean isStopped; // guarded by this
    private volatile String failure;

    ScoreThread(TickLoop loop) {
        this.loop = loop;
    }

    void startWhenDue() {
        if (thread == null) {
            for (PoolControl pool : loop.pools()) { // a stream would load lambdas while the application starts
                if (pool.scoring().isDue()) {
                    thread = OwnThread.start("headcount-score", this);
                    return;
                }
            }
        }
    }

    @Override
    public void run() {
        try {
            while (!rest(STEP_MILLIS)) {
                for (PoolControl pool : loop.pools()) {
                    if (pool.scoring().isDue() && rest(judgedMillis(pool) * REST)) {
                        return;
                    }
                }
            }
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it took, 1 or more. */
    private long judgedMillis(PoolControl pool) {
        long started = System.nanoTime();
        try {
            pool.scoring().judge();
        } catch (RuntimeException | Error unforeseen) { // the rim: this pool's card lacks a minute, and nothing else
            failure = "judging " + pool.pool().name() + " failed: " + unforeseen;
        }
        return 1 + (System.nanoTime() - started) / 1_000_000;
    }

    /** Whether it was stopped meanwhile. */
    private synchronized boolean rest(long millis) throws InterruptedException {
        if (!isStopped) {
            wait(millis);
        }
        return isStopped;
    }

    /** A replay that is under way is not waited for: it changes nothing but its pool's card. */
    synchronized void stop() {
        isStopped = true;
        notifyAll();
    }

    /** What went wrong last, in one line; null when nothing did. */
    String problem() {
        return failure;
    }
}
