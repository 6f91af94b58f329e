package dev.headcount.benchmark;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A program that makes a pool, runs a task and ends. */
final class SmallMain {

    private SmallMain() {}

    public static void main(String[] arguments) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        pool.submit(() -> {}).get();
        pool.shutdown();
    }
}
