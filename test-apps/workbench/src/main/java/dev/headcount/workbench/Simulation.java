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

    /** @param tickSeconds when the real agent's ticks began, since the load did */
    static Simulation of(Scenario scenario, Settings settings, Policy policy, long seed, double[] tickSeconds) {
        Sizes sizes = new Sizes();
        Law law = new Looks(new PolicyLaw(policy, scenario, 0), tickSeconds, sizes);
        return new Simulation(Replay.run(scenario, Workload.of(scenario, seed), settings, seed, law), sizes);
    }
}
