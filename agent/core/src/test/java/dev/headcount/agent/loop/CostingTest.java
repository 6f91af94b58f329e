package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headcount.scaling.Signal;
import dev.headcount.scaling.cost.Cost;
import dev.headcount.scaling.cost.Prices;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CostingTest {

    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long BEGIN_MILLIS =
            Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();
    private static final Prices SOFT = Prices.of(/* threadHour= */ 1, 0, 0).withBudget(100, /* hard= */ false);

    private final EventLog events = new EventLog();
    private Costing costing = new Costing(SOFT, events, "orders");

    /** Ten threads, which cost 10 an hour. */
    private Cost after(double hours) {
        return costing.see(
                Signal.builder().nowNanos((long) (hours * HOUR_NANOS)).size(10).build(),
                BEGIN_MILLIS + (long) (hours * 3_600_000));
    }

    private List<String> said() {
        return events.after(0).stream()
                .filter(event -> event.type == Event.Type.COST)
                .map(event -> event.pool + ": " + event.text)
                .toList();
    }

    @Test
    void see_budgetNearlyAndWhollySpent_isSaidOnceEach() {
        after(0);
        after(7.99);
        assertThat(said()).isEmpty();
        after(8);
        after(8.1);
        after(9.99);
        assertThat(said()).containsExactly("orders: 80 of 100 spent in 2026-11");
        after(10);
        after(11);
        assertThat(said())
                .containsExactly(
                        "orders: 80 of 100 spent in 2026-11",
                        "orders: 100 of 100 spent in 2026-11: no growth above the floor until the month ends, unless"
                                + " waits miss the objective");
    }

    @Test
    void see_hardBudgetSpentAtOnce_saysThatNothingMayGrow() {
        costing.follow(Prices.of(1, 0, 0).withBudget(5, /* hard= */ true));
        after(0);
        after(1);

        assertThat(said())
                .containsExactly("orders: 10 of 5 spent in 2026-11 (hard budget): no growth above the floor until the"
                        + " month ends");
    }

    @Test
    void see_newMonthOrLargerBudget_beginsAnew() {
        after(0);
        after(8);
        costing.follow(Prices.of(1, 0, 0).withBudget(200, false));
        after(15);
        assertThat(said()).hasSize(1);
        after(16);
        assertThat(said()).last().isEqualTo("orders: 160 of 200 spent in 2026-11");

        double december = 10 * 24 + 12;
        after(december);
        after(december + 15.5);
        assertThat(said()).hasSize(2);
        after(december + 16);
        assertThat(said()).last().isEqualTo("orders: 160 of 200 spent in 2026-12");
    }

    @Test
    void see_withoutPrices_isNoneAndKeepsNothing() {
        costing.follow(Prices.NONE);

        assertThat(after(0)).isSameAs(Cost.NONE);
        assertThat(after(100)).isSameAs(Cost.NONE);
        assertThat(costing.lines()).isEmpty();
        assertThat(costing.isDue(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void see_pricesTakenAway_endsThem() {
        after(0);
        assertThat(after(1)).isNotSameAs(Cost.NONE);
        costing.follow(Prices.NONE);

        assertThat(after(2)).isSameAs(Cost.NONE);
        assertThat(costing.lines()).isEmpty();
    }

    @Test
    void isDue_pricedPoolAtRest_isOnceAMinute() {
        after(1);

        assertThat(costing.isDue(HOUR_NANOS + 60_000_000_000L)).isFalse();
        assertThat(costing.isDue(HOUR_NANOS + 60_000_000_001L)).isTrue();
    }

    @Test
    void recall_afterARestart_goesOnFromThere() {
        after(0);
        after(7.5);
        List<String> kept = costing.lines();
        assertThat(kept).containsExactly("2026-11 75.0");

        costing = new Costing(SOFT, events, "orders");
        after(7.6);
        costing.recall(kept);
        assertThat(after(8.1).spent()).isEqualTo(80);
        assertThat(after(8.1).total()).isEqualTo(5);
        assertThat(said()).containsExactly("orders: 80 of 100 spent in 2026-11");
        assertThat(costing.lines()).containsExactly("2026-11 80.0");
    }

    @Test
    void recall_beforeTheFirstLook_counts() {
        costing.recall(List.of("2026-11 1.0E-5"));

        assertThat(after(0).spent()).isEqualTo(1e-5);
    }

    @Test
    void recall_lastMonth_isForgotten() {
        costing.recall(List.of("2026-10 99.0"));

        assertThat(after(0).spent()).isZero();
    }

    @Test
    void recall_whatIsNoSuchLine_isRefusedAndChangesNothing() {
        assertThatThrownBy(() -> costing.recall(List.of("2026-11 much")))
                .hasMessage("expected a month and what was spent in it: got 2026-11 much");
        assertThat(after(0).spent()).isZero();
    }
}
