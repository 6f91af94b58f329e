package dev.headcount.demo.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class ResultTest {

    @Test
    void writeTo_everythingKnown_namesEveryFigure() {
        Properties properties = new Properties();

        result(OptionalInt.of(4), OptionalInt.of(95)).writeTo(properties, "with");

        assertThat(properties)
                .isEqualTo(Map.of(
                        "with.tasks", "6240",
                        "with.stepP99Millis", "900",
                        "with.endP99Millis", "12",
                        "with.backlog", "3",
                        "with.calmAfterSeconds", "4",
                        "with.peakThreads", "32",
                        "with.lost", "0",
                        "with.doubled", "0",
                        "with.refused", "0",
                        "with.releasedAfterSeconds", "95"));
    }

    @Test
    void writeTo_whatNeverCame_isLeftOut() {
        Properties properties = new Properties();

        result(OptionalInt.empty(), OptionalInt.empty()).writeTo(properties, "without");

        assertThat(properties).doesNotContainKeys("without.calmAfterSeconds", "without.releasedAfterSeconds");
    }

    private static Result result(OptionalInt calmAfterSeconds, OptionalInt releasedAfterSeconds) {
        return new Result(
                6_240,
                Wait.ofMillis(900),
                Wait.ofMillis(12),
                /* backlog= */ 3,
                calmAfterSeconds,
                /* peakThreads= */ 32,
                /* lost= */ 0,
                /* doubled= */ 0,
                /* refused= */ 0,
                releasedAfterSeconds);
    }
}
