package dev.headcount.agent.external;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.management.MBeanServer;

/**
 * One thread that reads what is watched, while anything is; another in its place when an attribute holds it.
 *
 * <p>Invariant: a thread for each attribute that never answers, and {@link #MOST_HELD} of those at most: then the
 * values that are left to read grow old, and are unknown.
 * Threads: all but the reading by one, a few times a second.
 */
public final class Readers {

    private static final int MOST_HELD = 8;

    private final Supplier<Collection<Watched<?>>> watched;
    private final Supplier<MBeanServer> servers;
    private final BiFunction<String, Runnable, Thread> starter;
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    private Reader reader;
    private Thread thread;

    /**
     * @param servers answers {@code null} while there is no MBean server
     * @param starter starts a daemon thread of that name
     */
    public Readers(
            Supplier<Collection<Watched<?>>> watched,
            Supplier<MBeanServer> servers,
            BiFunction<String, Runnable, Thread> starter) {
        this.watched = watched;
        this.servers = servers;
        this.starter = starter;
    }

    public void step(long nowNanos) {
        boolean isGone = thread == null || !thread.isAlive();
        if (!isGone && reader.isHeld(nowNanos) && held.size() < MOST_HELD) {
            reader.retire();
            isGone = true;
        }
        if (isGone && !watched.get().isEmpty()) {
            reader = new Reader(watched, servers, held);
            thread = starter.apply("headcount-external", reader);
        }
    }

    /** Doesn't wait: a reader that is held is left behind, and reads nothing more. */
    public void stop() {
        if (thread != null) {
            reader.retire();
            thread.interrupt();
        }
    }
}
