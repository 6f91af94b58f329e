package dev.headcount.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Signal;
import org.junit.jupiter.api.Test;

final class QueueingTest {

    private static final Bounds BOUNDS = Bounds.of(2, 64, 256, 0.025);

    private final Queueing queueing = new Queueing();

    private static Signal.Builder signal() {
        return Signal.builder()
                .nowNanos(1)
                .size(8)
                .busy(8)
                .arrivalRatePerSecond(160)
                .throughputPerSecond(160)
                .serviceMeanSeconds(0.05);
    }

    private int size(Signal first, Signal second) {
        queueing.propose(first, 8, BOUNDS);
        return queueing.propose(second, 8, BOUNDS).size();
    }

    /** A load of eight with half a task of patience: 0.6 % late with thirteen threads, 1.9 % with twelve. */
    @Test
    void propose_loadOfEight_isThirteenForOnePercent() {
        assertThat(size(signal().build(), signal().nowNanos(200_000_001).build()))
                .isEqualTo(13);
    }

    @Test
    void propose_variedServiceTimes_wantMore() {
        assertThat(size(
                        signal().build(),
                        signal().nowNanos(200_000_001).serviceVariation(9).build()))
                .isGreaterThan(14);
    }

    @Test
    void propose_backlog_isStartedInTime() {
        // (8 + 92) / (1 + 22.5 / 50)
        assertThat(size(
                        signal().build(),
                        signal().nowNanos(200_000_001).queueDepth(92).build()))
                .isEqualTo(64);
    }

    @Test
    void propose_serviceUnknown_keepsTheTarget() {
        assertThat(queueing.propose(Signal.builder().queueDepth(5).build(), 8, BOUNDS)
                        .size())
                .isEqualTo(8);
    }
}
