package dev.headcount.simulator;

import dev.headcount.replay.Base;
import dev.headcount.replay.Scenario;
import dev.headcount.replay.Settings;
import dev.headcount.replay.Workload;
import java.nio.file.Path;

/** The scenarios that come along, for tests. */
final class Courses {

    static final ScenarioFolder FOLDER = new ScenarioFolder(Path.of("scenarios"));

    private Courses() {}

    static Scenario scenario(String name) {
        return FOLDER.scenarios().stream()
                .filter(scenario -> scenario.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Course course(String name) {
        Scenario scenario = scenario(name);
        Base base = FOLDER.bases().get(name);
        return new Course(scenario, Workload.of(scenario, scenario.seed), Settings.STANDARD, scenario.seed, base);
    }
}
