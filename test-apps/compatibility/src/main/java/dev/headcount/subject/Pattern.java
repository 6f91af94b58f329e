package dev.headcount.subject;

import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * How tasks arrive and how long they take, in a cycle that fits into ten seconds.
 *
 * <p>Law: {@code burst} tasks every {@code periodNanos}, whose service times repeat after {@code
 * cycle} tasks; so every window of ten seconds holds the same tasks, wherever it begins, and a
 * difference between two observers is not that of their windows. Bursts, or workers that are busy nine
 * tenths of the time, make waits of milliseconds without a queue that grows. Service times are skewed: half the mean at least, and an exponential
 * tail, cut at four times the mean.
 */
final class Pattern {

    static final Pattern SLOW = new Pattern(1, 100_000_000L, 2, 185_000_000L, 100);
    static final Pattern BRISK = new Pattern(100, 100_000_000L, 4, 2_500_000L, 1000);
    static final Pattern RAPID = new Pattern(2000, 20_000_000L, 2, 6_000L, 10_000);
    /** Pauses long enough for workers to leave, so that four in ten tasks are the first of a worker. */
    static final Pattern SPARSE = new Pattern(10, 100_000_000L, 4, 10_000_000L, 100);

    /** Below it a pause is a spin, since no timer is that exact. */
    private static final long SPIN_NANOS = 100_000;

    final int burst;
    final long periodNanos;
    final int workers;
    private final long[] services;

    private Pattern(int burst, long periodNanos, int workers, long meanNanos, int cycle) {
        this.burst = burst;
        this.periodNanos = periodNanos;
        this.workers = workers;
        this.services = new long[cycle];
        Random random = new Random(20261123);
        for (int i = 0; i < cycle; i++) {
            double tail = Math.min(3.5, -0.5 * Math.log(1 - random.nextDouble()));
            services[i] = (long) (meanNanos * (0.5 + tail));
        }
    }

    double ratePerSecond() {
        return burst * 1e9 / periodNanos;
    }

    /** Works or waits from {@code start} for as long as task {@code number} takes. */
    void serve(long start, int number) {
        long service = services[number % services.length];
        long end = start + service;
        if (service < SPIN_NANOS) {
            while (System.nanoTime() - end < 0) {
                // Spinning is the work.
            }
        } else {
            pauseUntil(end);
        }
    }

    static void pauseUntil(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
