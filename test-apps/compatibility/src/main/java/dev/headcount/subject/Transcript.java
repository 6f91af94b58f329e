package dev.headcount.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What a contract prints: the same text in every run on one JDK.
 *
 * <p>Identity hashes are cut out; all else is as the JDK wrote it. Threads: owned by the main thread.
 */
final class Transcript {

    private String section = "";

    void section(String name) {
        section = name;
    }

    void say(String what, Object seen) {
        System.out.println(section + " | " + what + " = " + describe(seen));
    }

    /** Says what {@code step} returned or threw. */
    void attempt(String what, Callable<?> step) {
        Object seen;
        try {
            seen = step.call();
        } catch (Throwable thrown) {
            seen = thrown;
        }
        say(what, seen);
    }

    /** Says what {@code step} threw, if anything. */
    void attempt(String what, Step step) {
        attempt(what, (Callable<Object>) () -> {
            step.run();
            return "done";
        });
    }

    /** Says the whole stack of {@code thrown}, with line numbers: an agent must not show in it. */
    void trace(String what, Throwable thrown) {
        say(what, thrown);
        for (StackTraceElement frame : thrown.getStackTrace()) {
            System.out.println("    at " + frame);
        }
    }

    static String describe(Object seen) {
        if (seen instanceof Throwable) {
            Throwable thrown = (Throwable) seen;
            String cause = thrown.getCause() == null ? "" : " < " + describe(thrown.getCause());
            return masked(thrown.getClass().getName() + ": " + thrown.getMessage()) + cause;
        }
        if (seen instanceof Collection) {
            List<String> parts = new ArrayList<>();
            for (Object part : (Collection<?>) seen) {
                parts.add(describe(part));
            }
            return parts.toString();
        }
        if (seen instanceof Object[]) {
            return describe(Arrays.asList((Object[]) seen));
        }
        return masked(String.valueOf(seen));
    }

    private static String masked(String text) {
        // Lambda classes are numbered in the order of their loading, and hidden classes carry an address.
        return text.replaceAll("\\$\\$Lambda[^ @\\],]*", "\\$\\$Lambda")
                .replaceAll("@[0-9a-f]{2,}", "@#")
                // The last worker to leave may not be the one that ends the pool, so both are seen.
                .replaceAll("Terminated, pool size = \\d+", "Terminated, pool size = #");
    }

    /** A step that may throw anything. */
    interface Step {
        void run() throws Exception;
    }
}
