package dev.headcount.agent.pool;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The private parts of {@code ThreadPoolExecutor} that tell its state without calling a method which a
 * subclass may have overridden, and without waiting for its lock.
 *
 * <p>Alike in JDK 8, 11, 17, 21 and 25. On 9 and later {@code java.util.concurrent} must have been opened
 * to this module. Loaded with the first pool, and by an attach: naming {@code ThreadPoolExecutor} earlier in a
 * JVM that starts would hide its first load from other agents.
 */
final class ExecutorFields {

    private final Field ctl = field("ctl");
    private final Field workQueue = field("workQueue");
    private final Field mainLock = field("mainLock");
    private final Field workers = field("workers");
    private final Field completedTaskCount = field("completedTaskCount");
    private final Field corePoolSize = field("corePoolSize");
    private final Field maximumPoolSize = field("maximumPoolSize");
    private final Field keepAliveTime = field("keepAliveTime");
    private final Field threadFactory = field("threadFactory");
    private final Field workerThread;
    private final Field workerCompleted;
    private final Field workerPool;
    private final Method workerIsLocked;

    /** @throws IllegalStateException when this JDK's class has another shape, or is closed to us */
    ExecutorFields() {
        try {
            Class<?> worker = Class.forName(ThreadPoolExecutor.class.getName() + "$Worker", false, null);
            workerThread = open(worker.getDeclaredField("thread"));
            workerPool = open(worker.getDeclaredField("this$0"));
            workerCompleted = open(worker.getDeclaredField("completedTasks"));
            workerIsLocked = worker.getDeclaredMethod("isLocked");
            workerIsLocked.setAccessible(true);
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            throw new IllegalStateException("ThreadPoolExecutor has an unknown shape here: " + unknown, unknown);
        }
    }

    private static Field field(String name) {
        try {
            return open(ThreadPoolExecutor.class.getDeclaredField(name));
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            throw new IllegalStateException("ThreadPoolExecutor has an unknown shape here: " + unknown, unknown);
        }
    }

    private static Field open(Field field) {
        field.setAccessible(true);
        return field;
    }

    /** Its sign is the run state: negative while tasks are accepted; 29 bits below count the workers. */
    int control(ThreadPoolExecutor executor) {
        return ((AtomicInteger) read(ctl, executor)).get();
    }

    boolean isShutdown(ThreadPoolExecutor executor) {
        return control(executor) >= 0;
    }

    /** Workers alive, without the lock. */
    int size(ThreadPoolExecutor executor) {
        return control(executor) & (1 << Integer.SIZE - 3) - 1;
    }

    BlockingQueue<?> queue(ThreadPoolExecutor executor) {
        return (BlockingQueue<?>) read(workQueue, executor);
    }

    ReentrantLock lock(ThreadPoolExecutor executor) {
        return (ReentrantLock) read(mainLock, executor);
    }

    /** Under the lock only. */
    HashSet<?> workers(ThreadPoolExecutor executor) {
        return (HashSet<?>) read(workers, executor);
    }

    /** Tasks of workers that have ended; under the lock only. */
    long completedByGone(ThreadPoolExecutor executor) {
        return (Long) read(completedTaskCount, executor);
    }

    int core(ThreadPoolExecutor executor) {
        return (Integer) read(corePoolSize, executor);
    }

    int maximum(ThreadPoolExecutor executor) {
        return (Integer) read(maximumPoolSize, executor);
    }

    long keepAliveNanos(ThreadPoolExecutor executor) {
        return (Long) read(keepAliveTime, executor);
    }

    /** What makes its threads; the application's, so only its class may be asked for. */
    Object threadFactory(ThreadPoolExecutor executor) {
        return read(threadFactory, executor);
    }

    /** The pool of {@code object} when that is a worker, else {@code null}. */
    ThreadPoolExecutor poolOf(Object object) {
        return object.getClass() == workerPool.getDeclaringClass()
                ? (ThreadPoolExecutor) read(workerPool, object)
                : null;
    }

    Thread thread(Object worker) {
        return (Thread) read(workerThread, worker);
    }

    long completedTasks(Object worker) {
        return (Long) read(workerCompleted, worker);
    }

    /** Whether the worker runs a task. */
    boolean isLocked(Object worker) {
        try {
            return (Boolean) workerIsLocked.invoke(worker);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(closed);
        }
    }

    private static Object read(Field field, Object target) {
        try {
            return field.get(target);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
