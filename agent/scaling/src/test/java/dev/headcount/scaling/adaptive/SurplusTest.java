package dev.headcount.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SurplusTest {

    private static final double TICK = 0.2;

    private final Surplus surplus = new Surplus();
    private double now;

    /** Seconds until the target falls when this much is needed; at most a minute. */
    private double held(int target, int needed) {
        double from = now;
        while (now - from < 60) {
            now += TICK;
            if (surplus.release(target, needed, TICK) < target) {
                break;
            }
        }
        return Math.round((now - from) * 10) / 10.0;
    }

    @Test
    void release_oneThreadOfTen_isHeldForTenSeconds() {
        assertThat(held(10, 9)).isBetween(10.0, 10.4);
    }

    @Test
    void release_almostAll_goesWithinASecond() {
        assertThat(held(40, 2)).isBetween(1.0, 1.2);
    }

    @Test
    void release_itsSize_isTheMostNeededLately() {
        for (int i = 0; i < 20; i++) {
            surplus.release(40, i < 3 ? 30 : 5, TICK);
        }
        surplus.clear();
        int released = 40;
        for (int tick = 0; released == 40; tick++) {
            released = surplus.release(40, tick % 2 == 0 ? 12 : 5, TICK);
        }
        assertThat(released).isEqualTo(12);
    }

    @Test
    void release_wholeTargetNeededNowAndThen_isNotReleased() {
        for (int tick = 0; tick < 1_000; tick++) {
            assertThat(surplus.release(10, tick % 20 == 0 ? 10 : 8, TICK)).isEqualTo(10);
        }
    }

    @Test
    void release_clockThatJumps_countsASecond() {
        assertThat(surplus.release(10, 9, 3_600)).isEqualTo(10);
    }
}
