package dev.headcount.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the load is over a pool has the sizes that its application gave it, within three minutes. */
final class AftermathIT {

    private static final int SECONDS = 6;
    private static final int TASKS = SECONDS * 160;

    /** All Javas at once: they sleep most of the time, through two cooldowns of 45 s. */
    @Test
    void backlog_whenOver_givesTheSizesBack() {
        List<RunningChild> children = new ArrayList<>();
        try {
            for (Jdk jdk : Jdks.found()) {
                children.add(ChildJvm.on(jdk, "aftermath").agent("").start("Backlog", "backlog", "" + SECONDS, "180"));
            }
            for (RunningChild child : children) {
                Outcome outcome = child.await(Duration.ofMinutes(5)).isClean();

                assertThat(outcome.number("largest")).as(outcome.child()).isGreaterThan(4);
                assertThat(outcome.value("sizes")).as(outcome.child()).isEqualTo("4/4");
                assertThat(outcome.number("once")).as(outcome.child()).isEqualTo(TASKS);
            }
        } finally {
            children.forEach(RunningChild::close);
        }
    }
}
