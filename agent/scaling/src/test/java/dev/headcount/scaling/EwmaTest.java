package dev.headcount.scaling;

import static dev.headcount.scaling.Signals.SECOND;
import static dev.headcount.scaling.Signals.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class EwmaTest {

    private final Ewma ewma = new Ewma(10 * SECOND);

    @Test
    void value_beforeTheFirstReading_isUnknown() {
        assertThat(ewma.value()).isNaN();
    }

    @Test
    void add_firstReading_isTheAverage() {
        assertThat(ewma.add(8, at(0))).isEqualTo(8);
    }

    @Test
    void add_afterOneHalfLife_isHalfWay() {
        ewma.add(8, at(0));

        assertThat(ewma.add(0, at(10))).isCloseTo(4, within(1e-9));
    }

    @Test
    void add_unevenTicks_weighsTimeAndNotReadings() {
        ewma.add(8, at(0));
        double[] uneven = {0.01, 0.02, 0.5, 3, 3.001, 9.9, 10};
        for (double seconds : uneven) {
            ewma.add(0, at(seconds));
        }

        assertThat(ewma.value()).isCloseTo(4, within(1e-9));
    }

    @Test
    void add_sameMomentOrEarlier_weighsNothing() {
        ewma.add(8, at(5));
        ewma.add(0, at(5));
        ewma.add(0, at(4));

        assertThat(ewma.value()).isEqualTo(8);
    }

    @Test
    void new_halfLifeOfZero_isRefused() {
        assertThatThrownBy(() -> new Ewma(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("half-life must be above 0 ns: got 0");
    }
}
