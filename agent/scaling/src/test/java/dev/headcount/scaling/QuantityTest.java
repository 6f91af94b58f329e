package dev.headcount.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "0.000045, 45 us",
        "0.0009994, 999 us",
        "0.0009996, 1 ms",
        "0.0023, 2.3 ms",
        "0.1, 100 ms",
        "0.9994, 999 ms",
        "0.9996, 1 s",
        "2.34, 2.3 s",
        "9.94, 9.9 s",
        "9.96, 10 s",
        "99.4, 99 s",
        "99.6, 1 min 40 s",
        "600, 10 min",
        "725, 12 min 5 s",
    })
    void seconds_eachRange_hasItsUnit(double seconds, String words) {
        assertThat(Quantity.seconds(seconds)).isEqualTo(words);
    }

    @Test
    void seconds_noNumber_isSaidInWords() {
        assertThat(Quantity.seconds(Double.NaN)).isEqualTo("an unknown time");
        assertThat(Quantity.seconds(Double.POSITIVE_INFINITY)).isEqualTo("without end");
    }
}
