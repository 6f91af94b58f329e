package dev.headcount.agent.boot;

import dev.headcount.bridge.Bridge;
import java.lang.instrument.Instrumentation;

/**
 * Prepares the JVM before any other class of the agent is used: opens modules, defines the bridge.
 *
 * <p>It belongs to the isolated loader and not to the launcher, because a module is opened to the
 * module of the class that asks. The launcher shares the application's: opened to it, {@code
 * jdk.internal.misc} would be there for libraries that look for it and then behave differently.
 */
public final class Foundation {

    private Foundation() {}

    /**
     * Called once for each agent; {@code classes[i]} is the class file of {@code names[i]}.
     *
     * @return null, or one line that says why the agent can't run on this ground
     */
    public static String lay(Instrumentation instrumentation, String[] names, byte[][] classes) {
        try {
            JdkInternals jdk = internals();
            jdk.openTo(Foundation.class, instrumentation);
            BootClasses.define(instrumentation, jdk, names, classes);
        } catch (Exception | LinkageError refused) {
            return "this JVM (" + System.getProperty("java.vm.name") + ' ' + System.getProperty("java.vm.version")
                    + ") does not let an agent define classes for the boot loader: " + refused;
        }
        return compare(Bridge.protocol());
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
