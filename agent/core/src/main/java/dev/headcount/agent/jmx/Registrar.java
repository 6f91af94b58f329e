package dev.headcount.agent.jmx;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Our entries in one MBean server: what went in, so that all of it comes out, and what went wrong.
 *
 * <p>Invariant: nothing is thrown. A server may be the application's own code, or wrapped by it.
 * Threads: one; {@link #problem()} any.
 */
final class Registrar {

    private final MBeanServer server;
    private final Set<ObjectName> registered = new LinkedHashSet<>();
    private volatile String problem;
    private int refused;

    Registrar(MBeanServer server) {
        this.server = server;
    }

    /** @return {@code name}, or {@code null} when the bean could not be registered, see {@link #problem()} */
    ObjectName register(Object bean, ObjectName name) {
        try {
            server.registerMBean(bean, name);
            registered.add(name);
            return name;
        } catch (JMException | RuntimeException | Error failure) {
            remember(name, failure);
            return null;
        }
    }

    void unregister(ObjectName name) {
        registered.remove(name);
        try {
            server.unregisterMBean(name);
        } catch (InstanceNotFoundException gone) {
            // Somebody else took it out: what was wanted is done.
        } catch (JMException | RuntimeException | Error failure) {
            remember(name, failure);
        }
    }

    void unregisterAll() {
        for (ObjectName name : registered.toArray(new ObjectName[0])) {
            unregister(name);
        }
    }

    private void remember(ObjectName name, Throwable failure) {
        refused++;
        String others = refused == 1 ? "" : " (and " + (refused - 1) + " before it)";
        problem = "no bean " + name + others + ": " + failure;
    }

    /** {@code null} when all went well so far. */
    String problem() {
        return problem;
    }
}
