package dev.headcount.cli;

import dev.headcount.agent.config.Key;
import dev.headcount.agent.config.Mode;
import dev.headcount.agent.config.PoolSettings;
import dev.headcount.agent.config.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A pool as somebody describes it, and what a configuration comes to for it.
 *
 * <p>Law: bounds are shown only for a pool that the agent would size; of the others it is said that they are measured.
 * Blind to: the pool's own maximum, and so to bounds that follow from it.
 */
final class CheckedPool {

    private static final List<String> ONLY_MEASURED = Arrays.asList("serial", "handoff", "scheduled", "foreign");

    private final String name;
    private final String kind;
    private final String creator;
    private final int core;
    private final int processors;

    CheckedPool(String name, String kind, String creator, int core, int processors) {
        this.name = name;
        this.kind = kind;
        this.creator = creator;
        this.core = core;
        this.processors = processors;
    }

    List<String> lines(Settings settings, long nowMillis) {
        if (ONLY_MEASURED.contains(kind)) {
            return Collections.singletonList(
                    "a pool of kind " + kind + " is measured and never resized, whatever the file says");
        }
        boolean isSealed = kind.equals("sealed");
        if (isSealed && !settings.names(name, creator, kind, nowMillis)) {
            return Collections.singletonList("no rule names it: a sealed pool is measured, and resized only when a"
                    + " rule names it (pool: " + name + ")");
        }
        PoolSettings held = settings.of(name, creator, kind, nowMillis);
        List<String> lines = new ArrayList<>();
        if (isSealed) {
            lines.add("a rule names it: a sealed pool is resized then"
                    + (held.mode() == Mode.AUTO
                            ? ""
                            : ", but not in mode " + held.mode().text()));
        }
        lines.addAll(held.lines(core, processors));
        String crossing = crossing(held);
        if (crossing != null) {
            lines.add("warning: " + crossing);
        }
        return lines;
    }

    /** Which of floor and ceiling gives way when relative sizes have crossed; {@code null} when they have not. */
    private String crossing(PoolSettings held) {
        if (held.floor() == null || held.ceiling() == null) {
            return null;
        }
        int floor = held.floor().threads(core, processors);
        int ceiling = held.ceiling().threads(core, processors);
        return floor <= ceiling
                ? null
                : "the floor of " + floor + " (" + held.origin(Key.FLOOR) + ") is cut to the ceiling of " + ceiling
                        + " (" + held.origin(Key.CEILING) + ")";
    }

    @Override
    public String toString() {
        return "a pool " + name + " of kind " + kind + ", core " + core + ", on " + processors + " processors";
    }
}
