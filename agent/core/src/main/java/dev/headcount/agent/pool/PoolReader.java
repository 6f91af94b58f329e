package dev.headcount.agent.pool;

import dev.headcount.agent.signal.Reading;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads one pool, once a tick.
 *
 * <p>Invariant: it never waits for the pool's lock: an application's {@code terminated()} runs under it for
 * as long as it likes. A tick that can't have it at once goes without.
 * Blind to: overridden getters; fields are read instead. The queue's {@code size()} may be the
 * application's own code, and may block: whoever calls {@link #read} is watched.
 * Threads: owned by the tick.
 */
public final class PoolReader {

    private final Pool pool;
    private final ExecutorFields fields;
    private final Residents residents = new Residents();
    private final CpuShare cpuShare = new CpuShare();
    private long completed;

    PoolReader(Pool pool, ExecutorFields fields) {
        this.pool = pool;
        this.fields = fields;
    }

    /** Workers alive, at the cost of one volatile read. */
    public int size(ThreadPoolExecutor executor) {
        return fields.size(executor);
    }

    /** No task is accepted any more, and no size makes a difference. */
    public boolean isShutdown(ThreadPoolExecutor executor) {
        return fields.isShutdown(executor);
    }

    public int queueCapacity(ThreadPoolExecutor executor) {
        return QueueDepth.capacity(fields.queue(executor));
    }

    /** @return {@code null} when somebody else holds the pool's lock right now */
    public Reading read(ThreadPoolExecutor executor, long nowNanos) {
        BlockingQueue<?> queue = fields.queue(executor);
        int depth = QueueDepth.of(queue, pool.isScheduled);
        boolean isShutdown = fields.isShutdown(executor);
        int busy = 0;
        int size = 0;
        long done;
        ReentrantLock lock = fields.lock(executor);
        if (!lock.tryLock()) {
            return null;
        }
        try {
            done = fields.completedByGone(executor);
            residents.begin(nowNanos);
            cpuShare.begin(nowNanos);
            for (Object worker : fields.workers(executor)) {
                boolean isBusy = fields.isLocked(worker);
                long tasks = fields.completedTasks(worker);
                done += tasks;
                size++;
                busy += isBusy ? 1 : 0;
                residents.see(System.identityHashCode(worker), isBusy, tasks);
                if (isBusy && cpuShare.isLooking()) {
                    cpuShare.see(fields.thread(worker));
                }
            }
        } finally {
            lock.unlock();
        }
        completed = Math.max(completed, done);
        return new Reading(
                nowNanos,
                size,
                busy,
                residents.count(),
                depth,
                completed,
                fields.core(executor),
                fields.maximum(executor),
                cpuShare.end(nowNanos, busy - residents.count()),
                isShutdown);
    }

    /** Tasks in a queue of the JDK's own, whose {@code size()} is harmless; 0 where the queue is another's. */
    public int harmlessDepth(ThreadPoolExecutor executor) {
        BlockingQueue<?> queue = fields.queue(executor);
        return pool.isScheduled || queue.getClass().getClassLoader() != null ? 0 : queue.size();
    }

    /** A live worker's thread, or {@code null} when there is none or it can't be looked up now. */
    public Thread anyThread(ThreadPoolExecutor executor) {
        ReentrantLock lock = fields.lock(executor);
        if (!lock.tryLock()) {
            return null;
        }
        try {
            for (Object worker : fields.workers(executor)) {
                Thread thread = fields.thread(worker);
                if (thread != null && thread.isAlive()) {
                    return thread;
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }
}
