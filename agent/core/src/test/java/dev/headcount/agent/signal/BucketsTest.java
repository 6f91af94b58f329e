package dev.headcount.agent.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BucketsTest {

    @Test
    void bounds_inSeconds_areThose() {
        double[] bounds = new double[Buckets.COUNT];
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            bounds[bucket] = Buckets.upperBoundSeconds(bucket);
        }
        assertThat(bounds)
                .containsExactly(
                        0.001,
                        0.0025,
                        0.005,
                        0.01,
                        0.025,
                        0.05,
                        0.1,
                        0.25,
                        0.5,
                        1,
                        2.5,
                        5,
                        10,
                        30,
                        60,
                        300,
                        Double.POSITIVE_INFINITY);
    }

    @Test
    void of_atABound_isTheBucketBelowIt() {
        for (int bucket = 0; bucket < Buckets.COUNT - 1; bucket++) {
            long bound = Math.round(Buckets.upperBoundSeconds(bucket) * 1e9);
            assertThat(Buckets.of(bound - 1)).isEqualTo(bucket);
            assertThat(Buckets.of(bound)).isEqualTo(bucket);
            assertThat(Buckets.of(bound + 1)).isEqualTo(bucket + 1);
        }
        assertThat(Buckets.of(0)).isZero();
        assertThat(Buckets.of(Long.MAX_VALUE)).isEqualTo(Buckets.COUNT - 1);
    }
}
