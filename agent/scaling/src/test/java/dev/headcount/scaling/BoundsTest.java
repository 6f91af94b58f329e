package dev.headcount.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class BoundsTest {

    @Test
    void of_valuesAtTheirLimits_areTaken() {
        Bounds one = Bounds.of(1, 1, 1, Double.MIN_VALUE);

        assertThat(one.floor()).isEqualTo(1);
        assertThat(one.ceiling()).isEqualTo(1);
        assertThat(one.hardLimit()).isEqualTo(1);
        assertThat(one).hasToString("1..1");
    }

    @Test
    void of_valueOutsideItsRange_namesValueAndRange() {
        assertThatThrownBy(() -> Bounds.of(0, 64, 256, 0.1)).hasMessage("floor must be 1..64 (the ceiling): got 0");
        assertThatThrownBy(() -> Bounds.of(65, 64, 256, 0.1)).hasMessage("floor must be 1..64 (the ceiling): got 65");
        assertThatThrownBy(() -> Bounds.of(1, 0, 256, 0.1)).hasMessage("ceiling must be 1..256: got 0");
        assertThatThrownBy(() -> Bounds.of(1, 257, 256, 0.1)).hasMessage("ceiling must be 1..256: got 257");
        assertThatThrownBy(() -> Bounds.of(1, 1, 0, 0.1))
                .hasMessage("hard limit must be a finite size, 1 or more: got 0");
        assertThatThrownBy(() -> Bounds.of(1, 1, Integer.MAX_VALUE, 0.1))
                .hasMessage("hard limit must be a finite size, 1 or more: got 2147483647");
        assertThatThrownBy(() -> Bounds.of(1, 1, 1, 0))
                .hasMessage("wait objective must be above 0 s and finite: got 0.0");
        assertThatThrownBy(() -> Bounds.of(1, 1, 1, Double.NaN))
                .hasMessage("wait objective must be above 0 s and finite: got NaN");
    }

    @Test
    void clamp_outside_isTheNearestBound() {
        Bounds bounds = Bounds.of(8, 64, 256, 0.1);

        assertThat(bounds.clamp(7, 0)).isEqualTo(8);
        assertThat(bounds.clamp(8, 0)).isEqualTo(8);
        assertThat(bounds.clamp(64, 0)).isEqualTo(64);
        assertThat(bounds.clamp(65, 0)).isEqualTo(64);
    }

    @Test
    void clamp_residents_keepOneWorkerAboveThemUpToTheCeiling() {
        Bounds bounds = Bounds.of(8, 64, 256, 0.1);

        assertThat(bounds.clamp(1, 7)).isEqualTo(8);
        assertThat(bounds.clamp(1, 8)).isEqualTo(9);
        assertThat(bounds.clamp(1, 63)).isEqualTo(64);
        assertThat(bounds.clamp(1, 64)).isEqualTo(64);
    }

    @Test
    void standardSeconds_isTwiceTheServiceTimeButNoLessThanATenthOfASecond() {
        assertThat(WaitObjective.standardSeconds(Double.NaN)).isEqualTo(0.1);
        assertThat(WaitObjective.standardSeconds(0)).isEqualTo(0.1);
        assertThat(WaitObjective.standardSeconds(0.05)).isEqualTo(0.1);
        assertThat(WaitObjective.standardSeconds(0.06)).isEqualTo(0.12);
    }
}
