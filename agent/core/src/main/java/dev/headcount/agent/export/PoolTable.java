package dev.headcount.agent.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/**
 * Which pools have series of their own, so that a program that makes pools all day can't fill a metrics store.
 *
 * <p>Law: the first pools have, in the order of their discovery, as many as the limit says; those that the
 * configuration names have in any case. Later ones are folded for good into the pool {@code _other} of their kind,
 * also when a place becomes free, since its counters would fall if one left; one that is named later gets series of
 * its own and leaves what it had counted. A pool that has ended keeps its place and its series for five minutes, or
 * until another of its name and kind comes.
 * Invariant: no counter of {@code _other} ever falls; no two rows have the same labels. A pool that is really called
 * {@code _other} is folded, too.
 * Threads: guarded by the caller, but for {@link #overflowed}, which is any thread's.
 */
final class PoolTable {

    static final String OTHER = "_other";

    /** Five scrapes a minute apart: the last counts of a pool are seen, and then it is forgotten. */
    private static final long STAY_NANOS = 300_000_000_000L;

    private final IntSupplier limit;
    private final Map<Object, Row> living = new LinkedHashMap<>();
    private final Map<String, Row> ended = new LinkedHashMap<>();
    private final Map<Object, Sighting> folded = new HashMap<>();

    /** By kind: the counters of folded pools that are folded no longer. */
    private final Map<String, PoolFigures> left = new TreeMap<>();

    private final Map<String, PoolLabels> otherLabels = new HashMap<>();
    private volatile int overflowed;

    PoolTable(IntSupplier limit) {
        this.limit = limit;
    }

    /** Takes in what is there now: all pools, whatever was seen before. */
    void see(List<Sighting> seen, long nowNanos) {
        Set<Object> present = new HashSet<>(2 * seen.size());
        for (Sighting pool : seen) {
            present.add(pool.identity);
        }
        endThoseNotIn(present, nowNanos);
        List<Sighting> newcomers = new ArrayList<>();
        for (Sighting pool : seen) {
            Row row = living.get(pool.identity);
            if (row != null) {
                row.figures = pool.figures;
            } else if (folded.containsKey(pool.identity) && !(pool.isConfigured && isNameable(pool))) {
                folded.put(pool.identity, pool);
            } else {
                newcomers.add(pool);
            }
        }
        newcomers.sort(PoolTable::byDiscovery);
        for (Sighting pool : newcomers) {
            place(pool);
        }
        overflowed = folded.size();
    }

    private void endThoseNotIn(Set<Object> present, long nowNanos) {
        for (Iterator<Map.Entry<Object, Row>> rows = living.entrySet().iterator(); rows.hasNext(); ) {
            Map.Entry<Object, Row> row = rows.next();
            if (!present.contains(row.getKey())) {
                rows.remove();
                row.getValue().end(nowNanos);
                ended.put(row.getValue().key, row.getValue());
            }
        }
        ended.values().removeIf(row -> nowNanos - row.endedNanos >= STAY_NANOS);
        for (Iterator<Map.Entry<Object, Sighting>> pools = folded.entrySet().iterator(); pools.hasNext(); ) {
            Map.Entry<Object, Sighting> pool = pools.next();
            if (!present.contains(pool.getKey())) {
                pools.remove();
                leave(pool.getValue());
            }
        }
    }

    private void leave(Sighting pool) {
        left.merge(pool.kind, pool.figures.counters(), PoolFigures::folded);
    }

    private void place(Sighting pool) {
        String key = Row.key(pool);
        boolean hasRoom = living.size() + ended.size() < limit.getAsInt() || ended.containsKey(key);
        if (isNameable(pool) && (hasRoom || pool.isConfigured)) {
            Sighting before = folded.remove(pool.identity);
            if (before != null) {
                leave(before);
            }
            ended.remove(key);
            living.put(pool.identity, new Row(pool));
        } else {
            folded.put(pool.identity, pool);
        }
    }

    private static boolean isNameable(Sighting pool) {
        return !pool.name.equals(OTHER);
    }

    /** Those that are older than the agent first, all of which it discovers at one moment. */
    private static int byDiscovery(Sighting one, Sighting other) {
        if (one.bornNanos == 0 || other.bornNanos == 0) {
            int age = Boolean.compare(one.bornNanos != 0, other.bornNanos != 0);
            return age != 0 ? age : one.name.compareTo(other.name);
        }
        return Long.signum(one.bornNanos - other.bornNanos);
    }

    void tell(Cells cells) {
        for (Row row : living.values()) {
            row.labels.tell(row.figures, cells);
        }
        for (Row row : ended.values()) {
            row.labels.tell(row.figures, cells);
        }
        Map<String, PoolFigures> others = new TreeMap<>(left);
        for (Sighting pool : folded.values()) {
            others.merge(pool.kind, pool.figures, PoolFigures::folded);
        }
        for (Map.Entry<String, PoolFigures> other : others.entrySet()) {
            otherLabels
                    .computeIfAbsent(other.getKey(), kind -> new PoolLabels(kind, OTHER))
                    .tell(PoolFigures.NONE.folded(other.getValue()), cells);
        }
    }

    /** Pools that are folded now. */
    int overflowed() {
        return overflowed;
    }

    /** A pool with series of its own. */
    private static final class Row {

        private final String key;
        private final PoolLabels labels;
        private PoolFigures figures;
        private long endedNanos;

        Row(Sighting pool) {
            key = key(pool);
            labels = new PoolLabels(pool.kind, pool.name);
            figures = pool.figures;
        }

        /** No kind has a space in it. */
        static String key(Sighting pool) {
            return pool.kind + ' ' + pool.name;
        }

        void end(long nowNanos) {
            endedNanos = nowNanos;
            figures = figures.ended();
        }
    }
}
