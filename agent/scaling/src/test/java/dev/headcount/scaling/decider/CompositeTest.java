package dev.headcount.scaling.decider;

import static dev.headcount.scaling.Signals.overloaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decider;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompositeTest {

    private static final Bounds BOUNDS = Bounds.of(1, 64, 256, 0.1);

    private static Decider wants(int size) {
        return new Decider() {
            @Override
            public String name() {
                return "wants" + size;
            }

            @Override
            public Proposal propose(Signal signal, int target, Bounds bounds) {
                return Proposal.of(size, "so it is").atMost(size + 10).withKnee(size == 8 ? 0 : size + 20);
            }
        };
    }

    private static Proposal propose(Composite.Mode mode, int one, int two, int three) {
        Decider[] deciders = {wants(one), wants(two), wants(three)};
        return new Composite(mode, deciders, new int[] {1, 1, 2})
                .propose(overloaded(0).build(), 8, BOUNDS);
    }

    @ParameterizedTest
    @CsvSource({
        "MAX, 4, 16, 8, 16",
        "MIN, 4, 16, 8, 4",
        "WEIGHTED, 4, 16, 8, 9",
        "WEIGHTED, 8, 8, 9, 8", // 8.5 is no reason to change
        "WEIGHTED, 8, 8, 7, 8",
        "FIRST, 8, 16, 4, 16",
        "FIRST, 4, 16, 8, 4",
        "FIRST, 8, 8, 4, 4",
        "FIRST, 8, 8, 8, 8"
    })
    void propose_mode_makesOneSizeOfThree(Composite.Mode mode, int one, int two, int three, int size) {
        assertThat(propose(mode, one, two, three).size()).isEqualTo(size);
    }

    @Test
    void propose_winner_keepsItsLimitAndIsNamed() {
        assertThat(propose(Composite.Mode.MAX, 4, 16, 8).most()).isEqualTo(26);
        assertThat(propose(Composite.Mode.MAX, 4, 16, 8).reason())
                .isEqualTo("max of wants4, wants16, wants8: wants16 wants 16: so it is");
        assertThat(propose(Composite.Mode.WEIGHTED, 4, 16, 8).reason())
                .isEqualTo("weighted of wants4 x1, wants16 x1, wants8 x2, the largest 16: so it is");
    }

    @Test
    void knee_ofSeveral_isTheSmallestThatAnyFound() {
        assertThat(propose(Composite.Mode.MAX, 8, 16, 4).knee()).isEqualTo(24);
        assertThat(propose(Composite.Mode.WEIGHTED, 8, 16, 18).knee()).isEqualTo(36);
        assertThat(propose(Composite.Mode.MIN, 8, 8, 8).knee()).isZero();
    }

    @Test
    void parameters_ofTheMembers_reachThem() {
        Parameters parameters = Parameters.STANDARD
                .with("of", "aimd fixed")
                .with("mode", "max")
                .with("aimd.step", "5")
                .with("fixed.size", "2");
        Decider composite = BuiltIn.COMPOSITE.decider(parameters);

        assertThat(composite.propose(overloaded(0).build(), 8, BOUNDS).size()).isEqualTo(13);
    }

    @Test
    void parameters_thatDoNotFit_areRefused() {
        assertMessage(
                Parameters.STANDARD.with("of", "aimd pdi"),
                "of: found \"pdi\", expected each name once of adaptive, threshold, aimd, pid, queueing, gradient,"
                        + " hill-climbing, fixed");
        assertMessage(
                Parameters.STANDARD.with("of", "aimd aimd"),
                "of: found \"aimd\", expected each name once of adaptive, threshold, aimd, pid, queueing, gradient,"
                        + " hill-climbing, fixed");
        assertMessage(
                Parameters.STANDARD.with("weights", "1 2 3"), "weights: found 3, expected one for each of 2 deciders");
        assertMessage(
                Parameters.STANDARD.with("pid.gain", "1"),
                "pid.gain: unknown parameter of composite (all: of, mode, weights, and its deciders' own, as"
                        + " aimd.step)");
    }

    private static void assertMessage(Parameters parameters, String message) {
        assertThatThrownBy(() -> BuiltIn.COMPOSITE.decider(parameters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
