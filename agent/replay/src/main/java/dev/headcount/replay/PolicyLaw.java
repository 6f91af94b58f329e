package dev.headcount.replay;

import dev.headcount.scaling.Autoscaler;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Overrides;
import dev.headcount.scaling.Policy;
import dev.headcount.scaling.Signal;

/** A policy of Headcount's behind the whole tick, as in the agent: decide, clamp, settle. For one run. */
public final class PolicyLaw implements Law {

    private final String pool;
    private final Policy policy;
    private final Bounds bounds;
    private final int startSize;
    private Autoscaler autoscaler;

    /** Within the scenario's bounds; begins at {@code startSize}, or at the floor where that is 0. */
    public PolicyLaw(Policy policy, Scenario scenario, int startSize) {
        this(
                scenario.name,
                policy,
                Bounds.of(scenario.floor, scenario.ceiling, scenario.ceiling, scenario.objectiveSeconds),
                startSize == 0 ? 0 : Math.max(scenario.floor, Math.min(scenario.ceiling, startSize)));
    }

    /** @param startSize the size at the beginning; 0 for the scenario's floor */
    public PolicyLaw(String pool, Policy policy, Bounds bounds, int startSize) {
        this.pool = pool;
        this.policy = policy;
        this.bounds = bounds;
        this.startSize = startSize;
    }

    @Override
    public int startSize() {
        return startSize;
    }

    @Override
    public int size(Signal signal, int target) {
        if (autoscaler == null) {
            autoscaler = new Autoscaler(pool, policy, target, signal.nowNanos());
        }
        return autoscaler
                .tick(signal, bounds, Overrides.NONE, signal.nowNanos() / 1_000_000)
                .to();
    }
}
