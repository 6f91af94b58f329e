package dev.headcount.simulator;

import dev.headcount.scaling.Autoscaler;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Overrides;
import dev.headcount.scaling.Policy;
import dev.headcount.scaling.Signal;

/** A policy of Headcount's behind the whole tick, as in the agent: decide, clamp, settle. */
final class Ours implements Controller {

    private final String name;
    private final Policy policy;
    private final Bounds bounds;
    private Autoscaler autoscaler;

    Ours(String name, Policy policy, Told told) {
        this.name = name;
        this.policy = policy;
        this.bounds = Bounds.of(told.floor(), told.ceiling(), told.ceiling(), told.objectiveSeconds());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size(Signal signal, int target) {
        if (autoscaler == null) {
            autoscaler = new Autoscaler(name, policy, target, signal.nowNanos());
        }
        return autoscaler
                .tick(signal, bounds, Overrides.NONE, signal.nowNanos() / 1_000_000)
                .to();
    }
}
