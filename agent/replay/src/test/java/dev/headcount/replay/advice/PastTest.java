package dev.headcount.replay.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PastTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final double SERVICE = 0.05;

    private final Past past = new Past();
    private long now = Long.MAX_VALUE - 10 * MINUTE; // the clock may wrap
    private long submitted = 1_000;

    /** Ticks of ten seconds. */
    private void minutes(int minutes, double ratePerSecond, double serviceSeconds) {
        for (int tick = 0; tick < 6 * minutes; tick++) {
            past.add(now, submitted, submitted, serviceSeconds);
            now += MINUTE / 6;
            submitted += Math.round(10 * ratePerSecond);
        }
        past.add(now, submitted, submitted, serviceSeconds);
    }

    @Test
    void buckets_lessThanAMinute_isEmpty() {
        past.add(now, 0, 0, SERVICE);
        past.add(now + MINUTE - 1, 5_000, 5_000, SERVICE);

        assertThat(past.buckets()).isEmpty();
    }

    @Test
    void buckets_unevenHour_hasItsLowestMeanAndHighestMinute() {
        minutes(10, 20, SERVICE);
        minutes(10, 80, SERVICE);

        Bucket hour = past.buckets().get(0);
        assertThat(past.buckets()).hasSize(1);
        assertThat(hour.lowestRate).isCloseTo(20, within(0.1));
        assertThat(hour.highestRate).isCloseTo(80, within(0.1));
        assertThat(hour.meanRate).isCloseTo(50, within(2.0));
        assertThat(hour.serviceSeconds).isCloseTo(SERVICE, within(1e-9));
    }

    @Test
    void buckets_severalHours_areOneEachAndTwoWeeksAtMost() {
        minutes(3 * 60 + 5, 10, SERVICE);
        assertThat(past.buckets()).hasSize(4);

        for (int hour = 0; hour < 15 * 24; hour++) {
            minutes(60, 10, SERVICE);
        }
        assertThat(past.buckets()).hasSizeLessThanOrEqualTo(14 * 24 + 1).hasSizeGreaterThanOrEqualTo(14 * 24);
    }

    @Test
    void buckets_hourWithoutTasks_takesTheServiceTimeOfThoseBefore() {
        minutes(61, 10, SERVICE);
        minutes(61, 0, Double.NaN);

        Bucket idle = past.buckets().get(1);
        assertThat(idle.lowestRate).isZero();
        assertThat(idle.serviceSeconds).isCloseTo(SERVICE, within(1e-9));
    }

    @Test
    void buckets_gapInTheReadings_isOneLongMinute() {
        minutes(2, 10, SERVICE);
        now += 30 * MINUTE;
        submitted += 30 * 60;
        past.add(now, submitted, submitted, SERVICE);

        assertThat(past.buckets().get(0).lowestRate).isCloseTo(1, within(0.1));
        assertThat(past.buckets().get(0).highestRate).isCloseTo(10, within(0.1));
    }
}
