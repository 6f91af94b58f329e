package dev.headcount.scaling.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Signals;
import dev.headcount.scaling.Tally;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class SpendingTest {

    private static final long NOON = millis("2026-11-28T12:00:00Z");
    private static final int HOUR = 3_600;
    private static final Offset<Double> EXACT = within(1e-9);

    private final Spending spending = new Spending();
    private Prices prices = Prices.of(/* threadHour= */ 0.5, /* call= */ 0.01, /* waitMilli= */ 0);

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    private static Signal pool(double seconds, int size, long completed) {
        return Signal.builder()
                .nowNanos(Signals.at(seconds))
                .size(size)
                .tally(Tally.builder().completed(completed).build())
                .build();
    }

    private Cost see(double seconds, int size, long completed) {
        return spending.see(pool(seconds, size, completed), NOON + Math.round(seconds * 1e3), prices);
    }

    @Test
    void see_firstLook_costsNothing() {
        Cost cost = see(0, 8, 1_000_000);

        assertThat(cost.spent()).isZero();
        assertThat(cost.month()).isEqualTo("2026-11");
    }

    @Test
    void see_threadsOverTime_costTheirHours() {
        see(0, 8, 0);

        assertThat(see(HOUR, 4, 0).spent()).isCloseTo(8 * 0.5, EXACT);
        assertThat(see(2 * HOUR, 4, 0).spent()).isCloseTo(12 * 0.5, EXACT);
    }

    @Test
    void see_tasksThatEnded_costTheirCalls() {
        prices = Prices.of(0, 0.01, 0);
        see(0, 8, 100);

        assertThat(see(1, 8, 350).spent()).isCloseTo(2.5, EXACT);
        assertThat(see(2, 8, 350).spent()).isCloseTo(2.5, EXACT);
    }

    @Test
    void see_clockThatStandsOrCountThatFalls_isNeverGivenBack() {
        see(0, 8, 100);
        double spent = see(HOUR, 8, 100).spent();

        assertThat(see(HOUR, 8, 50).spent()).isEqualTo(spent);
        assertThat(see(HOUR - 60, 8, 50).spent()).isEqualTo(spent);
    }

    @Test
    void see_newPrice_countsFromThenOn() {
        see(0, 8, 0);
        see(HOUR, 8, 0);
        prices = Prices.of(1, 0, 0);

        assertThat(see(2 * HOUR, 8, 0).spent()).isCloseTo(8 * 0.5 + 8, EXACT);
    }

    @Test
    void see_withoutPrices_isNoneAndIsNotChargedLater() {
        Prices dear = prices;
        see(0, 8, 0);
        prices = Prices.NONE;
        assertThat(see(HOUR, 8, 0)).isSameAs(Cost.NONE);
        prices = dear;

        assertThat(see(2 * HOUR, 8, 100).spent()).isZero();
        assertThat(see(3 * HOUR, 8, 100).spent()).isCloseTo(4, EXACT);
    }

    @Test
    void see_monthsEnd_beginsAnewWithWhatLiesInTheNewOne() {
        long end = millis("2026-12-01T00:00:00Z");
        spending.see(pool(0, 8, 0), end - 3 * HOUR * 1_000L, prices);
        Cost before = spending.see(pool(3 * HOUR - 0.001, 8, 0), end - 1, prices);
        assertThat(before.month()).isEqualTo("2026-11");
        assertThat(before.spent()).isCloseTo(12, within(1e-5));

        Cost after = spending.see(pool(3 * HOUR, 8, 0), end, prices);
        assertThat(after.month()).isEqualTo("2026-12");
        assertThat(after.spent()).isZero();
        assertThat(after.total()).isCloseTo(12, EXACT);
    }

    /** A pool that slept over the turn of the month was not looked at for long. */
    @Test
    void see_longPauseOverMonthsEnd_countsTheNewMonthsPart() {
        long end = millis("2026-12-01T00:00:00Z");
        spending.see(pool(0, 8, 0), end - 5 * HOUR * 1_000L, prices);

        Cost cost = spending.see(pool(6 * HOUR, 8, 0), end + HOUR * 1_000L, prices);
        assertThat(cost.spent()).isCloseTo(8 * 0.5, EXACT);
        assertThat(cost.total()).isCloseTo(6 * 8 * 0.5, EXACT);
    }

    @Test
    void recall_sameMonth_isAddedBeforeOrAfterTheFirstLook() {
        spending.recall("2026-11", 40);
        assertThat(see(0, 8, 0).spent()).isEqualTo(40);

        spending.recall("2026-11", 2);
        assertThat(see(0, 8, 0).spent()).isEqualTo(42);
        assertThat(see(0, 8, 0).total()).isZero();
    }

    @Test
    void recall_otherMonth_isForgotten() {
        spending.recall("2026-10", 40);
        assertThat(see(0, 8, 0).spent()).isZero();

        spending.recall("2026-10", 40);
        assertThat(see(0, 8, 0).spent()).isZero();
    }

    @Test
    void words_budgetOrNone_tellWhatWasSpentOfWhat() {
        assertThat(Cost.of(prices, "2026-11", 81.25, 0).words()).isEqualTo("81.3 spent in 2026-11");
        assertThat(Cost.of(prices.withBudget(100, false), "2026-11", 81.25, 0).words())
                .isEqualTo("81.3 of 100 spent in 2026-11");
        assertThat(Cost.of(prices.withBudget(100, true), "2026-11", 81.25, 0).words())
                .isEqualTo("81.3 of 100 spent in 2026-11 (hard budget)");
    }

    @Test
    void isSpent_atItsLimits_isTrue() {
        Prices budget = prices.withBudget(100, false);

        assertThat(Cost.of(budget, "2026-11", 79.99, 0).isNearlySpent()).isFalse();
        assertThat(Cost.of(budget, "2026-11", 80, 0).isNearlySpent()).isTrue();
        assertThat(Cost.of(budget, "2026-11", 99.99, 0).isSpent()).isFalse();
        assertThat(Cost.of(budget, "2026-11", 100, 0).isSpent()).isTrue();
        assertThat(Cost.of(prices, "2026-11", 1e9, 0).isSpent()).isFalse();
        assertThat(Cost.of(prices, "2026-11", 1e9, 0).isNearlySpent()).isFalse();
    }

    @Test
    void total_nothingCharged_isUnknown() {
        assertThat(Cost.NONE.total()).isNaN();
        assertThat(Cost.of(Prices.of(0, 0, 1), "2026-11", 0, 0).total()).isNaN();
        assertThat(Cost.of(Prices.of(0, 1, 0), "2026-11", 0, 7).total()).isEqualTo(7);
    }

    @Test
    void prices_outsideTheirRange_areRefused() {
        assertThatThrownBy(() -> Prices.of(-1, 0, 0))
                .hasMessage("the price of a thread hour must be 0 or more and finite: got -1.0");
        assertThatThrownBy(() -> Prices.of(0, Double.NaN, 0))
                .hasMessage("the price of a call must be 0 or more and finite: got NaN");
        assertThatThrownBy(() -> Prices.of(0, 0, Double.POSITIVE_INFINITY))
                .hasMessage("the price of a wait must be 0 or more and finite: got Infinity");
        assertThatThrownBy(() -> prices.withBudget(-1, false))
                .hasMessage("the price of a month must be 0 or more and finite: got -1.0");
    }

    @Test
    void toString_ofPrices_namesThoseThereAre() {
        assertThat(Prices.of(0.05, 0.001, 0.0000001))
                .hasToString("a thread costs 0.05 an hour, a call 0.001, a millisecond of wait 0.0000001");
        assertThat(Prices.of(0, 0.001, 0)).hasToString("a call 0.001");
        assertThat(Prices.NONE).hasToString("");
    }
}
