package dev.headcount.replay;

import dev.headcount.scaling.Autoscaler;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Overrides;
import dev.headcount.scaling.Policy;
import dev.headcount.scaling.Signal;

/** A policy of Headcount's behind the whole tick, as in the agent: decide, clamp, settle. For one run. */
public final class PolicyLaw implements Law {

    private final Policy policy;
    private final Scenario scenario;
    private final int startSize;
    private Autoscaler autoscaler;

    /** @param startSize the size at the beginning; 0 for the floor */
    public PolicyLaw(Policy policy, Scenario scenario, int startSize) {
        this.policy = policy;
        this.scenario = scenario;
        this.startSize = startSize == 0 ? 0 : Math.max(scenario.floor, Math.min(scenario.ceiling, startSize));
    }

    @Override
    public int startSize() {
        return startSize;
    }

    @Override
    public int size(Signal signal, int target) {
        if (autoscaler == null) {
            autoscaler = new Autoscaler(scenario.name, policy, target, signal.nowNanos());
        }
        Bounds bounds = Bounds.of(scenario.floor, scenario.ceiling, scenario.ceiling, scenario.objectiveSeconds);
        return autoscaler
                .tick(signal, bounds, Overrides.NONE, signal.nowNanos() / 1_000_000)
                .to();
    }
}
