package dev.headcount.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headcount.scaling.forecast.Schedule;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduleTextTest {

    private static int floorAt(Schedule schedule, String time) {
        return schedule.floorAt(Instant.parse(time).toEpochMilli());
    }

    @Test
    void read_windowWithAZone_beginsAtItsLocalTime() {
        Schedule schedule = ScheduleText.read("0 8 * * mon-fri Europe/Berlin for 10h floor 40");

        assertThat(floorAt(schedule, "2026-07-01T05:59:59Z")).isZero();
        assertThat(floorAt(schedule, "2026-07-01T06:00:00Z")).isEqualTo(40);
        assertThat(floorAt(schedule, "2026-07-01T16:00:00Z")).isZero();
        assertThat(floorAt(schedule, "2026-07-04T08:00:00Z")).isZero(); // a Saturday
    }

    @Test
    void read_severalWindowsWithoutAZone_areInUtcAndTheHighestCounts() {
        Schedule schedule = ScheduleText.read("0 8 * * * for 10h floor 20; 0 12 * * * for 90m floor 30");

        assertThat(floorAt(schedule, "2026-07-01T11:59:59Z")).isEqualTo(20);
        assertThat(floorAt(schedule, "2026-07-01T13:29:59Z")).isEqualTo(30);
        assertThat(floorAt(schedule, "2026-07-01T13:30:00Z")).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 8 * * for 10h floor 40 | is no window",
                "0 8 * * * for ten hours floor 40 | is no window",
                "0 24 * * * for 10h floor 40 | cron '0 24 * * *', hour: found '24', expected 0 to 23",
                "0 8 * * * Europe/Bärlin for 10h floor 40 | time zone: found \"Europe/Bärlin\"",
                "0 8 * * * for 10h floor 0 | window floor: found 0, expected 1 or more",
                "0 8 * * * for 10h floor 20000 | window floor: found 20000, expected 1 to 10000",
                "0 8 * * * for 999h floor 4 | window length: found PT999H",
                "0 8 * * * for 1h floor 4; | \"\" is no window"
            })
    void read_wrongText_saysWhatIsWrong(String text, String mistake) {
        assertThatThrownBy(() -> ScheduleText.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(mistake);
        assertThat(Value.SCHEDULE.number(text)).isEqualTo(Value.WRONG);
        assertThat(Value.SCHEDULE.hint(text)).contains(mistake);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 8 * * mon-fri Europe/Berlin for 10h floor 40",
                "0 8 * * * for 1h floor 2; 0 9 * * * UTC for 5m floor 3"
            })
    void pattern_rightText_passesInEditors(String text) {
        assertThat(text).matches(ScheduleText.PATTERN);
        assertThat(Value.SCHEDULE.number(text)).isZero();
    }
}
