package dev.headcount.workbench;

import java.lang.management.ManagementFactory;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** When the agent in this JVM looks at its pools, read off its own bean. Threads: one. */
final class AgentTicks {

    /** Of the 200 ms from one tick to the next. */
    private static final long QUIET_NANOS = 190_000_000;

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName agent;
    private long seen;
    private long seenNanos;

    AgentTicks() throws JMException {
        agent = new ObjectName("headcount:type=Agent");
    }

    /**
     * Whether a tick began since the last call. Asks little while none is due: a question costs some 20 µs of processor
     * time, which the load may need.
     */
    boolean hasTicked() throws JMException {
        if (seen != 0 && System.nanoTime() - seenNanos < QUIET_NANOS) {
            return false;
        }
        long count;
        try {
            count = (Long) server.getAttribute(agent, "TickCount");
        } catch (InstanceNotFoundException early) {
            return false; // its beans come a moment after the first that asks for the server
        }
        boolean isNew = count != seen;
        seen = count;
        seenNanos = isNew ? System.nanoTime() : seenNanos;
        return isNew;
    }
}
