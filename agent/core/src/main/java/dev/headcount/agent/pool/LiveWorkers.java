package dev.headcount.agent.pool;

import dev.headcount.agent.boot.Foundation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Tells whose worker a thread is that was there before us, from what it runs.
 *
 * <p>Law: a thread refers to its {@code Runnable}, which is the pool's {@code Worker}, or which some factory
 * has wrapped around it: fields that may hold a {@code Runnable} are followed, three deep.
 * Prohibitions: no stack dump, which stops the whole JVM; no call of the application's code; no class of a
 * pool is loaded that is not loaded already.
 * Blind to: virtual threads, which can't be listed; wrappers whose package can't be opened.
 * Threads: one. Cost: some reflection a thread, once.
 */
final class LiveWorkers {

    private static final int DEPTH = 3;

    /** Looks at one thread: an object that holds dozens of runnables is no wrapper. */
    private static final int MAX_LOOKS = 64;

    private static final String WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker";

    private final Registry registry;
    private final Foundation ground;

    /** Where a thread keeps what it runs: in itself, and since 19 in what it holds. */
    private final Field holder;

    private final Field task;
    private int looks;

    /**
     * @param registry asked how to read a pool only when there is a worker, and so a pool
     * @param ground lets us read the fields of a class
     */
    LiveWorkers(Registry registry, Foundation ground) {
        this.registry = registry;
        this.ground = ground;
        this.holder = field(Thread.class, "holder");
        this.task = holder == null ? field(Thread.class, "target") : field(holder.getType(), "task");
    }

    /** All platform threads but those of the JVM itself. */
    static List<Thread> threads() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() + 64];
        int count = root.enumerate(threads);
        while (count == threads.length) { // it may have been cut off
            threads = new Thread[2 * threads.length];
            count = root.enumerate(threads);
        }
        return Arrays.asList(threads).subList(0, count);
    }

    /** @return {@code null} when it is no pool's worker, or wrapped too deeply */
    ThreadPoolExecutor poolOf(Thread thread) {
        looks = 0;
        ThreadPoolExecutor found = within(valueOf(holder == null ? thread : valueOf(thread, holder), task), DEPTH);
        for (Class<?> type = thread.getClass(); found == null && type != Thread.class; type = type.getSuperclass()) {
            found = amongFields(thread, type, DEPTH); // a thread that overrides run() and keeps its task itself
        }
        return found;
    }

    private ThreadPoolExecutor within(Object object, int depth) {
        if (object == null || ++looks > MAX_LOOKS) {
            return null;
        }
        if (object.getClass().getName().equals(WORKER)) {
            return registry.fields().poolOf(object);
        }
        ThreadPoolExecutor found = null;
        for (Class<?> type = object.getClass();
                found == null && depth > 0 && type != null && type != Object.class && type != Thread.class;
                type = type.getSuperclass()) {
            found = amongFields(object, type, depth);
        }
        return found;
    }

    private ThreadPoolExecutor amongFields(Object object, Class<?> type, int depth) {
        for (Field field : fieldsOf(type)) {
            boolean mayHold = field.getType().isAssignableFrom(Runnable.class)
                    || Runnable.class.isAssignableFrom(field.getType());
            if (mayHold && !Modifier.isStatic(field.getModifiers())) {
                ThreadPoolExecutor found = within(valueOf(object, open(field)), depth - 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static List<Field> fieldsOf(Class<?> type) {
        try {
            return Arrays.asList(type.getDeclaredFields());
        } catch (LinkageError | RuntimeException unreadable) { // names a class that isn't there
            return new ArrayList<>();
        }
    }

    /** @return {@code null} when this JDK has none, or it can't be opened */
    private Field field(Class<?> type, String name) {
        try {
            return open(type.getDeclaredField(name));
        } catch (NoSuchFieldException otherGeneration) {
            return null;
        }
    }

    private static Object valueOf(Object object, Field field) {
        try {
            return field == null || object == null ? null : field.get(object);
        } catch (IllegalAccessException | RuntimeException closed) {
            return null;
        }
    }

    /** @return {@code null} when it can't be opened */
    private Field open(Field field) {
        try {
            field.setAccessible(true);
            return field;
        } catch (RuntimeException closed) {
            return openWithPackage(field);
        }
    }

    private Field openWithPackage(Field field) {
        try {
            ground.open(field.getDeclaringClass());
            field.setAccessible(true);
            return field;
        } catch (RuntimeException closed) {
            return null;
        }
    }
}
