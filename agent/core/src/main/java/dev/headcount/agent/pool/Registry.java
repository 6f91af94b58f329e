package dev.headcount.agent.pool;

import dev.headcount.agent.boot.Foundation;
import dev.headcount.agent.signal.Meter;
import dev.headcount.agent.signal.ServiceProbes;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Every pool that is known, found by its executor's identity.
 *
 * <p>Invariant: executors are held weakly, and none is read before its first task: its subclass may not be
 * built yet. Bounds: {@link #MAX_POOLS} pools and {@link #MAX_BIRTHS} that had no task so far.
 * Threads: hooks find and add without waiting; the tick introduces, sweeps and lists.
 */
public final class Registry {

    /** Some 20 kB each; a program with more makes a pool for each request, which no autoscaler can help. */
    private static final int MAX_POOLS = 10_000;

    /** Some 100 bytes each. */
    private static final int MAX_BIRTHS = 100_000;

    /** Looks at a new pool until its first worker has begun, whose name it gets: its task may come before that. */
    private static final int MAX_LOOKS = 5;

    private static final int MAX_TRIES = 5;

    final WeakTable<Pool> pools = new WeakTable<>(MAX_POOLS);
    private final WeakTable<Birth> births = new WeakTable<>(MAX_BIRTHS);
    private final ConcurrentLinkedQueue<Pool> arrivals = new ConcurrentLinkedQueue<>();
    private final Set<Pool> introduced = new HashSet<>(); // the tick's
    private final PoolName names = new PoolName(); // the tick's
    final Workers workers = new Workers();
    final ServiceProbes serviceProbes = new ServiceProbes();

    private volatile ExecutorFields fields;
    private volatile boolean isInUse;

    Pool find(Object executor) {
        return pools.find(executor);
    }

    /** For a hook, which must not wait: {@code null} when the table is taken, and the pool's next task tries again. */
    Pool findOrAdd(Object executor) {
        Pool pool = pools.find(executor);
        return pool != null ? pool : addBriefly(executor);
    }

    private Pool addBriefly(Object executor) {
        ExecutorFields readable = fields(); // before the lock: the first call opens a dozen fields
        if (!pools.lockBriefly()) {
            return null;
        }
        try {
            return add(executor, readable);
        } finally {
            pools.lock.unlock();
        }
    }

    /** For a thread of ours: a pool that is blocked may have no next task. */
    Pool findOrAddPatiently(Object executor) {
        ExecutorFields readable = fields();
        pools.lock.lock();
        try {
            return add(executor, readable);
        } finally {
            pools.lock.unlock();
        }
    }

    /** Under the lock. */
    private Pool add(Object executor, ExecutorFields readable) {
        Pool known = pools.find(executor);
        if (known != null) {
            return known;
        }
        BlockingQueue<?> queue = readable.queue((ThreadPoolExecutor) executor);
        Birth birth = births.find(executor);
        Pool pool = new Pool(
                executor, pools.cleared, new Meter(isFifo(queue), serviceProbes), isScheduled(executor), birth);
        if (!pools.add(pool)) {
            return null;
        }
        arrivals.add(pool);
        isInUse = true;
        return pool;
    }

    /**
     * Opens what is read of a pool, so that no thread of the application has to when its pools are there already.
     *
     * @throws IllegalStateException when this JDK's {@code ThreadPoolExecutor} is of an unknown shape
     */
    public void prepare() {
        fields();
    }

    /**
     * Finds the pools of the threads that live already; what has no thread is found at its next task.
     *
     * @param ground lets us read the fields of a class
     */
    public void findLive(Foundation ground) {
        LiveWorkers workersNow = new LiveWorkers(this, ground);
        for (Thread thread : LiveWorkers.threads()) {
            ThreadPoolExecutor executor = workersNow.poolOf(thread);
            Pool pool = executor == null ? null : findOrAddPatiently(executor);
            if (pool != null) {
                workers.add(thread, pool);
            }
        }
    }

    private static boolean isFifo(BlockingQueue<?> queue) {
        Class<?> type = queue.getClass();
        return type == LinkedBlockingQueue.class
                || type == ArrayBlockingQueue.class
                || type == LinkedTransferQueue.class
                || type == LinkedBlockingDeque.class;
    }

    /** By name, so that asking does not load the class. */
    private static boolean isScheduled(Object executor) {
        for (Class<?> type = executor.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals("java.util.concurrent.ScheduledThreadPoolExecutor")) {
                return true;
            }
        }
        return false;
    }

    void born(Object executor, StackTraceElement[] stack) {
        if (births.lockBriefly()) {
            try {
                births.add(new Birth(executor, births.cleared, Creator.in(stack)));
            } finally {
                births.lock.unlock();
            }
        }
    }

    void sealed(Object executor) {
        Birth birth = births.find(executor);
        if (birth != null) {
            birth.isSealed = true;
        }
    }

    void ended(Object executor) {
        Pool pool = pools.find(executor);
        if (pool != null) {
            pool.terminate();
        }
    }

    /** @throws IllegalStateException when this JDK's {@code ThreadPoolExecutor} is of an unknown shape */
    ExecutorFields fields() {
        ExecutorFields now = fields;
        if (now == null) {
            now = new ExecutorFields();
            fields = now;
        }
        return now;
    }

    /** Pools that had their first task since the last look at them, or are to be tried again. */
    public int arrivals() {
        return arrivals.size();
    }

    /** Takes one of the {@link #arrivals()} out. */
    public Pool nextArrival() {
        return arrivals.poll();
    }

    /**
     * Names {@code pool} and tells what kind it is, if that is not done yet.
     *
     * @return whether it has a name now: not when it has ended, or its first worker has yet to begin, which is waited for
     */
    public boolean introduce(Pool pool) {
        ThreadPoolExecutor executor = pool.executor();
        if (executor == null || pool.isTerminated()) {
            return false;
        }
        if (pool.name() == null) {
            String worker = workerName(pool, executor);
            if (worker == null && ++pool.looks < MAX_LOOKS) {
                arrivals.add(pool);
                return false;
            }
            introduce(pool, executor, worker);
            introduced.add(pool);
        }
        return true;
    }

    /** Has {@code pool} arrive once more since it could not be begun with; false after a few times. */
    public boolean tryAgain(Pool pool) {
        return ++pool.failures < MAX_TRIES && arrivals.add(pool);
    }

    private void introduce(Pool pool, ThreadPoolExecutor executor, String worker) {
        BlockingQueue<?> queue = fields().queue(executor);
        int core = fields().core(executor);
        int maximum = fields().maximum(executor);
        String factory = fields().threadFactory(executor).getClass().getName();
        boolean isJdks = pool.creator == null ? Creator.isJdk(factory) : pool.creator.isJdk();
        Kind kind = isJdks
                ? Kind.INTERNAL
                : KindRule.of(
                        executor,
                        queue,
                        core,
                        maximum,
                        QueueDepth.isUnbounded(queue),
                        pool.isSealed,
                        pool.bornNanos() == 0);
        Resizer resizer = new Resizer(fields(), kind, core, maximum);
        String creator = pool.creator == null ? Creator.unknown(factory) : pool.creator.toString();
        pool.introduce(names.give(worker, pool.creator), creator, kind, resizer); // last: a name is given once
    }

    /** Of a pool that is older than the agent no worker was seen to begin. */
    private String workerName(Pool pool, ThreadPoolExecutor executor) {
        if (pool.threadName() != null) {
            return pool.threadName();
        }
        Thread worker = reader(pool).anyThread(executor);
        return worker == null ? null : worker.getName();
    }

    /** Forgets pools that ended or that nobody holds any more, and returns those that had been introduced. */
    public Set<Pool> sweep() {
        births.removeCleared();
        serviceProbes.sweep();
        Set<Pool> gone = pools.removeCleared();
        Set<Pool> ended = new HashSet<>();
        for (Pool pool : introduced) {
            if (pool.isTerminated()) {
                ended.add(pool);
            }
        }
        if (!ended.isEmpty()) {
            pools.remove(ended);
            gone.addAll(ended);
        }
        gone.retainAll(introduced);
        introduced.removeAll(gone);
        for (Pool pool : gone) {
            names.free(pool.name());
        }
        return gone;
    }

    /** Whether any pool has had a task so far. */
    public boolean isInUse() {
        return isInUse;
    }

    /** What reads {@code pool} from now on. */
    public PoolReader reader(Pool pool) {
        return new PoolReader(pool, fields());
    }
}
