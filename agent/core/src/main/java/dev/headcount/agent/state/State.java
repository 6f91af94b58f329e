package dev.headcount.agent.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All that somebody wants to have kept of the pools there are.
 *
 * <p>Law: a pool that has left is kept in the file for two weeks, since it may come with tomorrow's batch; nothing of
 * it stays on the heap. A memory never keeps its pool alive unless it refers to it.
 * Threads: {@link #keep} and {@link #release} by any; the rest by the state's.
 */
public final class State {

    private static final long KEPT_MILLIS = 14L * 24 * 3_600_000;

    private final Map<Entry.Key, Kept> all = new ConcurrentHashMap<>();
    private String trouble; // the state's thread's

    /**
     * Has {@code memory} asked and told from now on; it takes the place of an earlier one under the same names.
     *
     * @param section who remembers: one word, such as {@code advice}
     */
    public void keep(String section, String pool, String kind, Memory memory) {
        all.put(new Entry.Key(section, pool, kind), new Kept(memory));
    }

    /** The pool has left: what is remembered of it is kept once more, and then let go of. */
    public void release(String pool, String kind) {
        for (Map.Entry<Entry.Key, Kept> each : all.entrySet()) {
            Kept kept = each.getValue();
            if (each.getKey().pool.equals(pool) && each.getKey().kind.equals(kind)) {
                kept.hasLeft = true;
                if (!kept.isRecalled) { // it lived for a moment only, or there is no file
                    all.remove(each.getKey(), kept);
                }
            }
        }
    }

    /** Whether somebody waits to be told. */
    boolean isAwaited() {
        return all.values().stream().anyMatch(kept -> !kept.isRecalled);
    }

    /** Tells those who wait what the file holds. */
    void recall(List<Entry> entries) {
        Map<Entry.Key, Entry> read = new HashMap<>();
        entries.forEach(entry -> read.put(entry.key, entry));
        for (Map.Entry<Entry.Key, Kept> waiting : all.entrySet()) {
            Kept kept = waiting.getValue();
            if (!kept.isRecalled) {
                kept.isRecalled = true;
                Entry entry = read.get(waiting.getKey());
                try {
                    kept.memory.recall(entry == null ? Collections.<String>emptyList() : entry.lines);
                } catch (RuntimeException misread) {
                    trouble = "has lines for the " + waiting.getKey() + " that do not read: " + misread;
                }
            }
        }
    }

    /**
     * What is to be written: what the pools say now, and what others said within two weeks; the newest first.
     *
     * @param before what the file holds
     */
    List<Entry> entries(List<Entry> before, long timeMillis) {
        List<Entry> entries = new ArrayList<>();
        Set<Entry.Key> said = new HashSet<>();
        for (Map.Entry<Entry.Key, Kept> each : all.entrySet()) {
            Kept kept = each.getValue();
            boolean isLastTime = kept.hasLeft; // before it is asked: what leaves meanwhile is asked once more
            List<String> lines = lines(each.getKey(), kept);
            if (!lines.isEmpty()) {
                said.add(each.getKey());
                entries.add(new Entry(each.getKey(), timeMillis, lines));
            }
            if (isLastTime) {
                all.remove(each.getKey(), kept);
            }
        }
        for (Entry entry : before) {
            if (timeMillis - entry.seenMillis < KEPT_MILLIS && said.add(entry.key)) {
                entries.add(entry);
            }
        }
        entries.sort(Comparator.comparingLong((Entry entry) -> entry.seenMillis).reversed());
        return entries;
    }

    /** One that was not told yet knows nothing, and must not replace what the file knows. */
    private List<String> lines(Entry.Key key, Kept kept) {
        try {
            return kept.isRecalled ? kept.memory.lines() : Collections.<String>emptyList();
        } catch (RuntimeException failure) {
            trouble = "lacks the " + key + ": " + failure;
            return Collections.emptyList();
        }
    }

    /** What went wrong last in a memory, in words that follow the file's name; {@code null} when nothing did. */
    String trouble() {
        return trouble;
    }

    private static final class Kept {

        private final Memory memory;
        private volatile boolean hasLeft;
        private volatile boolean isRecalled; // written by the state's thread

        Kept(Memory memory) {
            this.memory = memory;
        }
    }
}
