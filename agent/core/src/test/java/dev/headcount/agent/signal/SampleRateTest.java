package dev.headcount.agent.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SampleRateTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1024, 1", "1025, 2", "100000, 128"})
    void adapt_tasksPerSecond_choosesThePowerOfTwo(double tasksPerSecond, int interval) {
        SampleRate rate = new SampleRate(1024);

        rate.adapt(tasksPerSecond);

        assertThat(rate.interval()).isEqualTo(interval);
    }

    @Test
    void isSampled_consecutiveNumbers_takesOneInTheInterval() {
        SampleRate rate = new SampleRate(1 << 20);
        rate.adapt(64.0 * (1 << 20));

        int sampled = 0;
        for (long number = 0; number < 64_000; number++) {
            sampled += rate.isSampled(number) ? 1 : 0;
        }

        assertThat(sampled).isCloseTo(1000, within(10));
    }

    @Test
    void isSampled_periodicTasks_seesEachOfThemAlike() { // a counter would see one of the four, or none
        SampleRate rate = new SampleRate(1 << 20);
        rate.adapt(4.0 * (1 << 20));

        int ofFirst = 0;
        for (long number = 0; number < 40_000; number += 4) {
            ofFirst += rate.isSampled(number) ? 1 : 0;
        }

        assertThat(ofFirst).isCloseTo(2_500, within(50));
    }

    @Test
    void isSampled_burstOutOfSilence_thinsOutBeforeTheNextTick() {
        SampleRate rate = new SampleRate(1024);

        int sampled = 0;
        for (long number = 0; number < 1_000_000; number++) {
            sampled += rate.isSampled(number) ? 1 : 0;
        }

        assertThat(sampled).isLessThan(10_000); // 1,000,000 when it does not
    }
}
