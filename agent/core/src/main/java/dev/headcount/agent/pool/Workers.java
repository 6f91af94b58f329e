package dev.headcount.agent.pool;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Which pool a worker thread belongs to, for the rare hook that is not told: a task's future that failed.
 *
 * <p>Law: open addressing by the thread's identity hash, over a few places; a worker that finds them all
 * taken is not known, and its failures are not counted.
 * Invariant: bounded, and threads are held weakly.
 * Threads: any, without a lock. Cost: one small object a worker, made when it starts.
 */
final class Workers {

    private static final int PLACES = 4096;
    private static final int TRIES = 16;

    private static final class Entry extends WeakReference<Thread> {
        final Pool pool;

        Entry(Thread thread, Pool pool) {
            super(thread);
            this.pool = pool;
        }
    }

    private final AtomicReferenceArray<Entry> places = new AtomicReferenceArray<>(PLACES);

    void add(Thread thread, Pool pool) {
        int start = System.identityHashCode(thread);
        Entry added = null;
        for (int tried = 0; tried < TRIES; tried++) {
            int place = start + tried & PLACES - 1;
            Entry entry = places.get(place);
            if (entry == null || entry.get() == null) {
                added = added == null ? new Entry(thread, pool) : added;
                if (places.compareAndSet(place, entry, added)) {
                    return;
                }
            } else if (entry.get() == thread) {
                places.set(place, new Entry(thread, pool));
                return;
            }
        }
    }

    /** @return {@code null} when the thread is no known pool's worker */
    Pool of(Thread thread) {
        int place = place(thread);
        Entry entry = place < 0 ? null : places.get(place);
        return entry == null ? null : entry.pool;
    }

    void remove(Thread thread) {
        int place = place(thread);
        if (place >= 0) {
            places.set(place, null);
        }
    }

    private int place(Thread thread) {
        int start = System.identityHashCode(thread);
        for (int tried = 0; tried < TRIES; tried++) {
            int place = start + tried & PLACES - 1;
            Entry entry = places.get(place);
            if (entry != null && entry.get() == thread) {
                return place;
            }
        }
        return -1;
    }
}
