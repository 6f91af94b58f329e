package dev.headcount.scaling.settle;

import static dev.headcount.scaling.Signals.SECOND;
import static dev.headcount.scaling.Signals.at;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StabilisationTest {

    private final Stabilisation window = new Stabilisation(150 * SECOND, at(0));

    /** The example of Kubernetes' documentation for its autoscaler's window: ten sizes, one each 15 s, then a lower one. */
    @Test
    void highest_eachFifteenSeconds_forgetsTheTenWhenItIsOutOfTheWindow() {
        int[] wanted = {10, 9, 8, 9, 9, 8, 9, 8, 9, 8};
        for (int i = 0; i < wanted.length; i++) {
            window.see(wanted[i], at(15 * i));
            assertThat(window.highest(at(15 * i))).isEqualTo(10);
        }

        window.see(7, at(150));

        assertThat(window.highest(at(150))).isEqualTo(9);
    }

    @Test
    void highest_withinASlot_isTheHigherOfTwo() {
        window.see(12, at(0));
        window.see(4, at(1));

        assertThat(window.highest(at(149))).isEqualTo(12);
        assertThat(window.highest(at(150))).isZero();
    }

    @Test
    void highest_afterALongPause_knowsNothingOfBefore() {
        window.see(12, at(0));
        window.see(3, at(100_000));

        assertThat(window.highest(at(100_000))).isEqualTo(3);
    }
}
