package dev.headcount.scaling.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A course of loads that swing between 5 and 15, so that what is now is off by ten each time. */
final class TrustTest {

    private final Trust trust = new Trust(/* slowHalfLife= */ 40, /* fastHalfLife= */ 2, /* least= */ 20);
    private int time;

    /** Scores so many predictions, each off by so much. */
    private void score(int count, double off) {
        for (int i = 0; i < count; i++, time++) {
            trust.score(load(time) + off, load(time - 1), load(time));
        }
    }

    private static double load(int time) {
        return time % 2 == 0 ? 15 : 5;
    }

    @Test
    void isEarned_fewScores_isNot() {
        score(19, 0);
        assertThat(trust.isEarned()).isFalse();
        assertThat(trust.words()).isEqualTo("not trusted yet, 19 of 20 predictions scored");

        score(1, 0);
        assertThat(trust.isEarned()).isTrue();
        // the average, 10, is off by 5, and more while it is young
        assertThat(trust.words()).isEqualTo("trusted, off by 0, below 80 % of 5.5, the error of the average");
    }

    @Test
    void isEarned_errorAtThirtyPercentOfTheLoad_isTheLimit() {
        score(100, 3.3); // of the root of (25 + 225) / 2: 11.2; 30 % are 3.35
        assertThat(trust.isEarned()).isTrue();

        score(300, 3.4);
        assertThat(trust.isEarned()).isFalse();
        assertThat(trust.words()).isEqualTo("not trusted, off by 3.4, above 30 % of the usual load of 11");
    }

    @Test
    void isEarned_noBetterThanTheAverage_isNot() {
        for (int i = 0; i < 200; i++) {
            trust.score(101, 100, i % 2 == 0 ? 105 : 95);
        }

        assertThat(trust.isEarned()).isFalse();
        assertThat(trust.words())
                .isEqualTo("not trusted, off by 5.1, not below 80 % of 5, the error of what is now stays");
    }

    @Test
    void isEarned_aLoadThatStands_hasNothingToGain() {
        for (int i = 0; i < 200; i++) {
            trust.score(7, 7, 7);
        }

        assertThat(trust.isEarned()).isFalse();
    }

    @Test
    void isEarned_oneFailureThatStayingWouldNotHaveMade_isEnough() {
        score(400, 0.5);
        assertThat(trust.isEarned()).isTrue();

        trust.score(25, 15, 15);
        trust.score(25, 15, 15);

        assertThat(trust.isEarned()).isFalse();
        assertThat(trust.words()).contains("off by 7.1 of late: the pattern has changed; usually off by 1.9");
    }

    @Test
    void isEarned_surpriseForBoth_isForgiven() {
        score(400, 0.5);

        trust.score(5, 5, 40);

        assertThat(trust.words()).doesNotContain("of late");
    }

    @Test
    void isEarned_goodAgain_comesBack() {
        score(400, 0.5);
        score(10, 20);
        assertThat(trust.isEarned()).isFalse();

        score(20, 0.5);
        assertThat(trust.isEarned()).isFalse(); // of late it is good, on the whole not yet

        score(200, 0.5);
        assertThat(trust.isEarned()).isTrue();
    }

    @Test
    void score_whatIsNoLoad_isNotScored() {
        score(19, 0);
        for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1, 1e300}) {
            trust.score(none, 1, 1);
            trust.score(1, none, 1);
            trust.score(1, 1, none);
        }

        assertThat(trust.words()).startsWith("not trusted yet, 19 of 20");
    }
}
