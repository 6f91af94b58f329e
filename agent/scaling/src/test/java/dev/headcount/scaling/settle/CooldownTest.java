package dev.headcount.scaling.settle;

import static dev.headcount.scaling.Signals.SECOND;
import static dev.headcount.scaling.Signals.at;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CooldownTest {

    private final Cooldown cooldown = new Cooldown(3 * SECOND, 45 * SECOND, at(0));

    @Test
    void leftNanos_newPool_growsAtOnceAndShrinksLater() {
        assertThat(cooldown.leftNanos(/* growing= */ true, at(0))).isZero();
        assertThat(cooldown.leftNanos(/* growing= */ false, at(0))).isEqualTo(45 * SECOND);
    }

    @Test
    void leftNanos_growthAfterAChange_isOverAtThreeSeconds() {
        cooldown.start(at(100));

        assertThat(cooldown.leftNanos(/* growing= */ true, at(103) - 1)).isEqualTo(1);
        assertThat(cooldown.leftNanos(/* growing= */ true, at(103))).isZero();
        assertThat(cooldown.leftNanos(/* growing= */ true, at(103) + 1)).isZero();
    }

    @Test
    void leftNanos_shrinkAfterAChange_isOverAtFortyFiveSeconds() {
        cooldown.start(at(100));

        assertThat(cooldown.leftNanos(/* growing= */ false, at(145) - 1)).isEqualTo(1);
        assertThat(cooldown.leftNanos(/* growing= */ false, at(145))).isZero();
        assertThat(cooldown.leftNanos(/* growing= */ false, at(145) + 1)).isZero();
    }
}
