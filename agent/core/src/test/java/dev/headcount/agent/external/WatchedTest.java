package dev.headcount.agent.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.agent.config.Key;
import dev.headcount.agent.config.Source;
import org.junit.jupiter.api.Test;

final class WatchedTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long START = Long.MAX_VALUE - 5 * SECOND;
    private static final String RULE = "veto-from mbean com.acme:type=Db#Usage > 0.9: ";

    private final Source source = SomeBean.source(Key.VETO_FROM, "mbean com.acme:type=Db#Usage > 0.9");
    private final Watched<String> watched = new Watched<>("veto-from", source, new Objection(source), START);

    private static long at(double seconds) {
        return START + (long) (seconds * SECOND);
    }

    private void answer(Answer answer, double seconds) {
        watched.asking(at(seconds));
        watched.take(answer, at(seconds));
    }

    @Test
    void value_neverRead_isUnknownAndToldAfterTenSeconds() {
        assertThat(watched.value(at(0))).isNull();
        assertThat(watched.line(at(0))).isEqualTo(RULE + "not read so far; unknown, so it changes nothing");
        assertThat(watched.news(at(9.9))).isNull();
        assertThat(watched.news(at(10))).isEqualTo(RULE + "not read so far; unknown, so it changes nothing");
        assertThat(watched.news(at(11))).isNull();
    }

    @Test
    void value_read_countsUntilItIsTenSecondsOld() {
        answer(Answer.of(0.95), 1);

        assertThat(watched.value(at(10.9))).isNotEmpty();
        assertThat(watched.line(at(10.9))).isEqualTo(RULE + "0.95");
        assertThat(watched.value(at(11))).isNull();
    }

    @Test
    void value_beanThatIsGone_countsForAWhileAndIsToldOnce() {
        answer(Answer.of(0.95), 1);
        answer(Answer.none("not there"), 2);

        assertThat(watched.value(at(5))).isNotEmpty();
        assertThat(watched.line(at(5))).isEqualTo(RULE + "not there; 0.95 of 4 s ago still counts");
        assertThat(watched.news(at(5))).isNull();
        assertThat(watched.value(at(11))).isNull();
        assertThat(watched.news(at(11))).isEqualTo(RULE + "not there; unknown, so it changes nothing");
        answer(Answer.none("failed: later"), 12);
        assertThat(watched.news(at(12))).isNull();
        answer(Answer.of(0.5), 13);
        assertThat(watched.news(at(13))).isEqualTo(RULE + "0.5");
        assertThat(watched.news(at(14))).isNull();
    }

    @Test
    void line_noAnswer_saysForHowLong() {
        answer(Answer.of(0.5), 1);
        watched.asking(at(2));

        assertThat(watched.line(at(2.9))).isEqualTo(RULE + "0.5");
        assertThat(watched.line(at(6))).isEqualTo(RULE + "no answer for 4 s; 0.5 of 5 s ago still counts");
        assertThat(watched.line(at(14))).isEqualTo(RULE + "no answer for 12 s; unknown, so it changes nothing");
    }

    @Test
    void take_valueThatMeansNothing_saysWhatWasExpected() {
        answer(Answer.of("high"), 1);

        assertThat(watched.value(at(1))).isNull();
        assertThat(watched.line(at(1)))
                .isEqualTo(RULE + "is high, expected a number to compare with 0.9; unknown, so it changes nothing");
    }

    @Test
    void shown_number_hasNoMoreDigitsThanPeopleRead() {
        assertThat(Watched.shown(1.0)).isEqualTo("1");
        assertThat(Watched.shown(100.0)).isEqualTo("100");
        assertThat(Watched.shown(1 / 3.0)).isEqualTo("0.333333");
        assertThat(Watched.shown(1.5e9)).isEqualTo("1500000000");
        assertThat(Watched.shown(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    }
}
