package dev.headcount.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headcount.replay.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one of our policies is told. */
final class OursTest {

    private static Outcome step(String told) {
        return Catalogue.named(List.of("adaptive"))
                .get(0)
                .run(Courses.course("step10"), Map.of("told", told), Contender.Observer.NONE);
    }

    /** The agent supposes 100 ms where 200 were meant: fewer wait for long, and more threads are held. */
    @Test
    void told_objectiveKeptToItself_isTheAgentsDefault() {
        Outcome told = step("true");
        Outcome untold = step("false");

        assertThat(untold.waitP99Seconds).isLessThan(0.8 * told.waitP99Seconds);
        assertThat(untold.threadSeconds).isGreaterThan(told.threadSeconds);
    }

    @Test
    void told_neitherTrueNorFalse_isRefused() {
        assertThatThrownBy(() -> step("perhaps")).hasMessage("told must be true or false: got perhaps");
    }
}
