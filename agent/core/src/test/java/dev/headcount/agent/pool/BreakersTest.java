package dev.headcount.agent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.Breaker;
import dev.headcount.scaling.Breaker.State;
import org.junit.jupiter.api.Test;

final class BreakersTest {

    private static final long SECOND = 1_000_000_000L;

    private final Breakers breakers = new Breakers();
    private long now = Long.MAX_VALUE - 10 * SECOND;

    /** What a breaker of an application looks like from here: two getters, found by name. */
    public static final class Stock {
        String state = "CLOSED";
        int asked;

        public String getName() {
            return "stock";
        }

        public String getState() {
            asked++;
            return state;
        }
    }

    private Breaker after(double seconds) {
        now += (long) (seconds * SECOND);
        return breakers.at(now);
    }

    @Test
    void at_nobodyCalledAny_isNone() {
        assertThat(after(1)).isSameAs(Breaker.NONE);
    }

    @Test
    void at_calledBreaker_isAskedAndNamed() {
        Stock stock = new Stock();
        stock.state = "OPEN";
        breakers.called(stock);

        assertThat(after(1)).hasToString("stock open");
        stock.state = "HALF_OPEN";
        breakers.called(stock);
        assertThat(after(1)).hasToString("stock half-open");
    }

    @Test
    void at_wasOpenWithinThirtySeconds_isHalfOpen() {
        Stock stock = new Stock();
        stock.state = "FORCED_OPEN";
        breakers.called(stock);
        after(0);
        stock.state = "CLOSED";
        breakers.called(stock);

        assertThat(after(29.9)).hasToString("stock half-open");
        assertThat(after(0.1)).isSameAs(Breaker.NONE);
    }

    @Test
    void at_nobodyCalledSince_isNotAskedAgainAndForgottenAfterAMinute() {
        Stock stock = new Stock();
        stock.state = "OPEN";
        breakers.called(stock);
        after(0);
        stock.state = "CLOSED";

        assertThat(after(59).state()).isEqualTo(State.OPEN);
        assertThat(stock.asked).isEqualTo(1);
        assertThat(after(2).state()).isEqualTo(State.HALF_OPEN);
        assertThat(after(30)).isSameAs(Breaker.NONE);
    }

    @Test
    void at_several_theWorstCounts() {
        Stock good = new Stock();
        Stock bad = new Stock();
        bad.state = "OPEN";
        breakers.called(good);
        breakers.called(bad);

        assertThat(after(0).state()).isEqualTo(State.OPEN);
    }

    @Test
    void called_moreBreakersThanPlaces_goUnseen() {
        for (int i = 0; i < 100; i++) {
            breakers.called(new Stock());
        }

        assertThat(after(0)).isSameAs(Breaker.NONE);
    }

    @Test
    void at_objectOfNoKnownShape_isNone() {
        breakers.called(new Object());

        assertThat(after(0)).isSameAs(Breaker.NONE);
    }

    @Test
    void tell_open_holdsUntilItsEndAndIsHalfOpenAfterwards() {
        breakers.tell(State.OPEN, now + 5 * SECOND, "ops");

        assertThat(after(4.9)).hasToString("(told by ops) open");
        assertThat(after(0.1)).hasToString("(told by ops) half-open");
        assertThat(after(30)).isSameAs(Breaker.NONE);
    }

    @Test
    void given_open_countsAsTheOthersDo() {
        breakers.tell(State.HALF_OPEN, now + 100 * SECOND, "ops");
        breakers.given(Breaker.of(State.OPEN, "mbean a:type=B#C"));
        assertThat(after(1)).hasToString("mbean a:type=B#C open");

        breakers.given(Breaker.NONE);
        assertThat(after(1)).hasToString("(told by ops) half-open");
    }

    @Test
    void at_nothingChanged_isTheSameObject() {
        breakers.tell(State.HALF_OPEN, now + 5 * SECOND, "ops");

        assertThat(after(1)).isSameAs(after(1));
    }
}
