package dev.headcount.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.Signal;
import org.junit.jupiter.api.Test;

final class CpuCapTest {

    private final CpuCap cap = new CpuCap();

    private int limit(int busy, double share) {
        return cap.limit(
                Signal.builder().busy(busy).cpuShare(share).processors(4).build(), 0.2);
    }

    @Test
    void limit_shareUnknown_isNone() {
        assertThat(limit(64, Double.NaN)).isEqualTo(Knee.NONE);
    }

    @Test
    void limit_processorsIdle_isNone() {
        assertThat(limit(3, 1)).isEqualTo(Knee.NONE);
        assertThat(limit(64, 0.05)).isEqualTo(Knee.NONE);
    }

    @Test
    void limit_pureComputation_isTheProcessors() {
        assertThat(limit(4, 1)).isEqualTo(4);
    }

    @Test
    void limit_threadsCompete_isWhatTheyNeededAlone() {
        assertThat(limit(4, 0.5)).isEqualTo(Knee.NONE);
        assertThat(limit(32, 0.125)).isEqualTo(8);
    }

    @Test
    void limit_oneLowReading_staysForFiveSeconds() {
        assertThat(limit(4, 1)).isEqualTo(4);
        for (int tick = 1; tick < 25; tick++) {
            assertThat(limit(3, 1)).isEqualTo(4);
        }
        assertThat(limit(4, 1)).isEqualTo(4);
        assertThat(limit(3, 1)).isEqualTo(4);
    }

    @Test
    void limit_loadGone_isLiftedAfterFiveSeconds() {
        assertThat(limit(32, 0.125)).isEqualTo(32);
        int ticks = 0;
        while (limit(1, 0.125) != Knee.NONE) {
            ticks++;
        }
        assertThat(ticks).isBetween(24, 26);
    }

    @Test
    void limit_shareNoLongerKnown_isLiftedAtOnce() {
        assertThat(limit(4, 1)).isEqualTo(4);
        assertThat(limit(4, Double.NaN)).isEqualTo(Knee.NONE);
    }
}
