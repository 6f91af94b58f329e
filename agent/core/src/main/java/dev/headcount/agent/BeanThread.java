package dev.headcount.agent;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.jmx.AgentHandles;
import dev.headcount.agent.jmx.Beans;
import dev.headcount.agent.loop.AgentFigures;
import dev.headcount.agent.loop.TickLoop;

/**
 * Keeps the beans in step with the pools, on a thread of its own: an MBean server may be the application's
 * code, and slow.
 *
 * <p>Law: it starts a second after the application has begun and somebody has loaded a server; we never
 * make one. Until then no class of JMX is touched.
 */
final class BeanThread implements Runnable {

    private static final long STEP_MILLIS = 250;

    /** The server that has just been loaded may still be choosing its builder. */
    private static final long GRACE_NANOS = 1_000_000_000L;

    private final TickLoop loop;
    private final Configuration configuration;
    private final AgentHandles handles;
    private final AgentFigures figures;
    private final MainStart main;
    private final long graceNanos;

    private volatile boolean isStopped;
    private Thread thread; // the supervisor's, like the two below
    private long readySinceNanos;
    private boolean isReady;

    /** @param main the thread that will run the application's main class; null when that has long begun */
    BeanThread(TickLoop loop, Configuration configuration, AgentHandles handles, AgentFigures figures, Thread main) {
        this.loop = loop;
        this.configuration = configuration;
        this.handles = handles;
        this.figures = figures;
        this.main = new MainStart(main);
        this.graceNanos = main == null ? 0 : GRACE_NANOS;
    }

    void startWhenReady(boolean isServerLoaded) {
        if (thread != null || !isServerLoaded || !main.hasHappened()) {
            return;
        }
        long now = System.nanoTime();
        if (!isReady) {
            isReady = true;
            readySinceNanos = now;
        }
        if (now - readySinceNanos >= graceNanos) {
            thread = OwnThread.start("headcount-jmx", this);
        }
    }

    /** Whether classes of JMX may be touched: there is a server, and the application has begun. */
    boolean hasStarted() {
        return thread != null;
    }

    @Override
    public void run() {
        Beans beans = new Beans(loop, configuration, handles, figures);
        try {
            while (!isStopped) {
                beans.sync();
                Thread.sleep(STEP_MILLIS);
            }
        } catch (InterruptedException stop) {
            // leaving: see below
        } finally {
            beans.close();
        }
    }

    /** Unregisters the beans and waits for that, two seconds at most. */
    void stop() {
        isStopped = true;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(2_000);
            } catch (InterruptedException leaving) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
