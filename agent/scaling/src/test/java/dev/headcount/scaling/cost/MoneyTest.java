package dev.headcount.scaling.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "0.05, 0.05",
        "0.0012345, 0.00123",
        "0.00000001, 0.00000001",
        "9.999, 10",
        "81.25, 81.3",
        "100, 100",
        "12345.6, 12346",
        "1000000000, 1000000000",
        "1e-300, 0",
    })
    void text_anyAmount_hasThreeDigitsThatCount(double amount, String text) {
        assertThat(Money.text(amount)).isEqualTo(text);
    }
}
