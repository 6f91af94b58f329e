package dev.headcount.replay.advice;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decider;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;

/** One size, as a policy. */
record Always(int size) implements Decider {

    @Override
    public String name() {
        return "always";
    }

    @Override
    public Proposal propose(Signal signal, int target, Bounds bounds) {
        return Proposal.of(size, () -> "always");
    }
}
