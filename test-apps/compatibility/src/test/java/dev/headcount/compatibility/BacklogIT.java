package dev.headcount.compatibility;

import static dev.headcount.compatibility.OnEachJdk.Breadth.SMOKE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The main job: a pool of 4 that gets four times its load grows, and nothing is lost. */
final class BacklogIT {

    private static final int SECONDS = 6;
    private static final int TASKS = SECONDS * 160;
    private static final int CORE = 4;

    @OnEachJdk(SMOKE)
    void backlog_modeAuto_growsAndLosesNothing(Jdk jdk) {
        Outcome outcome = ChildJvm.on(jdk, "backlog-auto")
                .agent("")
                .run("Backlog", "backlog", "" + SECONDS)
                .isClean();

        assertThat(outcome.number("largest")).as(outcome.child()).isGreaterThan(2 * CORE);
        assertThat(outcome.value("drained")).as(outcome.child()).isEqualTo("true");
        assertEachRanOnce(outcome);
    }

    @OnEachJdk
    void backlog_inAnyOtherMode_leavesThePoolAsItWas(Jdk jdk) {
        Map<String, RunningChild> children = new LinkedHashMap<>();
        try {
            for (String mode : List.of("observe", "advise", "off")) {
                ChildJvm child = ChildJvm.on(jdk, "backlog-" + mode).agent("mode=" + mode);
                children.put(mode, child.start("Backlog", "backlog", "4"));
            }
            children.forEach((mode, child) -> {
                Outcome outcome = child.await(Duration.ofSeconds(60)).isClean();

                assertThat(outcome.number("largest")).as(outcome.child()).isEqualTo(CORE);
                assertThat(outcome.value("sizes")).as(outcome.child()).isEqualTo("4/4");
                assertThat(outcome.number("lost")).as(outcome.child()).isZero();
                assertThat(outcome.number("oftener")).as(outcome.child()).isZero();
            });
        } finally {
            children.values().forEach(RunningChild::close);
        }
    }

    private static void assertEachRanOnce(Outcome outcome) {
        assertThat(outcome.number("once")).as(outcome.child()).isEqualTo(TASKS);
        assertThat(outcome.number("lost")).as(outcome.child()).isZero();
        assertThat(outcome.number("oftener")).as(outcome.child()).isZero();
    }
}
