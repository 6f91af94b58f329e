package dev.headcount.subject;

import dev.headcount.subject.StampedLoad.Kind;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The cases by name: a pace, a blank-free dash, and a queue or what is special about the tasks. */
final class TruthCases {

    private TruthCases() {}

    static StampedLoad named(String name) {
        String[] parts = name.split("-", 2);
        Pattern pattern = pace(parts[0]);
        switch (parts[1]) {
            case "linked":
                return load(name, pattern, new LinkedBlockingQueue<>(), Kind.OWN);
            case "array":
                return load(name, pattern, new ArrayBlockingQueue<>(1_000_000), Kind.OWN);
            case "lifo":
                return load(name, pattern, new Stack(), Kind.OWN);
            case "priority":
                return load(name, pattern, new PriorityBlockingQueue<>(), Kind.OWN);
            case "shared":
                return load(name, pattern, new LinkedBlockingQueue<>(), Kind.SHARED);
            case "removals":
                return load(name, pattern, new LinkedBlockingQueue<>(), Kind.REMOVED);
            case "caller":
                return load(name, pattern, new ArrayBlockingQueue<>(pattern.burst * 6 / 10), Kind.OWN);
            case "first":
                return leaving(name);
            default:
                throw new IllegalArgumentException(name);
        }
    }

    private static Pattern pace(String name) {
        switch (name) {
            case "slow":
                return Pattern.SLOW;
            case "brisk":
                return Pattern.BRISK;
            case "rapid":
                return Pattern.RAPID;
            case "sparse":
                return Pattern.SPARSE;
            default:
                throw new IllegalArgumentException(name);
        }
    }

    private static StampedLoad load(String name, Pattern pattern, BlockingQueue<Runnable> queue, Kind kind) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                pattern.workers,
                pattern.workers,
                60,
                TimeUnit.SECONDS,
                queue,
                new ThreadPoolExecutor.CallerRunsPolicy());
        return new StampedLoad(name, pattern, pool, kind);
    }

    private static StampedLoad leaving(String name) {
        int workers = Pattern.SPARSE.workers;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                workers,
                workers,
                10,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                new ThreadPoolExecutor.CallerRunsPolicy());
        pool.allowCoreThreadTimeOut(true);
        return new StampedLoad(name, Pattern.SPARSE, pool, Kind.OWN);
    }

    /** Last in, first out: a queue of the application's own. */
    private static final class Stack extends LinkedBlockingDeque<Runnable> {
        @Override
        public boolean offer(Runnable task) {
            return offerFirst(task);
        }

        @Override
        public void put(Runnable task) throws InterruptedException {
            putFirst(task);
        }
    }
}
