package dev.headcount.subject;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Counts how often each of a pool's tasks ran.
 *
 * <p>Threads: any may run tasks; one hands them out.
 */
final class Tally {

    private final AtomicIntegerArray runs;
    private final AtomicInteger ran = new AtomicInteger();
    private int handedOut;

    /** @param most the largest number of tasks that are ever handed out */
    Tally(int most) {
        runs = new AtomicIntegerArray(most);
    }

    boolean isExhausted() {
        return handedOut == runs.length();
    }

    /** A task that does {@code work} and is counted when it begins. */
    Runnable task(Runnable work) {
        int number = handedOut++;
        return () -> {
            runs.incrementAndGet(number);
            ran.incrementAndGet();
            work.run();
        };
    }

    /** How many runs there were. */
    int ran() {
        return ran.get();
    }

    boolean haveAllRun() {
        return ran.get() >= handedOut;
    }

    /** Such as {@code 20 once 20 lost 0 oftener 0}. */
    @Override
    public String toString() {
        int once = 0;
        int lost = 0;
        for (int i = 0; i < handedOut; i++) {
            once += runs.get(i) == 1 ? 1 : 0;
            lost += runs.get(i) == 0 ? 1 : 0;
        }
        return handedOut + " once " + once + " lost " + lost + " oftener " + (handedOut - once - lost);
    }
}
