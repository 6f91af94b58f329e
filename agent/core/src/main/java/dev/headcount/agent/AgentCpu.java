package dev.headcount.agent;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/**
 * CPU time of the agent's own threads, those whose names begin with {@value #PREFIX}.
 *
 * <p>Invariant: it never falls; of a thread that has ended it keeps what was seen last.
 * Threads: any. Cost: one list of the live threads, without their stacks, and one reading for each of ours,
 * per look.
 * Blind to: what a thread burns after the last look at it, and to hooks, which run on other threads.
 */
final class AgentCpu {

    static final String PREFIX = "headcount-";

    private final Map<Long, Long> nanosByThread = new HashMap<>();
    private volatile long millis = -1;

    /** -1 when this JVM does not measure it, or nobody has looked yet. */
    long millis() {
        return millis;
    }

    synchronized void look() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        if (!threads.isThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
            return;
        }
        for (Thread thread : live()) {
            if (thread != null && thread.getName().startsWith(PREFIX)) {
                long nanos = threads.getThreadCpuTime(thread.getId());
                if (nanos >= 0) { // else it has just ended
                    nanosByThread.put(thread.getId(), nanos);
                }
            }
        }
        long sum = 0;
        for (long nanos : nanosByThread.values()) {
            sum += nanos;
        }
        millis = sum / 1_000_000;
    }

    private static Thread[] live() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() + 16]; // room for those that start meanwhile
        root.enumerate(threads);
        return threads;
    }
}
