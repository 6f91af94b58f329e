package dev.headcount.scaling.decider;

import static dev.headcount.scaling.Signals.idle;
import static dev.headcount.scaling.Signals.overloaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AimdTest {

    private static final Bounds BOUNDS = Bounds.of(1, 200, 256, 0.1);

    private static Proposal first(Parameters parameters, Signal.Builder signal, int target) {
        return new Aimd(parameters).propose(signal.build(), target, BOUNDS);
    }

    private static Proposal first(Signal.Builder signal, int target) {
        return first(Parameters.STANDARD, signal, target);
    }

    @Test
    void propose_lateTasks_addsOneWhateverTheBacklog() {
        assertThat(first(overloaded(0), 8).size()).isEqualTo(9);
        assertThat(first(overloaded(0).queueDepth(1_000_000), 8).size()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"74, 100", "75, 100", "76, 101"})
    void propose_utilisationWithABacklog_growsAboveThreeQuarters(int busy, int size) {
        Signal.Builder signal = idle(0).size(100).busy(busy).queueDepth(1).serviceMeanSeconds(0.001);
        assertThat(first(signal, 100).size()).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"49, 75", "50, 100", "51, 100"})
    void propose_lightUseWithoutABacklog_takesAQuarterBelowAHalf(int busy, int size) {
        assertThat(first(idle(0).size(100).busy(busy), 100).size()).isEqualTo(size);
    }

    @Test
    void propose_threadsThatHaveNotStarted_areWaitedFor() {
        assertThat(first(overloaded(0).size(8), 9).size()).isEqualTo(9);
    }

    @Test
    void propose_oneThread_neverFallsToNone() {
        assertThat(first(idle(0).size(1), 1).size()).isEqualTo(1);
        assertThat(first(idle(0).size(2), 2).size()).isEqualTo(2); // 1.5, rounded up
        assertThat(first(idle(0).size(3), 3).size()).isEqualTo(3);
        assertThat(first(idle(0).size(4), 4).size()).isEqualTo(3);
    }

    @Test
    void propose_ownStepAndDecrease_areUsed() {
        Parameters parameters = Parameters.STANDARD.with("step", "4").with("decrease", "50%");

        assertThat(first(parameters, overloaded(0), 8).size()).isEqualTo(12);
        assertThat(first(parameters, idle(0).size(8), 8).size()).isEqualTo(4);
    }

    @Test
    void reason_namesSmoothingAndStep() {
        assertThat(first(overloaded(0), 8).reason())
                .isEqualTo("100 tasks wait, 100 % of 8 workers busy (ewma 1s), the oldest for 1.3 s: 1 more");
        assertThat(first(Parameters.STANDARD.with("smoothing", "median 3"), idle(0), 8)
                        .reason())
                .isEqualTo("no task waits, 0 % of 8 workers busy (median 3): 25 % fewer");
    }

    @Test
    void step_fromEightToSixtyFour_takesFiftySixSteps() {
        Aimd aimd = new Aimd(Parameters.STANDARD);
        int target = 8;
        int steps = 0;
        while (target < 64) {
            target = aimd.propose(
                            overloaded(0.2 * steps).size(target).busy(target).build(), target, BOUNDS)
                    .size();
            steps++;
        }
        assertThat(steps).isEqualTo(56);
        while (target > 8) {
            target = aimd.propose(idle(20 + 0.2 * steps).size(target).build(), target, BOUNDS)
                    .size();
            steps++;
        }
        // 64 48 36 27 21 16 12 9 7: eight cuts
        assertThat(steps).isEqualTo(56 + 8);
    }

    @Test
    void parameters_inTheWrongOrder_areRefused() {
        assertThatThrownBy(() -> new Aimd(Parameters.STANDARD.with("shrink-below", "80%")))
                .hasMessage("shrink-below: found \"80%\", expected less than grow-above, 75%");
    }
}
