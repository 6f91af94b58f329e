package dev.headcount.compatibility;

import static dev.headcount.compatibility.OnEachJdk.Breadth.SMOKE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Failures count however a task was handed in: those too that a future keeps to itself. */
final class FailingIT {

    private static final int FAILED = 300; // of 1,000

    @OnEachJdk(SMOKE)
    void failures_eachWayToHandTasksIn_areCounted(Jdk jdk) {
        Outcome outcome =
                ChildJvm.on(jdk, "failing").agent("mode=observe").run("Failing").isClean();

        for (String way : List.of("execute", "submit", "invokeAll", "supplyAsync", "runAsync")) {
            // Without its hook a way counts none at all.
            assertThat(outcome.number(way)).as(way + " of " + outcome.child()).isEqualTo(FAILED);
            assertThat(outcome.number(way + "-rate"))
                    .as(way + " of " + outcome.child())
                    .isBetween(FAILED - 20, FAILED + 20);
        }
    }
}
