package dev.headcount.agent.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SlidingHistogramTest {

    private static final long SECOND = 1_000_000_000L;

    private final SlidingHistogram histogram = new SlidingHistogram();
    private long now = -5 * SECOND; // off zero, and about to pass it

    @Test
    void quantile_weightedSamples_isOfTasks() {
        histogram.advance(now);
        histogram.record(/* nanos= */ 1_000_000, /* weight= */ 99);
        histogram.record(/* nanos= */ 1_000_000_000, /* weight= */ 1);

        assertThat(histogram.quantileSeconds(0.5)).isCloseTo(0.001, within(0.00002));
        assertThat(histogram.quantileSeconds(0.995)).isCloseTo(1, within(0.02));
        assertThat(histogram.meanSeconds()).isCloseTo((99 * 0.001 + 1) / 100, within(1e-9));
    }

    @Test
    void advance_beyondTheWindow_forgets() {
        histogram.advance(now);
        histogram.record(1_000_000, 1);

        advance(8);
        assertThat(histogram.windowCount()).isEqualTo(1);
        advance(3);
        assertThat(histogram.windowCount()).isZero();
        assertThat(histogram.quantileSeconds(0.99)).isNaN();
        Distribution ever = histogram.sinceTheBeginning();
        assertThat(ever.count()).isEqualTo(1);
        assertThat(ever.sumSeconds()).isCloseTo(0.001, within(1e-9));
    }

    @Test
    void sinceTheBeginning_weightedSamples_areCountedAsTasksInTheirBuckets() {
        histogram.advance(now);
        histogram.record(/* nanos= */ 1_000_000, /* weight= */ 99);
        histogram.record(/* nanos= */ 400_000_000_000L, /* weight= */ 2);
        Distribution ever = histogram.sinceTheBeginning();
        histogram.record(1_000_000, 1);

        assertThat(ever.in(0)).isEqualTo(99);
        assertThat(ever.in(Buckets.COUNT - 1)).isEqualTo(2);
        assertThat(ever.count()).isEqualTo(101);
    }

    @Test
    void advance_afterALongPause_forgetsAtOnceAndGoesOn() {
        histogram.advance(now);
        histogram.record(1_000_000, 1);

        advance(3_600);
        assertThat(histogram.windowCount()).isZero();
        histogram.record(2_000_000, 1);
        advance(1);
        assertThat(histogram.windowCount()).isEqualTo(1);
    }

    @Test
    void record_longerThanTheLongest_countsAsThat() {
        histogram.advance(now);
        histogram.record(10L * 3_600_000_000_000L, 1);

        assertThat(histogram.quantileSeconds(0.99)).isCloseTo(3_600, within(36.0));
    }

    private void advance(long seconds) {
        now += seconds * SECOND;
        histogram.advance(now);
    }
}
