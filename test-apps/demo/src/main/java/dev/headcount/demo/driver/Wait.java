package dev.headcount.demo.driver;

import java.util.Locale;

/** How long a task waited; one that never arrived waited for ever. */
record Wait(long nanos) implements Comparable<Wait> {

    static final Wait FOR_EVER = new Wait(Long.MAX_VALUE);

    static Wait ofMillis(long millis) {
        return new Wait(millis * 1_000_000);
    }

    long millis() {
        return nanos / 1_000_000;
    }

    @Override
    public int compareTo(Wait other) {
        return Long.compare(nanos, other.nanos);
    }

    @Override
    public String toString() {
        if (equals(FOR_EVER)) {
            return "for ever";
        }
        return millis() < 1_000 ? millis() + " ms" : String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }
}
