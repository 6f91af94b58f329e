package dev.headcount.scaling;

import static dev.headcount.scaling.Signals.START;
import static dev.headcount.scaling.Signals.idle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.forecast.Outlook;
import dev.headcount.scaling.forecast.Outlooks;
import org.junit.jupiter.api.Test;

/** Where a forecast stands among the other steps, and what it tells. */
final class ForecastStepTest {

    private static final Bounds BOUNDS = Bounds.of(8, 64, 256, 0.1);

    private Proposal wanted = Proposal.of(12, "ten are busy");

    private final Decider decider = new Decider() {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public Proposal propose(Signal signal, int target, Bounds bounds) {
            return wanted;
        }
    };

    private final Autoscaler autoscaler = new Autoscaler("orders", new Policy(() -> decider, 0, 0), 8, START);

    private Decision tick(Signal.Builder signal, Overrides overrides) {
        return autoscaler.tick(signal.build(), BOUNDS, overrides, /* timeMillis= */ 0);
    }

    private Decision tick(double seconds) {
        return tick(idle(seconds), Overrides.NONE);
    }

    private void expect(int threads) {
        autoscaler.outlook(Outlooks.of(threads, "linear expects it; trusted"));
    }

    private static void assertStep(Decision decision, int to, Step step) {
        assertThat(decision.to()).as(decision.toString()).isEqualTo(to);
        assertThat(decision.step()).as(decision.toString()).isEqualTo(step);
    }

    @Test
    void tick_moreExpectedThanProposed_isTheForecasts() {
        expect(40);

        Decision decision = tick(0);

        assertStep(decision, 40, Step.FORECAST);
        assertThat(decision.sentence()).isEqualTo("8 -> 40: linear expects it; trusted; test wants 12; within 8..64");
        assertThat(decision.lines())
                .containsExactly(
                        "decide: test wants 12: ten are busy",
                        "forecast: raises it to 40: linear expects it; trusted",
                        "clamp: within 8..64",
                        "settle: at once",
                        "forecast wins: 8 -> 40");
    }

    @Test
    void tick_noMoreExpectedThanProposed_neverLowers() {
        expect(12);
        assertStep(tick(0), 12, Step.DECIDE);

        expect(3);
        Decision decision = tick(0.2);
        assertStep(decision, 12, Step.DECIDE);
        assertThat(decision.lines()).noneMatch(line -> line.contains("forecast"));
    }

    @Test
    void tick_expectationOver_goesBackToWhatIsWanted() {
        expect(40);
        tick(0);
        assertStep(tick(0.2), 40, Step.FORECAST);

        autoscaler.outlook(Outlook.NOTHING);

        assertStep(tick(0.4), 12, Step.DECIDE);
    }

    @Test
    void tick_moreExpectedThanTheCeiling_isClamped() {
        expect(100);

        Decision decision = tick(0);

        assertStep(decision, 64, Step.CLAMP);
        assertThat(decision.sentence()).isEqualTo("8 -> 64: linear expects it; trusted; 100 wanted, 64 is the ceiling");
    }

    @Test
    void tick_expectedBelowTheFloor_saysNothingOfIt() {
        wanted = Proposal.of(2, "none is busy");
        expect(8);

        Decision decision = tick(0);

        assertStep(decision, 8, Step.CLAMP);
        assertThat(decision.sentence()).isEqualTo("8 stays: none is busy; 2 wanted, 8 is the floor");
    }

    @Test
    void tick_openBreaker_holdsAForecastsGrowth() {
        expect(40);

        Decision decision = tick(idle(0).breaker(Breaker.of(Breaker.State.OPEN, "stock")), Overrides.NONE);

        assertStep(decision, 8, Step.VETO);
        assertThat(decision.veto()).isEqualTo("breaker_open");
        assertThat(decision.sentence()).startsWith("8 stays: linear expects it; trusted; 40 wanted, veto breaker_open");
    }

    @Test
    void tick_moreThanPays_isNotAskedFor() {
        wanted = Proposal.of(12, "ten are busy").atMost(20);
        expect(40);

        Decision decision = tick(0);

        assertStep(decision, 20, Step.FORECAST);
        assertThat(decision.sentence()).contains("; 20 only, since more would not pay now; test wants 12;");
    }

    @Test
    void tick_residents_areAddedToWhatIsExpected() {
        expect(40);

        assertStep(tick(idle(0).busy(3).residents(3), Overrides.NONE), 43, Step.FORECAST);
    }

    @Test
    void tick_pinOrLease_outranksTheForecast() {
        expect(40);

        assertStep(
                tick(idle(0), Overrides.NONE.withPin(new Overrides.Pin(9, 256, Signals.at(60), null, "ann"))),
                9,
                Step.PIN);
        assertStep(
                tick(idle(1), Overrides.NONE.withLease(new Overrides.Lease("fleet", 10, 256, Signals.at(60)))),
                10,
                Step.LEASE);
    }

    @Test
    void tick_cooldown_holdsAForecastsGrowth() {
        Autoscaler slow = new Autoscaler("orders", new Policy(() -> decider, 3 * Signals.SECOND, 0), 8, START);
        slow.tick(idle(0).build(), BOUNDS, Overrides.NONE, 0);
        slow.outlook(Outlooks.of(40, "linear expects it; trusted"));

        Decision held = slow.tick(idle(1).build(), BOUNDS, Overrides.NONE, 0);
        assertStep(held, 12, Step.SETTLE);
        assertThat(held.sentence())
                .isEqualTo("12 stays: linear expects it; trusted; 40 wanted, held for another 2 s of cooldown");
        assertStep(slow.tick(idle(3).build(), BOUNDS, Overrides.NONE, 0), 40, Step.FORECAST);
    }

    @Test
    void tick_nothingChanges_isTheSameDecision() {
        expect(40);
        tick(0);

        Decision first = tick(0.2);
        assertThat(tick(0.4)).isSameAs(first);

        expect(40); // the same size for a new reason
        assertThat(tick(0.6)).isNotSameAs(first);
    }

    @Test
    void label_ofAForecast_isItsName() {
        assertThat(Step.FORECAST.label()).isEqualTo("forecast");
    }
}
