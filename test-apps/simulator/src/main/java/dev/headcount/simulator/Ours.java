package dev.headcount.simulator;

import dev.headcount.replay.PolicyLaw;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Policy;
import dev.headcount.scaling.Signal;

/** A policy of Headcount's as a controller. */
final class Ours implements Controller {

    private final String name;
    private final PolicyLaw law;

    Ours(String name, Policy policy, Told told) {
        this.name = name;
        Bounds bounds = Bounds.of(told.floor(), told.ceiling(), told.ceiling(), told.objectiveSeconds());
        law = new PolicyLaw(name, policy, bounds, /* startSize= */ 0);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size(Signal signal, int target) {
        return law.size(signal, target);
    }
}
