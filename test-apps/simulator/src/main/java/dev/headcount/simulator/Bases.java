package dev.headcount.simulator;

import dev.headcount.replay.Base;
import dev.headcount.replay.Scenario;
import dev.headcount.replay.Settings;
import dev.headcount.replay.Workload;

/** What J is measured by, for those who run the same load elsewhere. */
public final class Bases {

    private Bases() {}

    /** The clairvoyant's figures for one draw of a load. */
    public static Base of(Scenario scenario, Workload workload, Settings settings, long seed) {
        return new Clairvoyant().base(new Course(scenario, workload, settings, seed, null));
    }
}
