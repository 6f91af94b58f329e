package dev.headcount.workbench;

import dev.headcount.replay.Law;
import dev.headcount.replay.Outcome;
import dev.headcount.replay.PolicyLaw;
import dev.headcount.replay.Replay;
import dev.headcount.replay.Scenario;
import dev.headcount.replay.Settings;
import dev.headcount.replay.Workload;
import dev.headcount.scaling.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A load in virtual time, with signals as the agent has them. */
record Simulation(Outcome outcome, Sizes sizes) {

    /** How far off a look of the agent's may be from where it is taken to have been. */
    private static final int MOST_OFF_MILLIS = 5;

    /**
     * The middle one, by the 99th percentile of waits, of eleven whose looks are up to 5 ms earlier or later: a burst
     * that just misses a look waits for the next, and so much is not known of the real run.
     *
     * @param tickSeconds when the real agent's ticks began, since the load did
     */
    static Simulation of(Scenario scenario, Settings settings, Policy policy, long seed, double[] tickSeconds) {
        return sorted(scenario, settings, policy, seed, tickSeconds).get(MOST_OFF_MILLIS);
    }

    /** All eleven, the shortest waits first. */
    static List<Simulation> sorted(
            Scenario scenario, Settings settings, Policy policy, long seed, double[] tickSeconds) {
        Workload workload = Workload.of(scenario, seed);
        List<Simulation> all = new ArrayList<>();
        for (int off = -MOST_OFF_MILLIS; off <= MOST_OFF_MILLIS; off++) {
            double seconds = off / 1000.0;
            double[] shifted = Arrays.stream(tickSeconds)
                    .map(tick -> Math.max(0, tick + seconds))
                    .toArray();
            Sizes sizes = new Sizes();
            Law law = new Looks(new PolicyLaw(policy, scenario, 0), shifted, sizes);
            all.add(new Simulation(Replay.run(scenario, workload, settings, seed, law), sizes));
        }
        all.sort(Comparator.comparingDouble(one -> one.outcome().waitP99Seconds));
        return all;
    }
}
