package dev.headcount.replay.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class PastTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final double SERVICE = 0.05;
    private static final Offset<Double> HARDLY = within(0.1);

    private Past past = new Past();
    private long now = Long.MAX_VALUE - 10 * MINUTE; // the clock may wrap
    private long millis = 1_767_225_600_000L; // a full hour
    private long submitted = 1_000;

    /** Ticks of ten seconds. */
    private void minutes(int minutes, double ratePerSecond, double serviceSeconds) {
        for (int tick = 0; tick < 6 * minutes; tick++) {
            read(serviceSeconds);
            pass(MINUTE / 6);
            submitted += Math.round(10 * ratePerSecond);
        }
        read(serviceSeconds);
    }

    private boolean read(double serviceSeconds) {
        return past.add(now, millis, submitted, submitted, serviceSeconds, 0);
    }

    private void pass(long nanos) {
        now += nanos;
        millis += nanos / 1_000_000;
    }

    private void restart() {
        List<String> kept = past.lines();
        past = new Past();
        past.recall(kept);
        submitted = 0;
        now = 0;
    }

    @Test
    void buckets_lessThanAMinute_isEmpty() {
        read(SERVICE);
        pass(MINUTE - 1);
        submitted += 5_000;

        assertThat(read(SERVICE)).isFalse();
        assertThat(past.buckets(Span.HOUR)).isEmpty();
        assertThat(past.buckets(Span.DAY)).isEmpty();
    }

    @Test
    void buckets_unevenHour_hasItsLowestMeanAndHighestMinute() {
        minutes(10, 20, SERVICE);
        minutes(10, 80, SERVICE);

        Bucket hour = past.buckets(Span.DAY).get(0);
        assertThat(past.buckets(Span.DAY)).hasSize(1);
        assertThat(hour.lowestRate).isCloseTo(20, HARDLY);
        assertThat(hour.highestRate).isCloseTo(80, HARDLY);
        assertThat(hour.meanRate).isCloseTo(50, within(2.0));
        assertThat(hour.serviceSeconds).isCloseTo(SERVICE, within(1e-9));
        assertThat(past.buckets(Span.HOUR)).hasSize(20);
        assertThat(past.seconds(Span.DAY)).isCloseTo(1_200, HARDLY);
    }

    @Test
    void buckets_ofEachSpan_areOfItsTimeAlone() {
        minutes(20 * 60, 90, SERVICE);
        minutes(23 * 60, 10, SERVICE);
        minutes(60, 30, SERVICE);

        assertThat(highest(Span.HOUR)).isCloseTo(30, HARDLY);
        assertThat(lowest(Span.HOUR)).isCloseTo(30, HARDLY);
        assertThat(lowest(Span.DAY)).isCloseTo(10, HARDLY);
        assertThat(highest(Span.DAY)).isCloseTo(30, HARDLY);
        assertThat(highest(Span.FORTNIGHT)).isCloseTo(90, HARDLY);
        assertThat(past.seconds(Span.HOUR)).isBetween(3_500.0, 3_600.0);
        assertThat(past.seconds(Span.DAY)).isBetween(23 * 3_600.0, 24 * 3_600.0);
        assertThat(past.seconds(Span.FORTNIGHT)).isCloseTo(44 * 3_600, within(60.0));
    }

    private double highest(Span span) {
        return past.buckets(span).stream()
                .mapToDouble(bucket -> bucket.highestRate)
                .max()
                .orElseThrow();
    }

    private double lowest(Span span) {
        return past.buckets(span).stream()
                .mapToDouble(bucket -> bucket.lowestRate)
                .min()
                .orElseThrow();
    }

    @Test
    void buckets_ofThreeWeeks_areThoseOfTheLastTwo() {
        minutes(24 * 60, 90, SERVICE);
        minutes(20 * 24 * 60, 10, SERVICE);

        assertThat(past.buckets(Span.FORTNIGHT)).hasSizeBetween(14 * 24 - 1, 14 * 24);
        assertThat(past.lines()).hasSizeLessThanOrEqualTo(14 * 24);
        assertThat(highest(Span.FORTNIGHT)).isCloseTo(10, HARDLY);
    }

    @Test
    void buckets_hourWithoutTasks_takesTheServiceTimeOfThoseBefore() {
        minutes(61, 10, SERVICE);
        minutes(61, 0, Double.NaN);

        Bucket idle = past.buckets(Span.DAY).get(1);
        assertThat(idle.lowestRate).isZero();
        assertThat(idle.serviceSeconds).isCloseTo(SERVICE, within(1e-9));
    }

    @Test
    void buckets_gapInTheReadings_isOneLongMinute() {
        minutes(2, 10, SERVICE);
        pass(30 * MINUTE);
        submitted += 30 * 60;
        read(SERVICE);

        assertThat(past.buckets(Span.DAY).get(0).lowestRate).isCloseTo(1, HARDLY);
        assertThat(past.buckets(Span.DAY).get(0).highestRate).isCloseTo(10, HARDLY);
    }

    @Test
    void buckets_gapOfSeveralHours_isInEachOfThem() {
        minutes(2, 10, SERVICE);
        pass(180 * MINUTE);
        read(SERVICE);

        assertThat(past.buckets(Span.DAY)).hasSize(4);
        assertThat(past.buckets(Span.DAY)).allMatch(hour -> hour.lowestRate == 0);
        assertThat(past.seconds(Span.DAY)).isCloseTo(182 * 60, HARDLY);
    }

    @Test
    void restart_inTheSameHour_goesOnWithIt() {
        minutes(10, 20, SERVICE);
        restart();
        minutes(10, 80, SERVICE);

        assertThat(past.buckets(Span.DAY)).hasSize(1);
        assertThat(lowest(Span.DAY)).isCloseTo(20, HARDLY);
        assertThat(highest(Span.DAY)).isCloseTo(80, HARDLY);
        assertThat(past.seconds(Span.DAY)).isCloseTo(1_200, within(1.0));
    }

    @Test
    void recall_afterTheFirstReadings_joinsBoth() {
        minutes(70, 20, SERVICE);
        List<String> kept = past.lines();
        past = new Past();
        minutes(2, 80, SERVICE);
        past.recall(kept);

        assertThat(past.buckets(Span.DAY)).hasSize(2);
        assertThat(lowest(Span.DAY)).isCloseTo(20, HARDLY);
        assertThat(highest(Span.DAY)).isCloseTo(80, HARDLY);
    }

    @Test
    void restart_afterTheClockHadBeenAhead_dropsTheFuture() {
        minutes(70, 20, SERVICE);
        restart();
        millis -= 365L * 24 * 3_600_000;
        minutes(2, 80, SERVICE);

        assertThat(past.buckets(Span.FORTNIGHT)).hasSize(1);
        assertThat(highest(Span.FORTNIGHT)).isCloseTo(80, HARDLY);
    }

    @Test
    void recall_ofWhatDoesNotRead_takesNothingIn() {
        minutes(70, 20, SERVICE);
        List<String> lines = past.lines();
        String first = lines.get(0);
        past = new Past();
        for (String wrong :
                List.of("", "once", first + "x", first.replaceFirst(" ", " -"), first.replaceFirst(" ", " NaN ")))
            assertThatThrownBy(() -> past.recall(List.of(first, wrong)))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> past.recall(List.of(lines.get(1), first)))
                .hasMessageContaining("expected hours that rise");
        assertThat(past.lines()).isEmpty();
    }
}
