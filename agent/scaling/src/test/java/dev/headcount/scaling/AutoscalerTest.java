package dev.headcount.scaling;

import static dev.headcount.scaling.Signals.SECOND;
import static dev.headcount.scaling.Signals.START;
import static dev.headcount.scaling.Signals.at;
import static dev.headcount.scaling.Signals.idle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class AutoscalerTest {

    private static final Bounds BOUNDS = Bounds.of(8, 64, 256, 0.1);

    /** What the decider of these tests wants; below 1 it throws, at 1,000 it proposes nothing. */
    private int wanted = 8;

    private final Decider decider = new Decider() {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public Proposal propose(Signal signal, int target, Bounds bounds) {
            if (wanted == 1_000) {
                return null;
            }
            return Proposal.of(wanted, "wanted").withKnee(wanted == 12 ? 10 : 0);
        }
    };

    private final Policy policy = new Policy(() -> decider, Policy.DEFAULT_UP_NANOS, Policy.DEFAULT_DOWN_NANOS);
    private final Autoscaler autoscaler = new Autoscaler("orders", policy, 8, START);

    private Decision tick(double seconds, int newlyWanted, Bounds bounds, Overrides overrides) {
        wanted = newlyWanted;
        return autoscaler.tick(idle(seconds).build(), bounds, overrides, /* timeMillis= */ 0);
    }

    private Decision tick(double seconds, int newlyWanted) {
        return tick(seconds, newlyWanted, BOUNDS, Overrides.NONE);
    }

    private static Overrides pinned(int size, double untilSeconds) {
        return Overrides.NONE.withPin(new Overrides.Pin(size, 256, at(untilSeconds), "release night", "ops"));
    }

    private static Overrides leased(int target, double untilSeconds) {
        return Overrides.NONE.withLease(new Overrides.Lease("fleet", target, 256, at(untilSeconds)));
    }

    private static void assertStep(Decision decision, int to, Step step) {
        assertThat(decision.to()).as(decision.toString()).isEqualTo(to);
        assertThat(decision.step()).as(decision.toString()).isEqualTo(step);
    }

    @Test
    void knee_thatTheDeciderTells_isKeptWhileThePoolRestsAndGoesWithIt() {
        tick(0, 8);
        assertThat(autoscaler.knee()).isZero();
        tick(1, 12);
        assertThat(autoscaler.knee()).isEqualTo(10);
        autoscaler.rest(at(1), 3 * SECOND, "a rest");
        tick(2, 8);
        assertThat(autoscaler.knee()).isEqualTo(10);
        tick(5, 8);
        assertThat(autoscaler.knee()).isZero();
    }

    @Test
    void knee_belowZero_isRefused() {
        assertThatThrownBy(() -> Proposal.of(8, "why").withKnee(-1))
                .hasMessage("knee must be 0 (none known) or more: got -1");
    }

    @Test
    void tick_growthOfANewPool_passesAtOnce() {
        Decision decision = tick(0, 26);

        assertStep(decision, 26, Step.DECIDE);
        assertThat(decision.from()).isEqualTo(8);
        assertThat(decision.isChange()).isTrue();
        assertThat(autoscaler.target()).isEqualTo(26);
    }

    @Test
    void tick_growthAfterGrowth_waitsThreeSeconds() {
        tick(0, 26);

        assertStep(tick(2.999, 30), 26, Step.SETTLE);
        assertStep(tick(3, 30), 30, Step.DECIDE);
    }

    @Test
    void tick_shrinkAfterGrowth_waitsFortyFiveSeconds() {
        tick(0, 26);

        assertStep(tick(44.999, 8), 26, Step.SETTLE);
        assertStep(tick(45, 8), 8, Step.DECIDE);
    }

    @Test
    void tick_growthAfterAShrink_waitsThreeSeconds() {
        tick(0, 26);
        tick(45, 8);

        assertStep(tick(47.999, 26), 8, Step.SETTLE);
        assertStep(tick(48, 26), 26, Step.DECIDE);
    }

    @Test
    void tick_shrinkOfANewPool_waitsFortyFiveSeconds() {
        Bounds low = Bounds.of(1, 64, 256, 0.1);

        assertStep(tick(44.999, 2, low, Overrides.NONE), 8, Step.SETTLE);
        assertStep(tick(45, 2, low, Overrides.NONE), 2, Step.DECIDE);
    }

    @Test
    void tick_proposalAboveTheCeiling_isClamped() {
        assertStep(tick(0, 65), 64, Step.CLAMP);
        assertStep(tick(1, 65), 64, Step.CLAMP);
    }

    @Test
    void tick_proposalBelowTheFloor_isClamped() {
        assertStep(tick(0, 7), 8, Step.CLAMP);
    }

    @Test
    void tick_ceilingBelowTheTarget_bindsWithoutCooldown() {
        tick(0, 26);

        assertStep(tick(0.2, 26, Bounds.of(8, 20, 256, 0.1), Overrides.NONE), 20, Step.CLAMP);
    }

    @Test
    void tick_floorAboveTheTarget_bindsWithoutCooldown() {
        tick(0, 26);

        assertStep(tick(0.2, 50, Bounds.of(30, 64, 256, 0.1), Overrides.NONE), 30, Step.CLAMP);
        assertStep(tick(3.2, 50, Bounds.of(30, 64, 256, 0.1), Overrides.NONE), 50, Step.DECIDE);
    }

    @Test
    void tick_residents_stayBelowTheTarget() {
        wanted = 8;

        Decision decision =
                autoscaler.tick(idle(0).busy(8).residents(8).build(), BOUNDS, Overrides.NONE, /* timeMillis= */ 0);

        assertStep(decision, 9, Step.CLAMP);
    }

    @Test
    void tick_pin_passesAtOnceAndLeavesTheBounds() {
        tick(0, 26);

        assertStep(tick(0.2, 30, BOUNDS, pinned(2, 60)), 2, Step.PIN);
        assertStep(tick(0.4, 30, BOUNDS, pinned(200, 60)), 200, Step.PIN);
        assertStep(tick(0.6, 30, Bounds.of(8, 64, 100, 0.1), pinned(200, 60)), 100, Step.PIN);
    }

    @Test
    void tick_pinEndsOutsideTheBounds_comesBackAtOnce() {
        tick(0, 8, BOUNDS, pinned(200, 60));

        assertStep(tick(60 - 1e-9, 8, BOUNDS, pinned(200, 60)), 200, Step.PIN);
        assertStep(tick(60, 70, BOUNDS, pinned(200, 60)), 64, Step.CLAMP);
    }

    @Test
    void tick_pinEndsWithinTheBounds_goesOnFromThere() {
        tick(0, 8, BOUNDS, pinned(12, 10));

        assertStep(tick(10, 8, BOUNDS, pinned(12, 10)), 12, Step.SETTLE);
        assertStep(tick(45, 8, BOUNDS, pinned(12, 10)), 8, Step.DECIDE);
    }

    @Test
    void tick_pinAndLease_thePersonWins() {
        Overrides both = pinned(12, 10).withLease(new Overrides.Lease("fleet", 20, 256, at(20)));

        Decision pin = tick(0, 30, BOUNDS, both);
        assertStep(pin, 12, Step.PIN);
        assertThat(pin.actor()).isEqualTo("ops");
        assertThat(pin.because()).isEqualTo("release night");

        Decision lease = tick(10, 30, BOUNDS, both);
        assertStep(lease, 20, Step.LEASE);
        assertThat(lease.actor()).isEqualTo("fleet");
        assertThat(lease.because()).isNull();

        Decision local = tick(20, 30, BOUNDS, both);
        assertStep(local, 30, Step.DECIDE);
        assertThat(local.actor()).isEqualTo("test");
    }

    @Test
    void tick_lease_needsNoCooldownAndStaysWithinTheBounds() {
        tick(0, 26);

        assertStep(tick(0.2, 26, BOUNDS, leased(12, 60)), 12, Step.LEASE);
        assertStep(tick(0.4, 26, BOUNDS, leased(200, 60)), 64, Step.LEASE);
    }

    @Test
    void adopt_itsSize_isTheTargetAndThePoolRests() {
        tick(0, 26);
        autoscaler.adopt(12, at(10));

        assertThat(autoscaler.target()).isEqualTo(12);
        assertStep(tick(12.999, 40), 12, Step.REST);
        assertStep(tick(13, 40), 40, Step.DECIDE);
    }

    @Test
    void adopt_shrink_waitsFortyFiveSeconds() {
        autoscaler.adopt(12, at(10));

        assertStep(tick(54.999, 8), 12, Step.SETTLE);
        assertStep(tick(55, 8), 8, Step.DECIDE);
    }

    @Test
    void rest_everythingButAPin_waits() {
        autoscaler.rest(at(0), 60 * SECOND, "a thread could not start");

        assertStep(tick(1, 40), 8, Step.REST);
        assertStep(tick(2, 40, BOUNDS, leased(20, 100)), 8, Step.REST);
        assertStep(tick(3, 40, Bounds.of(10, 64, 256, 0.1), Overrides.NONE), 8, Step.REST);
        assertStep(tick(4, 40, BOUNDS, pinned(12, 5)), 12, Step.PIN);
        assertStep(tick(59.999, 40), 12, Step.REST);
        assertStep(tick(60, 40), 40, Step.DECIDE);
    }

    @Test
    void rest_twoOfThem_theLaterEndHolds() {
        autoscaler.rest(at(0), 60 * SECOND, "long");
        autoscaler.rest(at(0), 10 * SECOND, "short");

        assertThat(tick(30, 40).sentence()).isEqualTo("8 stays: rests for another 30 s: long");
    }

    @Test
    void tick_deciderThrows_changesNothing() {
        tick(0, 26);

        assertThatThrownBy(() -> tick(10, 0)).hasMessage("proposed size must be 1 or more: got 0");
        assertThatThrownBy(() -> tick(10, 1_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("decider test proposed nothing");

        assertThat(autoscaler.target()).isEqualTo(26);
        assertStep(tick(10.2, 30), 30, Step.DECIDE);
    }

    @Test
    void arguments_outsideTheirRange_areRefused() {
        assertThatThrownBy(() -> new Autoscaler("orders", policy, 0, START))
                .hasMessage("target must be 1 or more: got 0");
        assertThatThrownBy(() -> autoscaler.adopt(0, START)).hasMessage("target must be 1 or more: got 0");
        assertThatThrownBy(() -> autoscaler.rest(START, -1, "why")).hasMessage("rest must be 0 ns or more: got -1");
        assertThatThrownBy(() -> new Policy(() -> decider, -1, 0))
                .hasMessage("cooldowns must be 0 ns or more: got -1 up, 0 down");
        assertThat(autoscaler.target()).isEqualTo(8);
    }

    /** What a decider says that has nothing new to say. */
    private static Autoscaler settled(Proposal always) {
        return new Autoscaler(
                "orders",
                new Policy(
                        () -> new Decider() {
                            @Override
                            public String name() {
                                return "settled";
                            }

                            @Override
                            public Proposal propose(Signal signal, int target, Bounds bounds) {
                                return always;
                            }
                        },
                        0,
                        0),
                8,
                START);
    }

    @Test
    void tick_nothingChanges_isTheSameDecision() {
        Autoscaler steady = settled(Proposal.of(8, "as it is"));
        Decision first = steady.tick(idle(1).build(), BOUNDS, Overrides.NONE, 0);

        Bounds equal = Bounds.of(8, 64, 256, 0.1);
        assertThat(steady.tick(idle(2).build(), equal, Overrides.NONE, 0)).isSameAs(first);
    }

    @Test
    void tick_somethingElseIsSaid_isAnotherDecision() {
        Autoscaler steady = settled(Proposal.of(8, "as it is"));
        Decision first = steady.tick(idle(1).build(), BOUNDS, Overrides.NONE, 0);

        Bounds lower = Bounds.of(2, 64, 256, 0.1);
        Decision bounded = steady.tick(idle(2).build(), lower, Overrides.NONE, 0);
        assertThat(bounded).isNotSameAs(first);
        Decision pinned = steady.tick(idle(3).build(), lower, pinned(8, 9), 0);
        assertThat(pinned.step()).isEqualTo(Step.PIN);
        assertThat(steady.tick(idle(10).build(), lower, Overrides.NONE, 0).step())
                .isEqualTo(Step.DECIDE);
        Decision resident = steady.tick(idle(11).size(4).busy(3).residents(3).build(), lower, Overrides.NONE, 0);
        assertThat(resident.signal().residents()).isEqualTo(3);
    }
}
