package dev.headcount.compatibility;

import static dev.headcount.compatibility.OnEachJdk.Breadth.SMOKE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** A worker that a resize started is a twin of those that the application's own submissions started. */
final class ResizedWorkersIT {

    /** What differs, and must: a request's identity is never copied into a worker that serves others. */
    private static final String INHERITED = " inherited ";

    @OnEachJdk(SMOKE)
    void workers_startedByResize_areLikeTheOthers(Jdk jdk) {
        Outcome outcome = ChildJvm.on(jdk, "resized-workers")
                .agent("")
                .run("ResizedWorkers", "15")
                .isClean();

        for (String pool : List.of("plain", "default", "made", "low")) {
            List<String> early = kinds(outcome, pool + "-early");
            List<String> late = kinds(outcome, pool + "-late");
            assertThat(early).as("%s: %s", pool, outcome.child()).hasSize(1);
            assertThat(late).as("%s has grown: %s", pool, outcome.child()).hasSize(1);
            assertThat(traits(late)).as("%s: %s", pool, outcome.child()).isEqualTo(traits(early));
            assertThat(late.get(0)).as("%s: %s", pool, outcome.child()).endsWith(INHERITED + "null");
        }
    }

    private static List<String> kinds(Outcome outcome, String key) {
        return outcome.values(key).stream()
                .map(line -> line.substring(line.indexOf(" x ") + 3))
                .toList();
    }

    private static String traits(List<String> kinds) {
        return kinds.get(0).substring(0, kinds.get(0).indexOf(INHERITED));
    }
}
