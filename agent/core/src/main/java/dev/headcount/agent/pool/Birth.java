package dev.headcount.agent.pool;

import java.lang.ref.ReferenceQueue;

/** What is known of a pool that has had no task yet: who made it, and whether a wrapper hides it. */
final class Birth extends WeakTable.Entry {

    /** A line like {@code com.acme.Orders.start(Orders.java:42)}, or {@code null} when it was not seen. */
    final Creator creator;

    volatile boolean isSealed;

    Birth(Object executor, ReferenceQueue<Object> cleared, Creator creator) {
        super(executor, cleared);
        this.creator = creator;
    }
}
