package dev.headcount.compatibility;

import static dev.headcount.compatibility.OnEachJdk.Breadth.SMOKE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The main job: a pool of 4 that gets four times its load grows, and is itself again afterwards. */
final class BacklogIT {

    private static final int SECONDS = 8;
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
    void backlog_modeObserveOrAdvise_staysAsItWas(Jdk jdk) {
        for (String mode : List.of("observe", "advise", "off")) {
            Outcome outcome = ChildJvm.on(jdk, "backlog-" + mode)
                    .agent("mode=" + mode)
                    .run("Backlog", "backlog", "" + SECONDS / 2)
                    .isClean();

            assertThat(outcome.number("largest")).as(outcome.child()).isEqualTo(CORE);
            assertThat(outcome.value("sizes")).as(outcome.child()).isEqualTo("4/4");
            assertThat(outcome.number("lost")).as(outcome.child()).isZero();
            assertThat(outcome.number("oftener")).as(outcome.child()).isZero();
        }
    }

    /** All Javas at once: they mostly sleep, through a cooldown of 45 s. */
    @Test
    void backlog_whenOver_givesTheSizesBack() {
        List<RunningChild> children = new ArrayList<>();
        try {
            for (Jdk jdk : Jdks.found()) {
                children.add(ChildJvm.on(jdk, "backlog-back").agent("").start("Backlog", "backlog", "6", "180"));
            }
            for (RunningChild child : children) {
                Outcome outcome = child.await(Duration.ofMinutes(5)).isClean();

                assertThat(outcome.number("largest")).as(outcome.child()).isGreaterThan(CORE);
                assertThat(outcome.value("sizes")).as(outcome.child()).isEqualTo("4/4");
                assertThat(outcome.number("once")).as(outcome.child()).isEqualTo(6 * 160);
            }
        } finally {
            children.forEach(RunningChild::close);
        }
    }

    private static void assertEachRanOnce(Outcome outcome) {
        assertThat(outcome.number("once")).as(outcome.child()).isEqualTo(TASKS);
        assertThat(outcome.number("lost")).as(outcome.child()).isZero();
        assertThat(outcome.number("oftener")).as(outcome.child()).isZero();
    }
}
