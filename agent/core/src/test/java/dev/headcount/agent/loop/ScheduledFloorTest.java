package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.agent.config.PoolSettings;
import dev.headcount.agent.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScheduledFloorTest {

    private final ScheduledFloor scheduled = new ScheduledFloor();

    @TempDir
    private Path folder;

    private PoolSettings settings(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("headcount.yaml"), yaml);
        Settings settings = Settings.ofFile(file.toString());
        assertThat(settings.problem()).isNull();
        return settings.of("orders", "", "elastic", 0);
    }

    private boolean look(PoolSettings settings, String time) {
        return scheduled.look(settings, Instant.parse(time).toEpochMilli());
    }

    @Test
    void look_windowOpensAndCloses_isNewsBothTimes() throws IOException {
        PoolSettings settings = settings("schedule: 0 8 * * * for 2h floor 12\n");

        assertThat(look(settings, "2026-07-01T07:59:59Z")).isFalse();
        assertThat(look(settings, "2026-07-01T08:00:00Z")).isTrue();
        assertThat(scheduled.threads()).isEqualTo(12);
        assertThat(look(settings, "2026-07-01T09:59:59Z")).isFalse();
        assertThat(look(settings, "2026-07-01T10:00:00Z")).isTrue();
        assertThat(scheduled.threads()).isZero();
    }

    @Test
    void look_clockSetBack_isNoticed() throws IOException {
        PoolSettings settings = settings("schedule: 0 8 * * * for 2h floor 12\n");
        look(settings, "2026-07-01T10:30:00Z");

        assertThat(look(settings, "2026-07-01T09:30:00Z")).isTrue();
        assertThat(scheduled.threads()).isEqualTo(12);
    }

    @Test
    void look_scheduleTakenOut_isNews() throws IOException {
        look(settings("schedule: 0 8 * * * for 2h floor 12\n"), "2026-07-01T08:30:00Z");

        assertThat(look(settings("tick: 200ms\n"), "2026-07-01T08:30:01Z")).isTrue();
        assertThat(scheduled.threads()).isZero();
    }
}
