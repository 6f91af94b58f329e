package dev.headcount.scaling.decider;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decider;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;
import java.util.Collections;
import java.util.List;

/**
 * Wants the same size whatever happens.
 *
 * <p>Law: {@code size}, or the floor where none is given.
 * Threads: any. Cost: one or two small objects a tick.
 * Blind to: everything. It is for comparing, and for a size that somebody has measured and wants to see kept.
 */
public final class Fixed implements Decider {

    static final Parameter SIZE = Parameter.named("size", "floor", "The size that it wants; the bounds still hold")
            .orWord("floor")
            .orCount(1, 10_000);

    static final List<Parameter> PARAMETERS = Collections.singletonList(SIZE);

    private final double size;

    /** @throws IllegalArgumentException for a size out of its range */
    public Fixed(Parameters parameters) {
        size = parameters.number(SIZE);
    }

    @Override
    public String name() {
        return "fixed";
    }

    @Override
    public Proposal propose(Signal signal, int target, Bounds bounds) {
        return Double.isNaN(size)
                ? Proposal.of(bounds.floor(), "fixed at the floor")
                : Proposal.of((int) size, () -> "fixed at " + (int) size);
    }
}
