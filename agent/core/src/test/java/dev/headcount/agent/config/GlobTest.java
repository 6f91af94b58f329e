package dev.headcount.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "orders, orders, true",
        "orders, orders-2, false",
        "orders*, orders, true",
        "orders*, orders-2, true",
        "*-http, orders-http, true",
        "*-http, orders-https, false",
        "o?ders, orders, true",
        "o?ders, oders, false",
        "*a*b*, xxaxxbxx, true",
        "*a*b, xaxbxb, true",
        "*a*b, xbxa, false",
        "'', '', true",
        "*, '', true",
        "a.c, abc, false",
        "[a], a, false",
    })
    void matches_pattern_asPeopleExpect(String pattern, String text, boolean matches) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void matches_manyStarsAgainstALongName_doesNotBlowUp() {
        assertThat(new Glob("*a*a*a*a*a*a*a*a*a*a*b").matches("a".repeat(10_000)))
                .isFalse();
    }
}
