package dev.headcount.scaling.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In Berlin the clocks jump from 2:00 to 3:00 on 29 March 2026, and back from 3:00 to 2:00 on 25 October. */
final class ScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final long MINUTE = 60_000;

    private static Schedule of(String cron, int minutes, int floor) {
        return Schedule.of(Arrays.asList(window(cron, minutes, floor)));
    }

    private static Schedule.Window window(String cron, int minutes, int floor) {
        return Schedule.Window.of(cron, BERLIN, Duration.ofMinutes(minutes), floor);
    }

    private static long utc(String instant) {
        return Instant.parse(instant + ":00Z").toEpochMilli();
    }

    private static long berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant().toEpochMilli();
    }

    @Test
    void floorAt_edgesOfAWindow_areClosedAndOpen() {
        Schedule schedule = of("30 8 * * mon-fri", 90, 40);

        assertThat(schedule.floorAt(berlin("2026-11-24T08:30") - 1)).isZero();
        assertThat(schedule.floorAt(berlin("2026-11-24T08:30"))).isEqualTo(40);
        assertThat(schedule.floorAt(berlin("2026-11-24T10:00") - 1)).isEqualTo(40);
        assertThat(schedule.floorAt(berlin("2026-11-24T10:00"))).isZero();
        assertThat(schedule.floorAt(berlin("2026-11-28T09:00")))
                .as("a Saturday")
                .isZero();
    }

    @Test
    void floorAt_windowOverMidnight_reachesIntoADayThatItDoesNotBeginOn() {
        Schedule schedule = of("0 22 * * fri", 8 * 60, 5);

        assertThat(schedule.floorAt(berlin("2026-11-28T05:59"))).isEqualTo(5);
        assertThat(schedule.floorAt(berlin("2026-11-28T06:00"))).isZero();
    }

    @Test
    void floorAt_overlap_isTheMaximum() {
        Schedule schedule = Schedule.of(Arrays.asList(
                window("0 8 * * *", 600, 10), window("0 12 * * *", 60, 30), window("0 12 * * *", 120, 20)));

        assertThat(schedule.floorAt(berlin("2026-11-24T11:59"))).isEqualTo(10);
        assertThat(schedule.floorAt(berlin("2026-11-24T12:00"))).isEqualTo(30);
        assertThat(schedule.floorAt(berlin("2026-11-24T13:00"))).isEqualTo(20);
        assertThat(schedule.floorAt(berlin("2026-11-24T14:00"))).isEqualTo(10);
    }

    @Test
    void floorAt_beginInTheGap_beginsWhenTheClocksJump() {
        Schedule schedule = of("30 2 * * *", 60, 7);

        assertThat(schedule.floorAt(utc("2026-03-29T01:00") - 1)).isZero();
        assertThat(schedule.floorAt(utc("2026-03-29T01:00"))).isEqualTo(7);
        assertThat(schedule.floorAt(utc("2026-03-29T02:00") - 1)).isEqualTo(7);
        assertThat(schedule.floorAt(utc("2026-03-29T02:00"))).isZero();
    }

    @Test
    void floorAt_beginInTheOverlap_beginsAtTheFirstAndOnce() {
        Schedule schedule = of("30 2 * * *", 15, 7);

        assertThat(schedule.floorAt(utc("2026-10-25T00:30")))
                .as("2:30 of summer")
                .isEqualTo(7);
        assertThat(schedule.floorAt(utc("2026-10-25T00:45"))).isZero();
        assertThat(schedule.floorAt(utc("2026-10-25T01:30"))).as("2:30 again").isZero();
    }

    @Test
    void floorAt_everyHourInTheOverlap_beginsInBoth() {
        Schedule schedule = of("30 * * * *", 15, 7);

        assertThat(schedule.floorAt(utc("2026-10-25T00:30"))).isEqualTo(7);
        assertThat(schedule.floorAt(utc("2026-10-25T01:00"))).isZero();
        assertThat(schedule.floorAt(utc("2026-10-25T01:30"))).isEqualTo(7);
    }

    @Test
    void floorAt_everyHourInTheGap_leavesTheSkippedOneOut() {
        Schedule schedule = of("30 * * * *", 15, 7);

        assertThat(schedule.floorAt(utc("2026-03-29T01:00")))
                .as("3:00 of summer")
                .isZero();
        assertThat(schedule.floorAt(utc("2026-03-29T01:30"))).isEqualTo(7);
    }

    @Test
    void floorAt_windowAcrossTheJump_lastsAsLongAsEver() {
        Schedule schedule = of("0 1 * * *", 120, 7);

        assertThat(schedule.floorAt(utc("2026-03-29T02:00") - 1)).isEqualTo(7);
        assertThat(schedule.floorAt(utc("2026-03-29T02:00"))).isZero();
        assertThat(schedule.floorAt(utc("2026-10-25T01:00") - 1)).isEqualTo(7);
        assertThat(schedule.floorAt(utc("2026-10-25T01:00"))).isZero();
    }

    /** In Lebanon the day begins at 1:00 when summer time does. */
    @Test
    void floorAt_midnightIsSkipped_beginsWithTheDay() {
        ZoneId beirut = ZoneId.of("Asia/Beirut");
        long one = LocalDateTime.parse("2026-03-29T01:00")
                .atZone(beirut)
                .toInstant()
                .toEpochMilli();
        Schedule schedule =
                Schedule.of(Arrays.asList(Schedule.Window.of("0 0 * * *", beirut, Duration.ofMinutes(30), 3)));

        assertThat(schedule.floorAt(one - 1)).isZero();
        assertThat(schedule.floorAt(one)).isEqualTo(3);
        assertThat(schedule.floorAt(one + 30 * MINUTE)).isZero();
    }

    @Test
    void nextChangeMillis_leapDay_isYearsAway() {
        Schedule schedule = of("0 0 29 2 *", 60, 7);

        assertThat(schedule.nextChangeMillis(berlin("2096-03-01T00:00"))).isEqualTo(berlin("2104-02-29T00:00"));
    }

    @Test
    void nextChangeMillis_noWindow_isNever() {
        assertThat(Schedule.EMPTY.nextChangeMillis(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(Schedule.EMPTY.floorAt(0)).isZero();
    }

    /** Around both changes of clocks: no floor changes before the moment that was told. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void nextChangeMillis_randomWindows_nothingChangesBefore(long seed) {
        Random random = new Random(seed);
        Schedule schedule = Schedule.of(Arrays.asList(random(random), random(random), random(random)));
        for (String start : new String[] {"2026-03-28T12:00", "2026-10-24T12:00"}) {
            long told = utc(start);
            int floor = schedule.floorAt(told);
            for (long now = utc(start); now < utc(start) + 2 * 1440 * MINUTE; now += MINUTE) {
                if (now >= told) {
                    told = schedule.nextChangeMillis(now);
                    floor = schedule.floorAt(now);
                    assertThat(told).as("seed " + seed).isGreaterThan(now);
                }
                assertThat(schedule.floorAt(now))
                        .as("seed " + seed + " at " + Instant.ofEpochMilli(now))
                        .isEqualTo(floor);
            }
        }
    }

    private static Schedule.Window random(Random random) {
        String hour = random.nextBoolean() ? "*" : random.nextInt(4) + "," + (4 + random.nextInt(20));
        return window(random.nextInt(60) + " " + hour + " * * *", 1 + random.nextInt(300), 1 + random.nextInt(9));
    }

    @Test
    void window_wrongLengthOrFloor_isRefused() {
        assertThatThrownBy(() -> window("0 0 * * *", 0, 1))
                .hasMessage("window length: found PT0S, expected 1 min to 7 days");
        assertThatThrownBy(() -> window("0 0 * * *", 10_081, 1))
                .hasMessage("window length: found PT168H1M, expected 1 min to 7 days");
        assertThatThrownBy(() -> window("0 0 * * *", 1, 0)).hasMessage("window floor: found 0, expected 1 or more");
    }
}
