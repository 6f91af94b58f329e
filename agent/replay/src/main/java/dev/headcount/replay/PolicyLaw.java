package dev.headcount.replay;

import dev.headcount.scaling.Autoscaler;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Overrides;
import dev.headcount.scaling.Policy;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.WaitObjective;
import dev.headcount.scaling.forecast.Forecast;

/**
 * A policy of Headcount's behind the whole tick, as in the agent: decide, forecast, veto, clamp, settle. For one run.
 *
 * <p>Time: a run begins at midnight, UTC.
 */
public final class PolicyLaw implements Law {

    private final String pool;
    private final Policy policy;
    private final Bounds bounds;
    private final int startSize;
    private Forecast forecast = Forecast.NONE;
    private boolean isObjectiveTold = true;
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

    /** Lets {@code next}, which has seen nothing yet, raise what the policy wants. */
    public PolicyLaw foreseenBy(Forecast next) {
        forecast = next;
        return this;
    }

    /** Keeps the wait objective to itself: what the agent supposes where nobody gave one stands in. */
    public PolicyLaw withoutObjective() {
        isObjectiveTold = false;
        return this;
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
        long timeMillis = signal.nowNanos() / 1_000_000;
        forecast.observe(signal, timeMillis);
        autoscaler.outlook(forecast.outlook());
        return autoscaler
                .tick(signal, bounds(signal), Overrides.NONE, timeMillis)
                .to();
    }

    private Bounds bounds(Signal signal) {
        return isObjectiveTold
                ? bounds
                : Bounds.of(
                        bounds.floor(),
                        bounds.ceiling(),
                        bounds.hardLimit(),
                        WaitObjective.standardSeconds(signal.serviceMeanSeconds()));
    }
}
