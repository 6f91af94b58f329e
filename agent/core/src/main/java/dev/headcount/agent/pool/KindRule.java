package dev.headcount.agent.pool;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Tells a pool's kind from what it is made of, without calling any of its code.
 *
 * <p>Law, first match wins: scheduled; own setters → foreign; direct hand-off;
 * a queue class that is not the JDK's → eager; one thread at a time → serial; hidden by a wrapper →
 * sealed; else elastic. A pool 0/n or 1/n over an unbounded queue never has a second thread: serial, too.
 * A pool that is older than the agent may have been sealed as single-threaded, which nobody saw: with a core of
 * 0 or 1 it counts as serial, whatever its queue.
 */
final class KindRule {

    private KindRule() {}

    static Kind of(
            ThreadPoolExecutor executor,
            BlockingQueue<?> queue,
            int core,
            int maximum,
            boolean isUnbounded,
            boolean isSealed,
            boolean isOlder) {
        if (executor instanceof ScheduledThreadPoolExecutor) {
            return Kind.SCHEDULED;
        }
        if (overridesSetters(executor.getClass())) {
            return Kind.FOREIGN;
        }
        if (queue.getClass() == SynchronousQueue.class) {
            return Kind.HANDOFF;
        }
        if (queue.getClass().getClassLoader() != null) {
            return Kind.EAGER;
        }
        boolean isSerial = maximum == 1 || core <= 1 && (isUnbounded || isOlder);
        if (isSerial) {
            return Kind.SERIAL;
        }
        return isSealed ? Kind.SEALED : Kind.ELASTIC;
    }

    private static boolean overridesSetters(Class<?> type) {
        for (Class<?> level = type; level != ThreadPoolExecutor.class; level = level.getSuperclass()) {
            if (declares(level, "setCorePoolSize") || declares(level, "setMaximumPoolSize")) {
                return true;
            }
        }
        return false;
    }

    private static boolean declares(Class<?> type, String setter) {
        try {
            return type.getDeclaredMethod(setter, int.class) != null;
        } catch (NoSuchMethodException inherited) {
            return false;
        } catch (LinkageError | RuntimeException unreadable) {
            return true; // a class that can't be looked into is not one to be resized
        }
    }
}
