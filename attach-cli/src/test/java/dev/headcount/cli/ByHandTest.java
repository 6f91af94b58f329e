package dev.headcount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ByHandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "floor 6 (set by hand), ceiling 24 (set by hand) | floor 6 (set by hand), ceiling 24 (set by hand)",
                "floor 6 (set by hand), ceiling 32 (8 x core) | floor 6 (set by hand)",
                "floor 4 (the application's own), ceiling 24 (set by hand) | ceiling 24 (set by hand)",
            })
    void bounds_thatSomebodySet_areListedAlone(String bounds, String listed) {
        assertThat(ByHand.bounds("orders: 6 stays\nkind elastic\n" + bounds + ", at most 10000 by hand\nnow:"))
                .isEqualTo(listed);
    }

    /** As after a reset: the last change happened under bounds that are gone. */
    @Test
    void bounds_ofTheLastChange_areNotListed() {
        String explanation =
                "orders: 30 stays; last change: 8 -> 30: clamp: 52 wanted, 30 is the ceiling (set by hand)\n"
                        + "floor 4 (the application's own), ceiling 32 (8 x core), at most 10000 by hand\n"
                        + "last change: 2026-12-01T10:00:00Z 8 -> 30, 30 is the ceiling (set by hand) [threshold]\n"
                        + "  clamp: 52 wanted, 30 is the ceiling (set by hand)\n"
                        + "  floor 6 (set by hand), ceiling 24 (set by hand)";

        assertThat(ByHand.bounds(explanation)).isEmpty();
    }

    @Test
    void bounds_ofARuleWhoseReasonReadsLikeOurs_areNotListed() {
        assertThat(ByHand.bounds("floor 4 (rule 1 (orders, because as 4 (set by hand))), ceiling 9 (rule 1 (orders,"
                        + " because as 4 (set by hand))), at most 10000 by hand"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "defaults | mode observe (set by hand)",
                "mode=auto from agent argument mode=auto | mode observe (set by hand)",
                "1 rule | mode observe (set by hand, or by a rule)",
                "tick=1s from /etc/headcount.yaml:1:1; 12 rules | mode observe (set by hand, or by a rule)",
            })
    void mode_ofItsOwn_isByHandWhereNoRuleCanHaveGivenIt(String configuration, String line) {
        assertThat(ByHand.mode("observe", configuration)).isEqualTo(line);
    }
}
