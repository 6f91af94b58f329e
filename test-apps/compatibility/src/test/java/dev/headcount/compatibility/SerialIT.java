package dev.headcount.compatibility;

import static dev.headcount.compatibility.OnEachJdk.Breadth.SMOKE;
import static org.assertj.core.api.Assertions.assertThat;

/** A pool that promises order, or that its application closed to changes, keeps its threads under any backlog. */
final class SerialIT {

    @OnEachJdk(SMOKE)
    void serialPools_underBacklog_keepSizesAndOrder(Jdk jdk) {
        Outcome outcome = ChildJvm.on(jdk, "serial").agent("").run("Serial").isClean();

        assertThat(outcome.out())
                .as(outcome.child())
                .containsExactly(
                        line("one-one", 1),
                        line("one-many", 1),
                        line("none-many", 1),
                        line("single", 1),
                        line("sealed-single", 1),
                        line("sealed-four", 4),
                        line("scheduled-one", 1),
                        line("scheduled-three", 3),
                        line("single-scheduled", 1),
                        line("sealed-scheduled", 2));
    }

    private static String line(String pool, int threads) {
        return pool + " touched false threads " + threads + " ordered true busy true";
    }
}
