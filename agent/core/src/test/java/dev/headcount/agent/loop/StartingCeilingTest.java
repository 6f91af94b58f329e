package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.agent.config.PoolSettings;
import dev.headcount.agent.config.Settings;
import org.junit.jupiter.api.Test;

final class StartingCeilingTest {

    private static final long START = 1_000_000;

    private final StartingCeiling starting = new StartingCeiling() {
        @Override
        long jvmStartMillis() {
            return START;
        }
    };

    private static PoolSettings settings(String arguments) {
        Settings settings = Settings.read(arguments);
        assertThat(settings.problem()).isNull();
        return settings.of("orders", "", "elastic", 0);
    }

    @Test
    void look_tillTheTimeIsOver_isTheGivenSize() {
        PoolSettings settings = settings("start-up=2x core for 60s");

        assertThat(starting.look(settings, /* core= */ 3, START + 10)).isTrue();
        assertThat(starting.threads()).isEqualTo(6);
        assertThat(starting.look(settings, /* core= */ 3, START + 59_999)).isFalse();
        assertThat(starting.look(settings, /* core= */ 3, START + 60_000)).isTrue();
        assertThat(starting.threads()).isZero();
    }

    @Test
    void look_nothingGiven_asksNobodyWhenTheJvmStarted() {
        StartingCeiling unasked = new StartingCeiling() {
            @Override
            long jvmStartMillis() {
                throw new AssertionError("asked");
            }
        };

        assertThat(unasked.look(settings("tick=1s"), /* core= */ 3, START)).isFalse();
        assertThat(unasked.threads()).isZero();
    }
}
