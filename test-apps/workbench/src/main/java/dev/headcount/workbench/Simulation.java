package dev.headcount.workbench;

import dev.headcount.replay.Law;
import dev.headcount.replay.Outcome;
import dev.headcount.replay.PolicyLaw;
import dev.headcount.replay.Replay;
import dev.headcount.replay.Scenario;
import dev.headcount.replay.Settings;
import dev.headcount.replay.Workload;
import dev.headcount.scaling.Policy;

/** A load in virtual time, with signals as the agent has them. */
record Simulation(Outcome outcome, Sizes sizes) {

    static Simulation of(Scenario scenario, Settings settings, Policy policy, long seed) {
        Sizes sizes = new Sizes();
        PolicyLaw policyLaw = new PolicyLaw(policy, scenario, 0);
        Law law = (signal, target) -> {
            sizes.add(Replay.secondsOf(signal.nowNanos()), signal.size());
            return policyLaw.size(signal, target);
        };
        return new Simulation(Replay.run(scenario, Workload.of(scenario, seed), settings, seed, law), sizes);
    }
}
