package dev.headcount.demo.driver;

import java.util.List;

/** The waits of some tasks, every one of them: a quantile here is exact. */
final class Waits {

    private final List<Wait> ascending;

    Waits(List<Wait> waits) {
        ascending = waits.stream().sorted().toList();
    }

    boolean isEmpty() {
        return ascending.isEmpty();
    }

    Wait p50() {
        return quantile(50);
    }

    Wait p99() {
        return quantile(99);
    }

    /** The nearest rank: the shortest wait that at least {@code percent} of the tasks did not exceed. */
    private Wait quantile(int percent) {
        int rank = (ascending.size() * percent + 99) / 100;
        return ascending.get(rank - 1);
    }
}
