package dev.headcount.agent;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.loop.Event;
import dev.headcount.agent.loop.EventLog;
import dev.headcount.agent.loop.TickLoop;
import dev.headcount.agent.state.Keeping;

/**
 * Keeps experience over restarts, on a thread of its own: the file may lie on a disk that hangs.
 *
 * <p>Law: it starts when the application has begun and a path is configured; until then no class of it is touched.
 * Threads: {@link #startWhenReady} and {@link #stop} by the supervisor; {@link #problem} by any.
 */
final class StateThread implements Runnable {

    private static final long STEP_MILLIS = 1_000;
    private static final long STOP_MILLIS = 2_000;

    private final TickLoop loop;
    private final Configuration configuration;
    private final MainStart main;
    private volatile Keeping keeping;
    private volatile String failure;
    private Thread thread; // the supervisor's
    private boolean isStopped; // guarded by this

    /** @param main the thread that will run the application's main class; null when that has long begun */
    StateThread(TickLoop loop, Configuration configuration, Thread main) {
        this.loop = loop;
        this.configuration = configuration;
        this.main = new MainStart(main);
    }

    void startWhenReady() {
        if (thread == null && configuration.current().state() != null && main.hasHappened()) {
            thread = OwnThread.start("headcount-state", this);
        }
    }

    @Override
    public void run() {
        EventLog events = loop.events();
        keeping = new Keeping(loop.state(), line -> {
            Agent.say(line);
            events.add(Event.Type.AGENT, /* pool= */ "", line);
        });
        try {
            while (!isStoppedSoon()) {
                turn();
            }
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
        keeping.close(System.currentTimeMillis());
    }

    private void turn() {
        try {
            keeping.step(configuration.current().state(), System.nanoTime(), System.currentTimeMillis());
            failure = null;
        } catch (RuntimeException | Error unforeseen) { // the rim: experience is lost, and nothing else
            failure = "keeping state failed: " + unforeseen;
        }
    }

    /** Waits for the next turn; no interrupt, which would close the file that is just being written. */
    private synchronized boolean isStoppedSoon() throws InterruptedException {
        if (!isStopped) {
            wait(STEP_MILLIS);
        }
        return isStopped;
    }

    /** Has it written for the last time, and waits for that, two seconds at most. */
    void stop() {
        synchronized (this) {
            isStopped = true;
            notifyAll();
        }
        if (thread != null) {
            try {
                thread.join(STOP_MILLIS);
            } catch (InterruptedException leaving) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What is wrong, in one line; null when nothing is. */
    String problem() {
        Keeping now = keeping;
        return failure != null || now == null ? failure : now.problem();
    }
}
