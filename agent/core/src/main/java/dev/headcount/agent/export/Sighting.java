package dev.headcount.agent.export;

import dev.headcount.agent.loop.PoolControl;
import dev.headcount.agent.loop.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** One pool as it was seen at one moment; immutable. */
final class Sighting {

    /** Tells pools apart, whatever they are called. */
    final Object identity;

    final String name;
    final String kind;
    /** When it had its first task, on the clock of {@code System.nanoTime()}; 0 when it is older than the agent. */
    final long bornNanos;
    /** Whether a rule of the configuration names it. */
    final boolean isConfigured;

    final PoolFigures figures;

    Sighting(Object identity, String name, String kind, long bornNanos, boolean isConfigured, PoolFigures figures) {
        this.identity = identity;
        this.name = name;
        this.kind = kind;
        this.bornNanos = bornNanos;
        this.isConfigured = isConfigured;
        this.figures = figures;
    }

    /** All pools that have been looked at, as of their last look. */
    static List<Sighting> of(Collection<PoolControl> pools, Predicate<PoolControl> isConfigured) {
        List<Sighting> seen = new ArrayList<>(pools.size());
        for (PoolControl control : pools) {
            View view = control.view();
            if (view != null) {
                seen.add(new Sighting(
                        control,
                        control.pool().name(),
                        control.pool().kind().label(),
                        control.pool().bornNanos(),
                        isConfigured.test(control),
                        PoolFigures.of(view)));
            }
        }
        return seen;
    }
}
