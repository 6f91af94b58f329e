package dev.headcount.scaling;

import dev.headcount.scaling.decider.Threshold;

/** A threshold whose latest proposal can be read. */
final class Recording implements Decider {

    private final Threshold threshold = new Threshold();

    int proposed;

    @Override
    public String name() {
        return threshold.name();
    }

    @Override
    public Proposal propose(Signal signal, int target, Bounds bounds) {
        Proposal proposal = threshold.propose(signal, target, bounds);
        proposed = proposal.size();
        return proposal;
    }
}
