package dev.headcount.agent.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands the classes of the hook table to the visitor as they load, and notices the load of a JMX server.
 *
 * <p>Invariant: hooks are all or nothing. Once one class has no place for one of them, nothing more
 * is transformed and {@link #failure()} says why; whoever installed the hooks takes them out.
 * Invariant: no exception leaves {@link #transform}: the JVM would take it for "unchanged" and tell
 * nobody. No class is loaded in it either ({@link #warmUp()} did that): what loads inside a
 * transformation is hidden from every other agent.
 * Cost: for every other class of the JVM one or two comparisons of its name.
 */
public final class HookTransformer implements ClassFileTransformer {

    private static final String POOLS = "java/util/concurrent/";
    private static final String BRIDGE = HookTable.BRIDGE.replace('/', '.');
    private static final String BEAN_SERVER = "com/sun/jmx/mbeanserver/JmxMBeanServer";

    private volatile String failure;
    private volatile boolean withdrawn;
    private volatile boolean beanServerLoaded;

    /** Loads what {@link #transform} will need, by transforming a class that nobody uses. */
    public void warmUp() {
        HookSample.transform();
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] original) {
        if (name == null) {
            return null;
        }
        if (loader != null) {
            return HookTable.isBreaker(name) ? withBreakerCalls(loader, name, original) : null;
        }
        if (!name.startsWith(POOLS)) {
            if (BEAN_SERVER.equals(name)) {
                beanServerLoaded = true;
            }
            return null;
        }
        if (!HookTable.names(name) || withdrawn || failure != null) {
            return null;
        }
        try {
            return HookVisitor.apply(name, original);
        } catch (Throwable unexpected) {
            failure = unexpected instanceof UnknownShapeException
                    ? unexpected.getMessage()
                    : name.replace('/', '.') + ": " + unexpected;
            return null;
        }
    }

    /** As far as its loader leads to the bridge: one that does not, as in OSGi, would make the application fail. */
    private byte[] withBreakerCalls(ClassLoader loader, String name, byte[] original) {
        if (withdrawn || failure != null) {
            return null;
        }
        try {
            Class<?> bridge = Class.forName(BRIDGE, /* initialize= */ false, loader);
            return bridge.getClassLoader() == null ? HookVisitor.apply(name, original) : null;
        } catch (Throwable unseen) { // a breaker without hooks is one that nobody told us of
            return null;
        }
    }

    /**
     * Brings the hooks into classes that were loaded before this transformer was registered, or out of
     * them again after {@link #withdraw()}.
     *
     * @return what went wrong, or {@code null}
     */
    public String retransformLoaded(Instrumentation instrumentation) {
        List<Class<?>> loaded = new ArrayList<>();
        List<Class<?>> breakers = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getClassLoader() == null) {
                String name = type.getName();
                if (name.startsWith("java.util.concurrent.") && HookTable.names(name.replace('.', '/'))) {
                    loaded.add(type);
                } else if (name.equals("com.sun.jmx.mbeanserver.JmxMBeanServer")) {
                    beanServerLoaded = true;
                }
            } else if (type.getName().contains("CircuitBreaker")
                    && HookTable.isBreaker(type.getName().replace('.', '/'))) {
                breakers.add(type);
            }
        }
        retransform(instrumentation, breakers);
        try {
            if (!loaded.isEmpty()) {
                instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
            }
            return failure;
        } catch (UnmodifiableClassException | RuntimeException | LinkageError refused) {
            return refused.toString();
        }
    }

    private static void retransform(Instrumentation instrumentation, List<Class<?>> breakers) {
        for (Class<?> breaker : breakers) {
            try {
                instrumentation.retransformClasses(breaker);
            } catch (UnmodifiableClassException | RuntimeException | LinkageError refused) {
                // it goes unseen, or its calls reach a bridge in which nobody listens
            }
        }
    }

    /** From now on every class is left as it is; {@link #retransformLoaded} then restores those changed. */
    public void withdraw() {
        withdrawn = true;
    }

    /** Why no hook may be trusted, or {@code null} while all that were asked for are in place. */
    public String failure() {
        return failure;
    }

    /** Whether this JVM has a JMX server implementation in use, however it came by it. */
    public boolean isBeanServerLoaded() {
        return beanServerLoaded;
    }
}
