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

    /** Another for another load, another seed, another task of the pool. */
    String fingerprint() {
        long hash = scenario.ceiling * 31L + scenario.floor;
        hash = 31 * hash + Double.hashCode(scenario.objectiveSeconds);
        hash = 31 * hash + Double.hashCode(scenario.degrade);
        hash = 31 * hash + Double.hashCode(settings.startSeconds + settings.warmUpSeconds);
        for (double moment = 0; moment < scenario.durationSeconds; moment += 1) {
            hash = 31 * hash + Double.hashCode(scenario.capacityAt(moment) + 1e6 * scenario.slowdownAt(moment));
        }
        for (int task = 0; task < workload.size(); task++) {
            hash = 31 * hash + Double.hashCode(workload.arrivalSeconds(task));
            hash = 31 * hash + Double.hashCode(workload.workSeconds(task));
        }
        return scenario.name + ":" + seed + ":" + Long.toHexString(hash);
    }

    Course with(Base newBase) {
        return new Course(scenario, workload, settings, seed, newBase);
    }
}
