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
     * Called once by the launcher; {@code classes[i]} is the class file of {@code names[i]}.
     *
     * @return null, or one line that says why the agent can't run on this ground
     */
    public static String lay(Instrumentation instrumentation, String[] names, byte[][] classes) throws Exception {
        Modules modules = Modules.find();
        if (modules != null) {
            modules.openTo(Foundation.class, instrumentation);
        }
        BootClasses.define(instrumentation, modules != null, names, classes);
        return compare(Bridge.protocol());
    }

    /** The class found may be one that an agent of another version left; our own number is compiled in. */
    static String compare(int found) {
        return found == Bridge.PROTOCOL
                ? null
                : "another version of Headcount ran in this JVM before and left a bridge with protocol " + found
                        + ", this version needs " + Bridge.PROTOCOL + "; restart the application to change versions";
    }
}
