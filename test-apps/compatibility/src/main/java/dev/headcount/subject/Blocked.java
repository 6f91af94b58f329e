package dev.headcount.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pools of every kind, with factories of every kind, whose workers all stand at a gate before a full queue.
 *
 * <p>Orders: {@code release} opens the gate and prints, for each pool, how often its tasks ran.
 */
final class Blocked {

    private static final int WAITING = 40;
    private static final int MILLIS = 30;

    private final Gate gate = new Gate();
    private final List<Load> loads = new ArrayList<>();

    private Blocked() {}

    public static void main(String[] arguments) throws Exception {
        Blocked blocked = new Blocked();
        BlockingQueue<Runnable> direct = new SynchronousQueue<>();
        blocked.fill("plain", new ThreadPoolExecutor(3, 3, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>()), 3);
        blocked.fill("lambda", of(4, 4, new LinkedBlockingQueue<>(), lambda()), 4);
        blocked.fill("kept", of(4, 4, new LinkedBlockingQueue<>(), new Numbered("kept", KeepsItsTask::new)), 4);
        blocked.fill("wrapped", of(4, 4, new LinkedBlockingQueue<>(), new Numbered("wrapped", Blocked::wrapped)), 4);
        blocked.fill("derived", new Derived(), 4);
        blocked.fill("single", of(1, 1, new LinkedBlockingQueue<>(), new Numbered("single", Thread::new)), 1);
        blocked.fill("bounded", of(1, 3, new ArrayBlockingQueue<>(5), new Numbered("bounded", Thread::new)), 1, 5, 2);
        blocked.fill("direct", of(0, 4, direct, new Numbered("direct", Thread::new)), 2, 0, 0);
        blocked.fill("due", new ScheduledThreadPoolExecutor(2, new Numbered("due", Thread::new)), 2);
        new Orders().on("release", words -> blocked.release()).obey();
        blocked.loads.forEach(load -> load.pool.shutdownNow());
    }

    private static ThreadPoolExecutor of(int core, int most, BlockingQueue<Runnable> queue, ThreadFactory factory) {
        return new ThreadPoolExecutor(core, most, 60, TimeUnit.SECONDS, queue, factory);
    }

    private static ThreadFactory lambda() {
        AtomicInteger made = new AtomicInteger();
        return task -> new Thread(() -> task.run(), "lambda-" + made.incrementAndGet());
    }

    private void fill(String name, ThreadPoolExecutor pool, int workers) {
        fill(name, pool, workers, WAITING, 0);
    }

    /** @param late workers that start when the queue is full */
    private void fill(String name, ThreadPoolExecutor pool, int workers, int waiting, int late) {
        Load load = new Load(name, pool);
        loads.add(load);
        load.submit(workers, gate);
        load.submit(waiting, () -> Pools.sleep(MILLIS));
        load.submit(late, gate);
        Pools.await("the workers of " + name, () -> load.tally.ran() == workers + late);
    }

    private void release() {
        gate.open();
        for (Load load : loads) {
            Pools.await("the end of " + load.name, load.tally::haveAllRun);
            System.out.println("ran " + load.name + " " + load.tally);
        }
    }

    private static final class Load {
        final String name;
        final ThreadPoolExecutor pool;
        final Tally tally = new Tally(2 * WAITING);

        Load(String name, ThreadPoolExecutor pool) {
            this.name = name;
            this.pool = pool;
        }

        void submit(int tasks, Runnable work) {
            for (int i = 0; i < tasks; i++) {
                pool.execute(tally.task(work));
            }
        }
    }

    /** As some subclasses do: it does not show its queue. */
    private static final class Derived extends ThreadPoolExecutor {
        Derived() {
            super(4, 4, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new Numbered("derived", Thread::new));
        }

        @Override
        public BlockingQueue<Runnable> getQueue() {
            throw new UnsupportedOperationException();
        }
    }

    private interface Maker {
        Thread make(Runnable task, String name);
    }

    private static final class Numbered implements ThreadFactory {
        private final String prefix;
        private final Maker maker;
        private int made;

        Numbered(String prefix, Maker maker) {
            this.prefix = prefix;
            this.maker = maker;
        }

        @Override
        public synchronized Thread newThread(Runnable task) {
            return maker.make(task, prefix + "-" + ++made);
        }
    }

    /** A thread that does not hand its task to {@code Thread}. */
    private static final class KeepsItsTask extends Thread {
        private final Runnable task;

        KeepsItsTask(Runnable task, String name) {
            super(name);
            this.task = task;
        }

        @Override
        public void run() {
            task.run();
        }
    }

    /** Three decorators around the worker, as libraries put there for request scopes, names and tracing. */
    private static Thread wrapped(Runnable worker, String name) {
        return new Thread(new Decorator(new Decorator(new Decorator(worker))), name);
    }

    private static final class Decorator implements Runnable {
        private final Runnable decorated;

        Decorator(Runnable decorated) {
            this.decorated = decorated;
        }

        @Override
        public void run() {
            decorated.run();
        }
    }
}
