package dev.headcount.scaling.settle;

import static dev.headcount.scaling.Signals.SECOND;
import static dev.headcount.scaling.Signals.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headcount.scaling.Autoscaler;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decider;
import dev.headcount.scaling.Decision;
import dev.headcount.scaling.Overrides;
import dev.headcount.scaling.Policy;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Signals;
import org.junit.jupiter.api.Test;

final class FlapGuardTest {

    private final FlapGuard guard = new FlapGuard(0, 0);

    /** So many changes, the last one at 20 s. */
    private void change(int times) {
        for (int i = times - 1; i >= 0; i--) {
            guard.changed(at(20 - i * 0.1));
        }
    }

    private long leftAfter(boolean growing, double seconds) {
        return guard.leftNanos(growing, guard.lately(at(seconds)), at(seconds));
    }

    @Test
    void shrink_afterNineteenChanges_isFree() {
        change(19);

        assertThat(leftAfter(false, 20)).isZero();
    }

    @Test
    void shrink_afterTwenty_restsAQuarterAndTwiceAsLongForEachMore() {
        change(20);
        assertThat(leftAfter(false, 20)).isEqualTo(SECOND / 4);
        assertThat(leftAfter(false, 20.25)).isZero();

        guard.changed(at(20));
        assertThat(leftAfter(false, 20)).isEqualTo(SECOND / 2);
        change(4);
        assertThat(leftAfter(false, 20)).isEqualTo(8 * SECOND);
    }

    @Test
    void growth_afterTwentyNine_isFree() {
        change(29);

        assertThat(leftAfter(true, 20)).isZero();
    }

    @Test
    void growth_afterThirty_waitsUntilTheFirstIsAMinuteOld() {
        change(30);

        assertThat(leftAfter(true, 20)).isEqualTo(60 * SECOND - 29 * SECOND / 10);
        assertThat(leftAfter(true, 77.2)).isZero();
    }

    @Test
    void changes_aMinuteOld_areForgotten() {
        change(20);

        assertThat(guard.lately(at(78.1 - 0.001))).isEqualTo(20);
        assertThat(guard.lately(at(78.1))).isEqualTo(19);
        assertThat(guard.lately(at(80))).isZero();
    }

    @Test
    void growth_fromEightChangesOn_isAtLeastByHalf() {
        assertThat(FlapGuard.growth(10, 11, 7)).isEqualTo(11);
        assertThat(FlapGuard.growth(10, 11, 8)).isEqualTo(15);
        assertThat(FlapGuard.growth(10, 40, 8)).isEqualTo(40);
        assertThat(FlapGuard.growth(1, 2, 8)).isEqualTo(2);
    }

    @Test
    void guard_policyThatRestsTwoSeconds_isNotNeeded() {
        FlapGuard idle = new FlapGuard(2 * SECOND, 45 * SECOND);
        for (int i = 0; i < 40; i++) {
            idle.changed(at(0));
        }

        assertThat(idle.lately(at(0))).isZero();
        assertThat(idle.leftNanos(true, 0, at(0))).isZero();
    }

    @Test
    void autoscaler_deciderThatFlipsAtEachTick_changesThirtyTimesAMinuteAtMostAndSaysSo() {
        int[] size = {8};
        Decider flipping = new Decider() {
            @Override
            public String name() {
                return "flipping";
            }

            @Override
            public Proposal propose(Signal signal, int target, Bounds bounds) {
                size[0] = 17 - size[0];
                return Proposal.of(size[0], "wanted");
            }
        };
        Autoscaler autoscaler = new Autoscaler("orders", new Policy(() -> flipping, 0, 0), 8, at(0));
        Bounds bounds = Bounds.of(2, 64, 256, 0.1);
        long[] changes = new long[2_000];
        int count = 0;
        String held = "";
        String coarse = "";
        for (double seconds = 0; seconds < 300; seconds += 0.2) {
            Decision decision =
                    autoscaler.tick(Signals.idle(seconds).build(), bounds, Overrides.NONE, /* timeMillis= */ 0);
            held = decision.sentence().contains("held") ? decision.sentence() : held;
            coarse = decision.sentence().contains("by half") ? decision.sentence() : coarse;
            if (decision.isChange()) {
                changes[count++] = at(seconds);
                // healthy: 30; 300 without the guard
                assertThat(count <= 30 || changes[count - 1] - changes[count - 31] >= 60 * SECOND)
                        .as("change " + count + " at " + seconds + " s")
                        .isTrue();
            }
        }
        assertThat(count).isBetween(100, 150);
        assertThat(held).contains(" of cooldown, after 2").contains("changes in a minute");
        assertThat(coarse).contains("grown by half at least, after ");
    }

    @Test
    void autoscaler_proposalThatSaysHowMuchIsTooMuch_isNotMadeCoarser() {
        for (int most : new int[] {9, Integer.MAX_VALUE}) {
            int[] size = {8};
            Decider careful = new Decider() {
                @Override
                public String name() {
                    return "careful";
                }

                @Override
                public Proposal propose(Signal signal, int target, Bounds bounds) {
                    size[0] = 17 - size[0];
                    return Proposal.of(size[0], "wanted").atMost(Math.max(size[0], most));
                }
            };
            Autoscaler autoscaler = new Autoscaler("orders", new Policy(() -> careful, 0, 0), 8, at(0));
            int largest = 0;
            for (int tick = 0; tick < 25; tick++) {
                Signal signal = Signals.idle(tick * 0.2).build();
                autoscaler.tick(signal, Bounds.of(2, 64, 256, 0.1), Overrides.NONE, /* timeMillis= */ 0);
                largest = Math.max(largest, autoscaler.target());
            }
            assertThat(largest).isEqualTo(most == 9 ? 9 : 12);
        }
    }

    @Test
    void autoscaler_shrinkFromASizeThatDoesHarm_isNotKeptWaiting() {
        for (boolean isHarm : new boolean[] {true, false}) {
            int[] size = {8};
            Decider probing = new Decider() {
                @Override
                public String name() {
                    return "probing";
                }

                @Override
                public Proposal propose(Signal signal, int target, Bounds bounds) {
                    size[0] = 24 - size[0]; // 16 and 8
                    return Proposal.of(size[0], "wanted").atMost(isHarm ? size[0] : 16);
                }
            };
            Autoscaler autoscaler = new Autoscaler("orders", new Policy(() -> probing, 0, 0), 8, at(0));
            int changes = 0;
            for (int tick = 0; tick < 30 * 5; tick++) {
                Signal signal = Signals.idle(tick * 0.2).build();
                changes += autoscaler
                                .tick(signal, Bounds.of(2, 64, 256, 0.1), Overrides.NONE, /* timeMillis= */ 0)
                                .isChange()
                        ? 1
                        : 0;
            }
            // thirty in the first six seconds, and none beyond; with the rests 27 in half a minute
            assertThat(changes).isEqualTo(isHarm ? 30 : 27);
        }
    }

    @Test
    void proposal_mostBelowItsSize_isRefused() {
        assertThatThrownBy(() -> Proposal.of(8, "why").atMost(7))
                .hasMessage("most must be 8 (the proposed size) or more: got 7");
    }
}
