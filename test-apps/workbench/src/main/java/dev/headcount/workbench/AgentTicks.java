package dev.headcount.workbench;

import java.lang.management.ManagementFactory;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** When the agent in this JVM looks at its pools, read off its own bean. Threads: one. */
final class AgentTicks {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName agent;
    private long seen;

    AgentTicks() throws JMException {
        agent = new ObjectName("headcount:type=Agent");
    }

    /** Whether a tick began since the last call. */
    boolean hasTicked() throws JMException {
        long count;
        try {
            count = (Long) server.getAttribute(agent, "TickCount");
        } catch (InstanceNotFoundException early) {
            return false; // its beans come a moment after the first that asks for the server
        }
        boolean isNew = count != seen;
        seen = count;
        return isNew;
    }
}
