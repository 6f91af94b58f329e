package dev.headcount.scaling;

import static dev.headcount.scaling.Signals.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class OverridesTest {

    @Test
    void pinAt_itsLastNanosecond_isInForceAndThenNot() {
        Overrides overrides = Overrides.NONE.withPin(new Overrides.Pin(12, 256, at(60), null, "ops"));

        assertThat(overrides.pinAt(at(60) - 1)).isNotNull();
        assertThat(overrides.pinAt(at(60))).isNull();
        assertThat(overrides.pinAt(at(60) + 1)).isNull();
    }

    @Test
    void leaseAt_itsLastNanosecond_isInForceAndThenNot() {
        Overrides overrides = Overrides.NONE.withLease(new Overrides.Lease("fleet", 12, 256, at(60)));

        assertThat(overrides.leaseAt(at(60) - 1)).isNotNull();
        assertThat(overrides.leaseAt(at(60))).isNull();
    }

    @Test
    void withPin_null_unpinsAndKeepsTheLease() {
        Overrides both = Overrides.NONE
                .withPin(new Overrides.Pin(12, 256, at(60), null, "ops"))
                .withLease(new Overrides.Lease("fleet", 20, 256, at(60)));

        assertThat(both.withPin(null).pinAt(at(0))).isNull();
        assertThat(both.withPin(null).leaseAt(at(0)).target()).isEqualTo(20);
        assertThat(both.withLease(null).pinAt(at(0)).size()).isEqualTo(12);
    }

    @Test
    void new_sizeOutsideTheHardLimit_namesValueAndRange() {
        assertThatThrownBy(() -> new Overrides.Pin(0, 256, at(1), null, "ops"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("size must be 1..256: got 0");
        assertThatThrownBy(() -> new Overrides.Pin(257, 256, at(1), null, "ops"))
                .hasMessage("size must be 1..256: got 257");
        assertThatThrownBy(() -> new Overrides.Lease("fleet", -1, 256, at(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target must be 1..256: got -1");
        assertThatThrownBy(() -> new Overrides.Lease("", 1, 256, at(1))).hasMessage("owner must not be empty");
    }
}
