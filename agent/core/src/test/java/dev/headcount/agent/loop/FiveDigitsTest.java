package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FiveDigitsTest {

    @Test
    void of_anyNumber_isTheNearestOfFiveDigits() {
        long seed = 20_261_123;
        Random random = new Random(seed);
        for (int round = 0; round < 100_000; round++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(60) - 30);
            assertThat(FiveDigits.of(value))
                    .as("seed %s value %s", seed, value)
                    .isEqualTo(new BigDecimal(value).round(new MathContext(5)).doubleValue());
        }
    }

    @Test
    void of_edges_stayAsTheyAre() {
        assertThat(FiveDigits.of(0)).isZero();
        assertThat(FiveDigits.of(1)).isEqualTo(1);
        assertThat(FiveDigits.of(0.999999)).isEqualTo(1);
        assertThat(FiveDigits.of(0.123456)).isEqualTo(0.12346);
        assertThat(FiveDigits.of(123456789)).isEqualTo(123460000);
        assertThat(FiveDigits.of(Double.NaN)).isNaN();
        assertThat(FiveDigits.of(Double.POSITIVE_INFINITY)).isInfinite();
    }
}
