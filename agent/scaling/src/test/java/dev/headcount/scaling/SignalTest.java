package dev.headcount.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SignalTest {

    @Test
    void utilisation_residents_areTakenOutOfBoth() {
        assertThat(Signal.builder().size(8).busy(5).residents(2).build().utilisation())
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void utilisation_nobodyButResidents_isZero() {
        assertThat(Signal.builder().build().utilisation()).isZero();
        assertThat(Signal.builder().size(2).busy(2).residents(2).build().utilisation())
                .isZero();
        assertThat(Signal.builder().size(1).busy(2).residents(2).build().utilisation())
                .isZero();
    }

    @Test
    void utilisation_readingsThatDoNotAddUp_staysBetweenZeroAndOne() {
        assertThat(Signal.builder().size(8).busy(9).build().utilisation()).isEqualTo(1);
        assertThat(Signal.builder().size(8).busy(1).residents(2).build().utilisation())
                .isZero();
    }

    @Test
    void builder_nothingSet_knowsNothingAndTrustsIt() {
        Signal signal = Signal.builder().build();

        assertThat(signal.waitP99Seconds()).isNaN();
        assertThat(signal.serviceMeanSeconds()).isNaN();
        assertThat(signal.oldestWaitSeconds()).isZero();
        assertThat(signal.queueCapacity()).isEqualTo(Integer.MAX_VALUE);
        assertThat(signal.quality()).isEqualTo(1);
        assertThat(signal.serviceVariation()).isNaN();
        assertThat(signal.cpuShare()).isNaN();
        assertThat(signal.processors()).isEqualTo(1);
        assertThat(signal.tally().submitted()).isZero();
    }

    @Test
    void builder_valueOutsideItsRange_isRefusedByName() {
        Signal.Builder builder = Signal.builder();

        assertThatThrownBy(() -> builder.busy(-1)).hasMessage("busy must be 0 or more: got -1");
        assertThatThrownBy(() -> builder.arrivalRatePerSecond(Double.NaN))
                .hasMessage("arrivalRatePerSecond must be 0 or more: got NaN");
        assertThatThrownBy(() -> builder.waitP99Seconds(-0.1)).hasMessage("waitP99Seconds must be 0 or more: got -0.1");
        assertThatThrownBy(() -> builder.quality(1.01)).hasMessage("quality must be 0..1: got 1.01");
        assertThatThrownBy(() -> builder.processors(0)).hasMessage("processors must be 1 or more: got 0");
        assertThatThrownBy(() -> builder.cpuShare(1.1)).hasMessage("cpuShare must be 0..1: got 1.1");
        assertThatThrownBy(() -> Tally.builder().completed(-1)).hasMessage("completed must be 0 or more: got -1");
    }
}
