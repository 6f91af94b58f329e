package dev.headcount.subject;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pools that misbehave where an agent might touch them, beside one that behaves.
 *
 * <p>Argument: which. Prints what the tasks counted and that the program came to its end. The
 * well-behaved pool is the control: it must go on being served while the other is stuck.
 */
final class Awkward {

    private static final int TASKS = 60;

    private Awkward() {}

    public static void main(String[] arguments) throws Exception {
        Parent.watch();
        String which = arguments[0];
        ThreadPoolExecutor well = Pools.unbounded("well", 2, 2);
        AtomicInteger wellDone = new AtomicInteger();
        for (int i = 0; i < TASKS; i++) {
            well.execute(() -> {
                Pools.sleep(50);
                wellDone.incrementAndGet();
            });
        }
        if (which.equals("constructor-throws")) {
            for (int i = 0; i < 50; i++) {
                try {
                    new Stillborn();
                } catch (IllegalStateException expected) {
                    Pools.sleep(10);
                }
            }
            System.out.println("born none");
        } else {
            use(pool(which));
        }
        Pools.await("well", () -> wellDone.get() == TASKS);
        Pools.end(well);
        System.out.println("well " + wellDone);
        System.out.println("end");
    }

    private static void use(ThreadPoolExecutor pool) throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(TASKS);
        for (int i = 0; i < TASKS; i++) {
            pool.execute(() -> {
                Pools.sleep(50);
                done.incrementAndGet();
                all.countDown();
            });
        }
        all.await(30, TimeUnit.SECONDS);
        pool.shutdown();
        boolean ended = pool.awaitTermination(30, TimeUnit.SECONDS);
        System.out.println("done " + done + " ended " + ended);
    }

    private static ThreadPoolExecutor pool(String which) {
        switch (which) {
            case "getters-throw":
                return new Rude();
            case "terminated-blocks":
                return new Lingering();
            case "size-throws":
                return over(new Uncountable(0));
            case "size-blocks":
                return over(new Uncountable(5_000));
            default:
                throw new IllegalArgumentException(which);
        }
    }

    private static ThreadPoolExecutor over(BlockingQueue<Runnable> queue) {
        return new ThreadPoolExecutor(2, 2, 5, TimeUnit.SECONDS, queue, Pools.daemons("odd"));
    }

    private static final class Stillborn extends ThreadPoolExecutor {
        Stillborn() {
            super(2, 2, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Pools.daemons("stillborn"));
            throw new IllegalStateException("not today");
        }
    }

    private static final class Rude extends ThreadPoolExecutor {
        Rude() {
            super(2, 2, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Pools.daemons("rude"));
        }

        @Override
        public BlockingQueue<Runnable> getQueue() {
            throw new UnsupportedOperationException("getQueue");
        }

        @Override
        public int getCorePoolSize() {
            throw new UnsupportedOperationException("getCorePoolSize");
        }

        @Override
        public int getMaximumPoolSize() {
            throw new UnsupportedOperationException("getMaximumPoolSize");
        }

        @Override
        public int getPoolSize() {
            throw new UnsupportedOperationException("getPoolSize");
        }

        @Override
        public int getActiveCount() {
            throw new UnsupportedOperationException("getActiveCount");
        }

        @Override
        public String toString() {
            throw new UnsupportedOperationException("toString");
        }

        @Override
        public int hashCode() {
            throw new UnsupportedOperationException("hashCode");
        }

        @Override
        public boolean equals(Object other) {
            throw new UnsupportedOperationException("equals");
        }
    }

    /** Its last hook runs under the pool's lock, which every getter wants. */
    private static final class Lingering extends ThreadPoolExecutor {
        Lingering() {
            super(2, 2, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Pools.daemons("lingering"));
        }

        @Override
        protected void terminated() {
            Pools.sleep(5_000);
            super.terminated();
        }
    }

    /** A queue that will not be counted from outside its own package. */
    private static final class Uncountable extends LinkedBlockingQueue<Runnable> {
        private final long blockMillis;

        Uncountable(long blockMillis) {
            this.blockMillis = blockMillis;
        }

        /** The pool itself asks this. */
        @Override
        public boolean isEmpty() {
            return peek() == null;
        }

        @Override
        public int size() {
            if (blockMillis == 0) {
                throw new UnsupportedOperationException("size");
            }
            Pools.sleep(blockMillis);
            return super.size();
        }
    }
}
