package dev.headcount.simulator;

import dev.headcount.replay.Base;
import dev.headcount.replay.Law;
import dev.headcount.replay.Outcome;
import dev.headcount.replay.Replay;
import dev.headcount.replay.Scenario;
import dev.headcount.replay.Settings;
import dev.headcount.replay.Workload;
import java.util.Map;

/**
 * A scenario with one draw of its load: what every contender runs over. Immutable.
 *
 * @param base the clairvoyant's figures, {@code null} where they are not known yet
 */
record Course(Scenario scenario, Workload workload, Settings settings, long seed, Base base) {

    Outcome run(Law law) {
        return run(settings, law);
    }

    Outcome run(Settings other, Law law) {
        return Replay.run(scenario, workload, other, seed, law);
    }

    Told told(Map<String, String> parameters) {
        int processors = scenario.cores > 0 ? scenario.cores : settings.processors;
        return new Told(scenario.floor, scenario.ceiling, scenario.objectiveSeconds, processors, seed, parameters);
    }

    Course with(Base newBase) {
        return new Course(scenario, workload, settings, seed, newBase);
    }
}
