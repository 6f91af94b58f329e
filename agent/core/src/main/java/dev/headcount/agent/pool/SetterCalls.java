package dev.headcount.agent.pool;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The application's calls of one pool's setters: how many have begun, and whether one is under way.
 *
 * <p>Law: what a resize was decided on is void once {@link #begun} has changed, and nothing that is read while a call
 * is under way is what the application wants.
 * Invariant: a call is under way before it is counted as begun, so whoever finds the number that it knows and nothing
 * under way comes before the next call's first look.
 * Threads: any. Cost: two atomic additions a call of a setter.
 * Blind to: the end of a call that a thread factory's exception ends; it counts as under way for ten seconds.
 */
final class SetterCalls {

    private static final long LOST_NANOS = 10_000_000_000L;

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private volatile long lastNanos;

    void begin(long nowNanos) {
        lastNanos = nowNanos;
        inside.incrementAndGet();
        begun.incrementAndGet();
    }

    /** A call that began before anybody listened, or was given up, ends nothing. */
    void end() {
        int before = inside.get();
        while (before > 0 && !inside.compareAndSet(before, before - 1)) {
            before = inside.get();
        }
    }

    int begun() {
        return begun.get();
    }

    boolean isUnderWay(long nowNanos) {
        int calls = inside.get();
        if (calls > 0 && nowNanos - lastNanos > LOST_NANOS) {
            inside.compareAndSet(calls, 0);
        }
        return inside.get() > 0;
    }
}
