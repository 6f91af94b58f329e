package dev.headcount.scaling;

import static dev.headcount.scaling.Signals.START;
import static dev.headcount.scaling.Signals.idle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.cost.Cost;
import dev.headcount.scaling.cost.Prices;
import org.junit.jupiter.api.Test;

/**
 * When a price or a budget holds growth back, and when it must not. Five threads' load; with an hour of wait at 1 and a
 * thread at 0.1, nine pay: the ninth saves 0.178, the tenth 0.0645 (by the closed form).
 */
final class CostStepTest {

    private static final Prices PRICES = Prices.of(/* threadHour= */ 0.1, 0, /* waitMilli= */ 1 / 3.6e6);
    private static final Prices BUDGET = Prices.of(0.02, 0, 0).withBudget(100, /* hard= */ false);

    private Bounds bounds = Bounds.of(2, 64, 256, /* waitObjectiveSeconds= */ 0.1);
    private final Decider decider = new Decider() {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public Proposal propose(Signal signal, int target, Bounds within) {
            return Proposal.of(36, "more is better");
        }
    };

    private Decision tick(Signal.Builder signal) {
        Autoscaler autoscaler = new Autoscaler("orders", new Policy(() -> decider, 0, 0), 8, START);
        return autoscaler.tick(signal.build(), bounds, Overrides.NONE, /* timeMillis= */ 0);
    }

    private static Signal.Builder priced() {
        return idle(0).arrivalRatePerSecond(50).waitP99Seconds(0.05).cost(Cost.of(PRICES, "2026-11", 0, 0));
    }

    private static Signal.Builder spent(Prices prices, double spent) {
        return idle(0).waitP99Seconds(0.05).cost(Cost.of(prices, "2026-11", spent, spent));
    }

    private static void assertStep(Decision decision, int to, String veto) {
        assertThat(decision.to()).as(decision.toString()).isEqualTo(to);
        assertThat(decision.veto()).as(decision.toString()).isEqualTo(veto);
    }

    @Test
    void tick_growthBeyondWhatPays_isHeldThereAndSaysWhy() {
        Decision decision = tick(priced());

        assertStep(decision, 9, "cost");
        assertThat(decision.sentence())
                .isEqualTo(
                        "8 -> 9: more is better; 36 wanted, grown to 9 only, veto cost: 9 threads pay under this load,"
                                + " one more costs 0.1 an hour and saves waits worth 0.0645");
    }

    @Test
    void tick_targetBeyondWhatPays_staysAndNeverShrinks() {
        assertStep(tick(priced().arrivalRatePerSecond(10)), 8, "cost");
    }

    @Test
    void tick_residents_areNoPartOfWhatPays() {
        assertStep(tick(priced().residents(3).busy(3)), 12, "cost");
    }

    @Test
    void tick_moreLoad_letsGo() {
        assertStep(tick(priced().arrivalRatePerSecond(400)), 36, null);
    }

    @Test
    void tick_tasksThatWait_areEachWorthAThreadWhereAWaitIs() {
        assertStep(tick(priced().queueDepth(3)), 11, "cost");
        assertStep(tick(priced().queueDepth(28)), 36, null);
        Prices cheapWaits = Prices.of(0.1, 0, 0.099 / 3.6e6);
        assertStep(tick(priced().queueDepth(28).cost(Cost.of(cheapWaits, "2026-11", 0, 0))), 8, "cost");
    }

    @Test
    void tick_objectiveMissed_noPriceHoldsGrowth() {
        assertStep(tick(priced().waitP99Seconds(0.1)), 9, "cost");
        assertStep(tick(priced().waitP99Seconds(0.1001)), 36, null);
        assertStep(tick(priced().oldestWaitSeconds(0.1001).queueDepth(1)), 36, null);
        assertStep(tick(priced().droppedPerSecond(0.1)), 36, null);
    }

    @Test
    void tick_waitsUnknownWhileTasksWait_noPriceHoldsGrowth() {
        assertStep(tick(priced().waitP99Seconds(Double.NaN)), 9, "cost");
        assertStep(tick(priced().waitP99Seconds(Double.NaN).queueDepth(1)), 36, null);
    }

    @Test
    void tick_loadUnknown_noPriceHoldsGrowth() {
        assertStep(tick(priced().serviceMeanSeconds(Double.NaN)), 36, null);
        assertStep(tick(priced().serviceMeanSeconds(Double.POSITIVE_INFINITY)), 36, null);
        assertStep(tick(priced().arrivalRatePerSecond(Double.POSITIVE_INFINITY)), 36, null);
        assertStep(tick(priced().serviceVariation(Double.POSITIVE_INFINITY)), 36, null);
    }

    @Test
    void tick_budgetSpent_holdsGrowthAndSaysSo() {
        assertStep(tick(spent(BUDGET, 99.99)), 36, null);
        Decision decision = tick(spent(BUDGET, 100));

        assertStep(decision, 8, "budget");
        assertThat(decision.sentence())
                .isEqualTo("8 stays: more is better; 36 wanted, veto budget: 100 of 100 spent in 2026-11");
    }

    @Test
    void tick_budgetSpentBelowTheFloor_growsToTheFloor() {
        bounds = Bounds.of(12, 64, 256, 0.1);

        assertStep(tick(spent(BUDGET, 100)), 12, "budget");
    }

    @Test
    void tick_budgetSpentAndObjectiveMissed_holdsOnlyWhenItIsHard() {
        assertStep(tick(spent(BUDGET, 200).waitP99Seconds(0.2)), 36, null);
        assertStep(tick(spent(BUDGET, 200).queueDepth(1).waitP99Seconds(Double.NaN)), 36, null);
        assertStep(tick(spent(BUDGET.withBudget(100, true), 200).waitP99Seconds(0.2)), 8, "budget");
    }

    @Test
    void tick_severalHoldAsMuch_anEarlierVetoHasTheSay() {
        Breaker open = Breaker.of(Breaker.State.OPEN, "stock");

        assertStep(tick(spent(BUDGET, 100).breaker(open)), 8, "breaker_open");
        assertStep(tick(priced().breaker(open)), 8, "breaker_open");
    }

    @Test
    void tick_pinOverASpentBudget_passes() {
        Autoscaler autoscaler = new Autoscaler("orders", new Policy(() -> decider, 0, 0), 8, START);
        Overrides pinned = Overrides.NONE.withPin(new Overrides.Pin(20, 256, Signals.at(60), "release night", "ops"));

        assertStep(autoscaler.tick(spent(BUDGET, 100).build(), bounds, pinned, 0), 20, null);
    }
}
