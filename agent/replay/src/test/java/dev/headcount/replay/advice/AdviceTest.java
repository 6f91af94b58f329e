package dev.headcount.replay.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Sizes by arithmetic that a person can follow. */
final class AdviceTest {

    private static final double OBJECTIVE = 0.1;

    private static Advice of(Bucket... buckets) {
        return Advice.of(Arrays.asList(buckets), OBJECTIVE, /* isQueueBounded= */ true);
    }

    @Test
    void advice_ofADay_takesTheQuietestAndTheBusiestHour() {
        Advice advice = of(
                new Bucket(40, 60, 80, 0.1, 0), // night: at least 4 threads
                new Bucket(100, 160, 200, 0.1, 0),
                new Bucket(200, 250, 360, 0.1, 0)); // noon: at most 36
        assertThat(advice.floor()).isEqualTo(6); // 4 + 2
        assertThat(advice.core()).isEqualTo(20); // 16 + 4
        assertThat(advice.ceiling()).isEqualTo(72);
        assertThat(advice.queueCapacity()).isEqualTo(72); // each clears one in 100 ms
        assertThat(advice.fixedSize()).isZero();
        assertThat(advice.reasons())
                .containsExactly(
                        "floor 6: at the quietest 40.0/s x 100 ms = 4.00 threads, and the square root of that for chance",
                        "ceiling 72: at the busiest 360/s x 100 ms = 36.0 threads, twice that",
                        "core 20: in the middle 160/s x 100 ms = 16.0 threads, with its square root",
                        "queue 72: what 72 threads clear within 100 ms at 100 ms a task");
    }

    @Test
    void ceiling_whereAKneeWasFound_staysBelowIt() {
        Advice advice = of(new Bucket(40, 60, 360, 0.1, 30), new Bucket(40, 60, 80, 0.1, 24));
        assertThat(advice.ceiling()).isEqualTo(24);
        assertThat(advice.reasons().get(1)).endsWith("twice that, but no more than the knee of 24");
    }

    @Test
    void ceiling_afterMoreThreadsHavePaidElsewhere_forgetsTheKneeOfAnIncident() {
        Bucket incident = new Bucket(40, 60, 80, 0.1, 3);
        Bucket wide = new Bucket(40, 60, 80, 0.1, 20);
        Bucket usual = new Bucket(40, 60, 100, 0.1, 0); // ten threads were busy, and nothing said too many
        assertThat(of(incident, wide, usual).ceiling()).isEqualTo(20);
        assertThat(of(incident, wide, new Bucket(0, 10, 20, 0.1, 0)).ceiling()).isEqualTo(3);
    }

    @Test
    void ceiling_ofSmallLoad_isWhatChanceAsksFor() {
        // twice 0.5 is 1; one thread would be busy half of the time
        Advice advice = of(new Bucket(0, 3, 5, 0.1, 0));
        assertThat(advice.floor()).isEqualTo(1);
        assertThat(advice.ceiling()).isEqualTo(2);
    }

    @Test
    void fixedSize_ofSteadyLoad_isNamed() {
        Advice advice = of(new Bucket(95, 100, 105, 0.1, 0));
        assertThat(advice.fixedSize()).isEqualTo(14);
        assertThat(advice.reasons())
                .contains("a fixed size of 14 does as well: the busiest moment takes hardly more than the quietest");
    }

    @Test
    void idleHours_adviseOneThread() {
        Advice advice = of(new Bucket(0, 0, 0, 0.05, 0));
        assertThat(advice.floor()).isEqualTo(1);
        assertThat(advice.ceiling()).isEqualTo(1);
        assertThat(advice.fixedSize()).isEqualTo(1);
    }

    @RepeatedTest(200)
    void bounds_ofAnyPast_areInOrder(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        Bucket[] buckets = new Bucket[1 + random.nextInt(30)];
        for (int index = 0; index < buckets.length; index++) {
            double low = random.nextDouble() * 100;
            double mean = low + random.nextDouble() * 100;
            double service = 0.0005 * Math.pow(10_000, random.nextDouble());
            buckets[index] = new Bucket(low, mean, mean * (1 + random.nextDouble()), service, random.nextInt(40));
        }
        Advice advice = of(buckets);
        assertThat(advice.floor()).isBetween(1, advice.core());
        assertThat(advice.core()).isLessThanOrEqualTo(advice.ceiling());
        assertThat(advice.queueCapacity()).isPositive();
    }

    @Test
    void whatContradictsItself_isRefused() {
        assertThatThrownBy(() -> new Bucket(5, 4, 6, 0.1, 0))
                .hasMessage("rates must rise from 0 or more: got 5.0, 4.0 and 6.0 a second");
        assertThatThrownBy(() -> new Bucket(1, 2, 3, Double.NaN, 0))
                .hasMessage("service time must be above 0 s and finite: got NaN");
        assertThatThrownBy(() -> Advice.of(Collections.emptyList(), OBJECTIVE, true))
                .hasMessage("advice takes one bucket at least: got none");
    }
}
