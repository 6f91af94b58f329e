package dev.headcount.agent.pool;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * How many tasks wait in a queue, and how many can.
 *
 * <p>Blind to: what {@code size()} of an application's own queue does; it may be slow, block or throw, so it
 * is asked by the tick alone, which is watched.
 */
final class QueueDepth {

    /** Of more tasks than this, those due are not counted one by one: it copies the queue under its lock. */
    private static final int COUNTED_ONE_BY_ONE = 4096;

    private QueueDepth() {}

    static int of(BlockingQueue<?> queue, boolean isScheduled) {
        return isScheduled ? due(queue) : queue.size();
    }

    /** Tasks of a scheduled pool whose time has come; all of them, where there are too many to look at. */
    private static int due(BlockingQueue<?> queue) {
        if (!isDue(queue.peek())) {
            return 0; // the head is the first to come
        }
        if (queue.size() > COUNTED_ONE_BY_ONE) {
            return queue.size();
        }
        int due = 0;
        for (Object task : queue.toArray()) {
            if (isDue(task)) {
                due++;
            }
        }
        return due;
    }

    private static boolean isDue(Object task) {
        return task instanceof Delayed && ((Delayed) task).getDelay(TimeUnit.NANOSECONDS) <= 0;
    }

    /** @return tasks that fit; {@code Integer.MAX_VALUE} when there is no bound, or none that can be asked for */
    static int capacity(BlockingQueue<?> queue) {
        if (queue.getClass().getClassLoader() != null) {
            return Integer.MAX_VALUE; // the application's own code, which may do anything
        }
        int remaining = queue.remainingCapacity();
        return remaining == Integer.MAX_VALUE
                ? remaining
                : (int) Math.min(Integer.MAX_VALUE, (long) remaining + queue.size());
    }

    /** A bound that no program reaches is none: {@code LinkedBlockingQueue()} has 2147483647. */
    static boolean isUnbounded(BlockingQueue<?> queue) {
        return queue.getClass().getClassLoader() == null && queue.remainingCapacity() > Integer.MAX_VALUE / 2;
    }
}
