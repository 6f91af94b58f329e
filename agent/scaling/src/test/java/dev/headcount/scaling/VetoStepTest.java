package dev.headcount.scaling;

import static dev.headcount.scaling.Signals.START;
import static dev.headcount.scaling.Signals.at;
import static dev.headcount.scaling.Signals.idle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.veto.Vetoes;
import org.junit.jupiter.api.Test;

/** Where a veto stands among the other steps, and what it tells. */
final class VetoStepTest {

    private static final Bounds BOUNDS = Bounds.of(8, 64, 256, 0.1);
    private static final Breaker OPEN = Breaker.of(Breaker.State.OPEN, "stock");
    private static final Breaker HALF_OPEN = Breaker.of(Breaker.State.HALF_OPEN, "stock");

    private int wanted = 36;

    private final Decider decider = new Decider() {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public Proposal propose(Signal signal, int target, Bounds bounds) {
            return Proposal.of(wanted, "100 tasks wait");
        }
    };

    private final Autoscaler autoscaler = new Autoscaler("orders", new Policy(() -> decider, 0, 0), 8, START);

    private Decision tick(double seconds, Breaker breaker, Bounds bounds, Overrides overrides) {
        return autoscaler.tick(idle(seconds).breaker(breaker).build(), bounds, overrides, /* timeMillis= */ 0);
    }

    private Decision tick(double seconds, Breaker breaker) {
        return tick(seconds, breaker, BOUNDS, Overrides.NONE);
    }

    private static void assertStep(Decision decision, int to, Step step, String veto) {
        assertThat(decision.to()).as(decision.toString()).isEqualTo(to);
        assertThat(decision.step()).as(decision.toString()).isEqualTo(step);
        assertThat(decision.veto()).isEqualTo(veto);
    }

    @Test
    void tick_growthUnderAVeto_isHeldAndSaysWhy() {
        Decision decision = tick(0, OPEN);

        assertStep(decision, 8, Step.VETO, "breaker_open");
        assertThat(decision.sentence())
                .isEqualTo("8 stays: 100 tasks wait; 36 wanted, veto breaker_open: circuit breaker stock open, growth"
                        + " needs it closed");
        assertThat(decision.lines())
                .containsExactly(
                        "decide: test wants 36: 100 tasks wait",
                        "veto: growth to 36 held back by veto breaker_open: circuit breaker stock open, growth needs it"
                                + " closed",
                        "clamp: within 8..64",
                        "settle: nothing changes",
                        "veto wins: 8 stays");
    }

    @Test
    void tick_vetoEnds_growsAtOnce() {
        tick(0, OPEN);

        assertStep(tick(0.2, Breaker.NONE), 36, Step.DECIDE, null);
    }

    @Test
    void tick_halfOpenBreaker_growsByOneAThreeSeconds() {
        assertStep(tick(0, HALF_OPEN), 9, Step.VETO, "breaker_half_open");
        assertStep(tick(0.2, HALF_OPEN), 9, Step.VETO, "breaker_half_open");
        assertStep(tick(2.999, HALF_OPEN), 9, Step.VETO, "breaker_half_open");
        assertStep(tick(3, HALF_OPEN), 10, Step.VETO, "breaker_half_open");
        assertThat(tick(6, HALF_OPEN).sentence())
                .isEqualTo("10 -> 11: 100 tasks wait; 36 wanted, grown to 11 only, veto breaker_half_open: circuit"
                        + " breaker stock half-open, one thread each 3 s until it has been closed for 30 s");
    }

    @Test
    void tick_halfOpenBreakerAndManyChanges_isNotGrownByHalf() {
        for (int i = 0; i < 20; i++) {
            wanted = i % 2 == 0 ? 16 : 8;
            tick(i * 0.1, Breaker.NONE);
        }
        int before = autoscaler.target();
        wanted = 36;

        assertStep(tick(10, HALF_OPEN), before + 1, Step.VETO, "breaker_half_open");
    }

    @Test
    void tick_shrinkUnderAVeto_passes() {
        tick(0, Breaker.NONE);
        wanted = 8;

        assertStep(tick(1, OPEN), 8, Step.DECIDE, null);
    }

    @Test
    void tick_raisedFloorUnderAVeto_binds() {
        assertStep(tick(0, OPEN, Bounds.of(12, 64, 256, 0.1), Overrides.NONE), 12, Step.VETO, "breaker_open");
    }

    @Test
    void tick_growthThatTheCeilingForbids_isNoVetos() {
        assertStep(tick(0, OPEN, Bounds.of(8, 8, 256, 0.1), Overrides.NONE), 8, Step.CLAMP, null);
    }

    @Test
    void tick_pinAndLease_outrankAVeto() {
        Overrides pinned = Overrides.NONE.withPin(new Overrides.Pin(20, 256, at(60), "release night", "ops"));
        Overrides leased = Overrides.NONE.withLease(new Overrides.Lease("fleet", 30, 256, at(60)));

        assertStep(tick(0, OPEN, BOUNDS, pinned), 20, Step.PIN, null);
        assertStep(tick(1, OPEN, BOUNDS, leased), 30, Step.LEASE, null);
    }

    @Test
    void tick_ownErrorLimit_holds() {
        autoscaler.vetoes(Vetoes.withErrorLimit(0.2));

        Decision decision = autoscaler.tick(idle(0).errorRate(0.25).build(), BOUNDS, Overrides.NONE, 0);

        assertStep(decision, 8, Step.VETO, "errors");
        assertThat(decision.sentence()).endsWith("36 wanted, veto errors: 25 % of the tasks fail, limit 20 %");
    }
}
