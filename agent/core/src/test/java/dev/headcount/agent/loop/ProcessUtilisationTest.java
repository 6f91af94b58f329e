package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Host;
import dev.headcount.scaling.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProcessUtilisationTest {

    private static final Bounds UP_TO_TEN = Bounds.of(1, 10, 100, 0.1);

    private static double of(Signal.Builder signal) {
        return ProcessUtilisation.of(signal.build(), UP_TO_TEN, /* knee= */ 0);
    }

    @Test
    void of_idlePool_isZero() {
        assertThat(of(Signal.builder().size(8))).isZero();
    }

    @Test
    void of_steadyLoad_isLittlesLawOverTheCeiling() {
        assertThat(of(Signal.builder().size(8).busy(3).arrivalRatePerSecond(50).serviceMeanSeconds(0.1)))
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void of_workersBusierThanTheLawSays_countsThem() {
        assertThat(of(Signal.builder().size(8).busy(8).arrivalRatePerSecond(1).serviceMeanSeconds(0.1)))
                .isCloseTo(0.8, within(1e-9));
    }

    @Test
    void of_backlogAtTheCeiling_isAboveOne() {
        assertThat(of(Signal.builder().size(10).busy(10).queueDepth(1).serviceMeanSeconds(0.1)))
                .isGreaterThan(1);
        assertThat(of(Signal.builder().size(10).busy(10).queueDepth(1))) // none has ended yet
                .isCloseTo(1.1, within(1e-9));
    }

    @Test
    void of_residents_areTakenOutOfBoth() {
        assertThat(of(Signal.builder().size(8).busy(6).residents(2))).isCloseTo(0.5, within(1e-9));
        assertThat(of(Signal.builder().size(10).busy(10).residents(10))).isZero();
    }

    @Test
    void of_knee_isWhatCanBeHeldWhereItIsBelowTheCeiling() {
        Signal fourBusy = Signal.builder().size(8).busy(4).residents(1).build();
        assertThat(ProcessUtilisation.of(fourBusy, UP_TO_TEN, /* knee= */ 6)).isCloseTo(3 / 5.0, within(1e-9));
        assertThat(ProcessUtilisation.of(fourBusy, UP_TO_TEN, /* knee= */ 60)).isCloseTo(3 / 9.0, within(1e-9));
    }

    @Test
    void of_workThatNeedsProcessors_isTheirShareInDemand() {
        Signal.Builder halfOfTwo =
                Signal.builder().size(8).busy(2).processors(2).cpuShare(0.5);
        assertThat(of(halfOfTwo)).isCloseTo(0.5, within(1e-9)); // four threads keep both busy
        assertThat(of(halfOfTwo.busy(4).queueDepth(1))).isGreaterThan(1);
        assertThat(of(halfOfTwo.queueDepth(0).cpuShare(0.02))).isCloseTo(0.4, within(1e-9)); // the ceiling is less
    }

    @Test
    void of_fewThreadsLeftToStart_countsThoseAndTheOnesAlive() {
        Host threeLeft = Host.of(Double.NaN, Double.NaN, Double.NaN, /* threadHeadroom= */ 3);
        assertThat(of(Signal.builder().size(3).busy(3).host(threeLeft))).isCloseTo(0.5, within(1e-9));
        assertThat(of(Signal.builder().size(3).busy(3).host(Host.UNKNOWN))).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void of_noPools_isUnknown() {
        assertThat(ProcessUtilisation.of(List.of())).isNaN();
    }
}
