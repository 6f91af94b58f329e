package dev.headcount.workbench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.locks.LockSupport;

/** What tasks do: wait for somebody, or compute. */
final class Work {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int STEPS = 2000;

    /** Read by nobody, so that the computing can't be left out. */
    private static volatile long sink;

    private Work() {}

    static void sleep(double seconds) {
        long end = System.nanoTime() + Math.round(seconds * 1e9);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Until this thread has been on a processor for so long, however many share it. */
    static void burn(double seconds) {
        long end = THREADS.getCurrentThreadCpuTime() + Math.round(seconds * 1e9);
        long number = end;
        while (THREADS.getCurrentThreadCpuTime() < end) {
            for (int step = 0; step < STEPS; step++) {
                number = number * 6364136223846793005L + 1442695040888963407L;
            }
            sink = number;
        }
    }
}
