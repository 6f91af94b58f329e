package dev.headcount.agent.boot;

import dev.headcount.bridge.Bridge;
import java.lang.instrument.Instrumentation;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * The ground in the JVM that the agent stands on: opened modules, the bridge, the JVM's own notice board.
 *
 * <p>It belongs to the isolated loader and not to the launcher, because a module is opened to the
 * module of the class that asks. The launcher shares the application's: opened to it, {@code
 * jdk.internal.misc} would be there for libraries that look for it and then behave differently.
 */
public final class Foundation implements Supplier<Properties> {

    private final Instrumentation instrumentation;
    private JdkInternals jdk;

    public Foundation(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /**
     * Called once, before anything else; {@code classes[i]} is the class file of {@code names[i]}.
     *
     * @return null, or one line that says why the agent can't run on this ground
     */
    public String lay(String[] names, byte[][] classes) {
        try {
            jdk = internals();
            jdk.openTo(Foundation.class, instrumentation);
            BootClasses.define(instrumentation, jdk, names, classes);
        } catch (Exception | LinkageError refused) {
            return "this JVM (" + System.getProperty("java.vm.name") + ' ' + System.getProperty("java.vm.version")
                    + ") does not let an agent define classes for the boot loader: " + refused;
        }
        return compare(Bridge.protocol());
    }

    /**
     * What tools that attach can read and the application can't.
     *
     * @return null when this JVM keeps it from us
     */
    public Properties agentProperties() {
        try {
            return jdk.agentProperties();
        } catch (Exception | LinkageError refused) {
            return null;
        }
    }

    /** {@link #agentProperties}. */
    @Override
    public Properties get() {
        return agentProperties();
    }

    /** Lets us read the fields of {@code type}, which may be the application's; does nothing where that is refused. */
    public void open(Class<?> type) {
        try {
            jdk.open(type, Foundation.class, instrumentation);
        } catch (Exception | LinkageError refused) {
            // Whoever reads a field of it will be told.
        }
    }

    private static JdkInternals internals() throws Exception {
        boolean isJava8 = System.getProperty("java.specification.version").startsWith("1.");
        return isJava8
                ? new Java8Internals()
                : (JdkInternals) Class.forName("dev.headcount.agent.boot.ModularInternals")
                        .getDeclaredConstructor()
                        .newInstance();
    }

    /** The class found may be one that an agent of another version left; our own number is compiled in. */
    static String compare(int found) {
        return found == Bridge.PROTOCOL
                ? null
                : "another version of Headcount ran in this JVM before and left a bridge with protocol " + found
                        + ", this version needs " + Bridge.PROTOCOL + "; restart the application to change versions";
    }
}
