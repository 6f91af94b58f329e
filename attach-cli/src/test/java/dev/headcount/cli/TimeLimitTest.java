package dev.headcount.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headcount.cli.refusal.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class TimeLimitTest {

    private final TimeLimit limit = new TimeLimit();

    @Test
    void within_commandThatEnds_passesItsResultOn() throws Exception {
        assertThat(limit.within(Duration.ofSeconds(30), "next", () -> 5)).isEqualTo(5);
    }

    @Test
    void within_commandThatFails_passesItsExceptionOn() {
        assertThatThrownBy(() -> limit.within(Duration.ofSeconds(30), "next", () -> {
                    throw new IOException("broke");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("broke");
    }

    /** As the attach API does with a stopped JVM. */
    @Test
    void within_commandThatHangs_givesUpAndSaysAtWhat() {
        CountDownLatch never = new CountDownLatch(1);

        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> limit.within(Duration.ofMillis(100), "next", () -> {
                    limit.at("attaching to 4711");
                    never.await();
                    return 0;
                }));

        assertThat(refusal).hasMessage("gave up after 100ms while attaching to 4711");
        assertThat(refusal.next()).isEqualTo("next");
        assertThat(refusal.exitCode()).isEqualTo(7);
    }
}
