package dev.headcount.agent.state;

import java.util.List;

/** What was kept of one pool under one heading; immutable. */
final class Entry {

    final Key key;
    /** When it was last said, in milliseconds since 1970. */
    final long seenMillis;

    final List<String> lines;

    Entry(Key key, long seenMillis, List<String> lines) {
        this.key = key;
        this.seenMillis = seenMillis;
        this.lines = lines;
    }

    /** A pool is known again by name and kind: its object is another one after the restart. */
    static final class Key {

        final String section;
        final String pool;
        final String kind;

        Key(String section, String pool, String kind) {
            this.section = section;
            this.pool = pool;
            this.kind = kind;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key
                    && section.equals(((Key) other).section)
                    && pool.equals(((Key) other).pool)
                    && kind.equals(((Key) other).kind);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * section.hashCode() + pool.hashCode()) + kind.hashCode();
        }

        @Override
        public String toString() {
            return section + " of " + pool;
        }
    }
}
