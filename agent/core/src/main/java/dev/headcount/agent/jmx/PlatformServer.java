package dev.headcount.agent.jmx;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/**
 * The platform MBean server, once the application or a tool has made it.
 *
 * <p>Law: it is never made here. {@code getPlatformMBeanServer()} would make it, and settle for good which
 * implementation the JVM has, before an application server could name its own.
 * Not to be called before an MBean server's class has been loaded: it loads the JDK's management classes.
 */
public final class PlatformServer implements Supplier<MBeanServer> {

    /** @return {@code null} while there is none */
    @Override
    public MBeanServer get() {
        try {
            Field field = ManagementFactory.class.getDeclaredField("platformMBeanServer");
            field.setAccessible(true);
            return (MBeanServer) field.get(null);
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return listed();
        }
    }

    /**
     * Where a JDK hides the field: among the servers that were made, the one with the JVM's own beans.
     *
     * <p>Second choice, since an application may register those in a server of its own, too.
     */
    static MBeanServer listed() {
        try {
            ObjectName runtime = new ObjectName(ManagementFactory.RUNTIME_MXBEAN_NAME);
            for (MBeanServer server : MBeanServerFactory.findMBeanServer(/* agentId= */ null)) {
                if (server.isRegistered(runtime)) {
                    return server;
                }
            }
            return null;
        } catch (JMException | SecurityException refused) {
            return null;
        }
    }
}
