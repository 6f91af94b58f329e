package dev.headcount.agent.pool;

/**
 * The code that made a pool: the first frame of the stack that is neither {@code java.util.concurrent} nor
 * a well-known factory of executors.
 */
final class Creator {

    /** Code that makes pools on others' behalf; reflection and method handles among it. */
    private static final String[] FACTORIES = {
        "dev.headcount.bridge.",
        "dev.headcount.agent.",
        "java.util.concurrent.",
        "java.lang.reflect.",
        "java.lang.invoke.",
        "jdk.internal.reflect.",
        "sun.reflect.",
        "com.google.common.util.concurrent.",
        "org.springframework.scheduling.concurrent.",
        "org.springframework.core.task.",
        "org.springframework.boot.task.",
        "org.apache.commons.lang3.concurrent.",
        "io.netty.util.concurrent.",
        "kotlinx.coroutines.",
        "scala.concurrent."
    };

    private static final String[] JDK = {"java.", "javax.", "jdk.", "sun.", "com.sun."};

    private final StackTraceElement frame;

    private Creator(StackTraceElement frame) {
        this.frame = frame;
    }

    /** @return the creator of a pool whose constructor is on {@code stack}, or {@code null} */
    static Creator in(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (!startsWithAny(frame.getClassName(), FACTORIES)) {
                return new Creator(frame);
            }
        }
        return null;
    }

    /** Whether the JDK made the pool for itself. */
    boolean isJdk() {
        return isJdk(frame.getClassName());
    }

    /** Whether that class is the JDK's own and not one that it makes for others. */
    static boolean isJdk(String className) {
        return startsWithAny(className, JDK) && !startsWithAny(className, FACTORIES);
    }

    /** What is said of a pool that is older than the agent: the class of its thread factory is all that tells. */
    static String unknown(String factory) {
        int lambda = factory.indexOf("$$Lambda");
        return "unknown: older than the agent; its threads are made by "
                + (lambda < 0 ? factory : "a lambda of " + factory.substring(0, lambda));
    }

    /** A short name, like {@code Orders.start}, or {@code Orders} for a constructor. */
    String shortName() {
        String type = frame.getClassName();
        type = type.substring(type.lastIndexOf('.') + 1);
        int lambda = type.indexOf("$$");
        type = (lambda > 0 ? type.substring(0, lambda) : type).replace('$', '.');
        String method = frame.getMethodName();
        if (method.startsWith("lambda$")) {
            method = method.substring("lambda$".length());
            method = method.substring(0, Math.max(0, method.indexOf('$')));
        }
        boolean isConstructor = method.isEmpty() || method.startsWith("<") || method.equals("new");
        return isConstructor ? type : type + "." + method;
    }

    @Override
    public String toString() {
        return frame.toString();
    }

    private static boolean startsWithAny(String name, String[] prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
