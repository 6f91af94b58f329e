package dev.headcount.agent.pool;

import java.lang.reflect.Constructor;

/**
 * A short-lived thread that resembles a pool's workers, for calls that may start one.
 *
 * <p>A worker is born in the thread that calls {@code setCorePoolSize}, and a factory that says nothing else
 * lets it inherit that thread's daemon flag, priority, group and context class loader. Inheritable thread
 * locals are left out and never copied: they carry one request's identity, and copying them runs
 * application code.
 */
final class LookAlike {

    private static final Constructor<Thread> WITHOUT_LOCALS = withoutLocals();

    private LookAlike() {}

    /**
     * @param worker a live worker of the pool
     * @throws IllegalThreadStateException when its group has been destroyed
     */
    static Thread of(Thread worker, Runnable action) {
        Thread thread = create(worker.getThreadGroup(), action);
        thread.setDaemon(worker.isDaemon());
        thread.setPriority(worker.getPriority());
        thread.setContextClassLoader(worker.getContextClassLoader());
        return thread;
    }

    private static Thread create(ThreadGroup group, Runnable action) {
        String name = "headcount-resize";
        if (WITHOUT_LOCALS != null) {
            try {
                return WITHOUT_LOCALS.newInstance(group, action, name, 0L, /* inheritThreadLocals= */ false);
            } catch (ReflectiveOperationException unusable) {
                throw new IllegalStateException(unusable);
            }
        }
        return new Thread(group, action, name); // on 8 they come from the loop's thread, which has none
    }

    private static Constructor<Thread> withoutLocals() {
        try {
            return Thread.class.getConstructor(
                    ThreadGroup.class, Runnable.class, String.class, long.class, boolean.class);
        } catch (NoSuchMethodException before9) {
            return null;
        }
    }
}
