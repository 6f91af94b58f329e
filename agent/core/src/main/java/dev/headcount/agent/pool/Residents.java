package dev.headcount.agent.pool;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Counts the workers that have been running one and the same task for a minute: acceptors, selectors,
 * pollers, and tasks that hang.
 *
 * <p>Law: locked at every look for {@link #RESIDENT_NANOS}, with the same number of completed tasks.
 * Workers are told apart by identity hash and not held: a worker holds its pool.
 * Blind to: two workers of one hash; they count as one.
 * Threads: owned by the tick.
 */
final class Residents {

    static final long RESIDENT_NANOS = 60_000_000_000L;

    private static final class Stay {
        long tasks;
        long sinceNanos;
        long seenNanos;
    }

    private final Map<Integer, Stay> stays = new HashMap<>();
    private long nowNanos;
    private int count;

    /** Begins a look at all workers. */
    void begin(long lookNanos) {
        for (Iterator<Stay> each = stays.values().iterator(); each.hasNext(); ) {
            if (each.next().seenNanos - nowNanos < 0) { // its worker has ended
                each.remove();
            }
        }
        nowNanos = lookNanos;
        count = 0;
    }

    void see(int worker, boolean isBusy, long completedTasks) {
        if (!isBusy) {
            stays.remove(worker);
            return;
        }
        Stay stay = stays.get(worker);
        if (stay == null || stay.tasks != completedTasks) {
            stay = new Stay();
            stay.tasks = completedTasks;
            stay.sinceNanos = nowNanos;
            stays.put(worker, stay);
        }
        stay.seenNanos = nowNanos;
        if (nowNanos - stay.sinceNanos >= RESIDENT_NANOS) {
            count++;
        }
    }

    int count() {
        return count;
    }
}
