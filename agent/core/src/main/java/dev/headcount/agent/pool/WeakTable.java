package dev.headcount.agent.pool;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Finds what is known about an object by its identity, without keeping the object alive.
 *
 * <p>Law: open addressing by identity hash, at most half full, in an array that only grows.
 * Invariant: {@link #find} asks a weak reference for its object only when the whole hash is the same: a
 * reference that is read again and again would never clear under a concurrent collector.
 * Invariant: an entry must not hold its object.
 * Threads: {@link #find} by any thread without a lock; a racing {@link #add} may go unseen, so who finds
 * nothing asks again under {@link #lock}. Entries publish safely, their fields being final.
 * Cost: find is a hash from the object's header and one or two array loads.
 */
final class WeakTable<E extends WeakTable.Entry> {

    /** A weak reference that knows the hash of what it referred to. */
    abstract static class Entry extends WeakReference<Object> {

        final int hash;

        Entry(Object referent, ReferenceQueue<Object> cleared) {
            super(referent, cleared);
            this.hash = System.identityHashCode(referent);
        }
    }

    private static final int INITIAL = 64;

    private static final int BRIEFLY = 1000;

    /** Taken by who adds or removes; a hook takes it by {@link #lockBriefly}. */
    final ReentrantLock lock = new ReentrantLock();

    final ReferenceQueue<Object> cleared = new ReferenceQueue<>();

    /** Beyond it nothing is added: a program that makes a pool for each request shall not cost memory without end. */
    private final int limit;

    private volatile Entry[] table = new Entry[INITIAL];
    private int size; // under the lock

    WeakTable(int limit) {
        this.limit = limit;
    }

    @SuppressWarnings("unchecked") // only add() fills the table
    E find(Object referent) {
        int hash = System.identityHashCode(referent);
        Entry[] now = table;
        int mask = now.length - 1;
        for (int place = hash & mask; ; place = place + 1 & mask) {
            Entry entry = now[place];
            if (entry == null) {
                return null;
            }
            if (entry.hash == hash && entry.get() == referent) {
                return (E) entry;
            }
        }
    }

    /**
     * Takes the lock for who must not wait: it is held for microseconds, so a holder that is not done soon has
     * lost its processor, and is given it.
     *
     * @return false when it was not to be had; the caller goes without
     */
    boolean lockBriefly() {
        for (int tried = 0; tried < BRIEFLY; tried++) {
            if (lock.tryLock()) {
                return true;
            }
            Thread.yield();
        }
        return false;
    }

    /** Adds an entry whose object is not in the table; under the lock. Says whether there was room. */
    boolean add(E entry) {
        if (size >= limit) {
            return false;
        }
        if (2 * (size + 1) > table.length) {
            rebuild(2 * table.length, Collections.emptySet());
        }
        put(table, entry);
        size++;
        return true;
    }

    /** Removes entries; takes the lock. */
    void remove(Collection<E> entries) {
        lock.lock();
        try {
            rebuild(table.length, entries);
        } finally {
            lock.unlock();
        }
    }

    /** Removes the entries whose objects are gone, and returns them; takes the lock. */
    @SuppressWarnings("unchecked") // only our entries are registered with the queue
    Set<E> removeCleared() {
        Set<E> gone = new HashSet<>(); // of identities: a reference has no equals of its own
        for (Object entry = cleared.poll(); entry != null; entry = cleared.poll()) {
            gone.add((E) entry);
        }
        if (!gone.isEmpty()) {
            remove(gone);
        }
        return gone;
    }

    private void rebuild(int length, Collection<?> without) {
        Entry[] next = new Entry[length];
        int kept = 0;
        for (Entry entry : table) {
            if (entry != null && !without.contains(entry)) {
                put(next, entry);
                kept++;
            }
        }
        size = kept;
        table = next;
    }

    private static void put(Entry[] into, Entry entry) {
        int mask = into.length - 1;
        int place = entry.hash & mask;
        while (into[place] != null) {
            place = place + 1 & mask;
        }
        into[place] = entry;
    }
}
