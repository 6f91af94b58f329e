package dev.headcount.scaling.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headcount.scaling.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the closed forms of M/M/c; an hour of one task's wait is worth 1. */
final class WorthTest {

    private static final double WAIT_MILLI = 1 / 3.6e6;
    private static final double SERVICE_SECONDS = 0.1;

    private static Signal.Builder load(double load, double price) {
        return Signal.builder()
                .arrivalRatePerSecond(load / SERVICE_SECONDS)
                .serviceMeanSeconds(SERVICE_SECONDS)
                .cost(Cost.of(Prices.of(price, 0, WAIT_MILLI), "2026-11", 0, 0));
    }

    private static int threads(Signal.Builder signal) {
        return Worth.of(signal.build()).threads();
    }

    /** Mean number of waiting tasks, by the sum of the textbooks and not by the recursion. */
    private static double waiting(int threads, double load) {
        double term = 1;
        double sum = 0;
        for (int k = 0; k < threads; k++) {
            sum += term;
            term *= load / (k + 1);
        }
        double busy = term * threads / (threads - load);
        return busy / (sum + busy) * load / (threads - load);
    }

    /** One thread: rho^2 / (1 - rho) = 1/2. Two: 2 rho^3 / (1 - rho^2) = 1/30. The second saves 7/15. */
    @Test
    void threads_secondThreadAtItsPrice_paysJustSo() {
        assertThat(threads(load(0.5, 7.0 / 15 - 1e-9))).isEqualTo(2);
        assertThat(threads(load(0.5, 7.0 / 15 + 1e-9))).isEqualTo(1);
        assertThat(Worth.of(load(0.5, 0.5).build()).savedByNext()).isCloseTo(7.0 / 15, within(1e-12));
    }

    @ParameterizedTest(name = "load {0}, price {1}")
    @CsvSource({"0.3, 0.001", "1, 0.1", "3.7, 0.02", "10, 0.5", "10, 0.0001", "63.2, 0.01", "200, 3"})
    void threads_anyLoad_areTheLastOnesThatPay(double load, double price) {
        int threads = threads(load(load, price));

        assertThat(threads).isGreaterThan((int) load);
        assertThat(waiting(threads, load) - waiting(threads + 1, load)).isLessThan(price);
        if (threads - 1 > load) {
            assertThat(waiting(threads - 1, load) - waiting(threads, load)).isGreaterThanOrEqualTo(price);
        }
    }

    @Test
    void threads_variation_weighsTheWaits() {
        double saved = waiting(3, 2) - waiting(4, 2);

        assertThat(threads(load(2, 0.6 * saved).serviceVariation(0))).isEqualTo(3);
        assertThat(threads(load(2, 0.6 * saved))).isEqualTo(4);
        assertThat(threads(load(2, 1.4 * saved).serviceVariation(2))).isEqualTo(4);
    }

    @Test
    void threads_noLoad_areOne() {
        assertThat(threads(load(0, 0.01))).isEqualTo(1);
    }

    @Test
    void threads_whatIsUnknownOrEndless_areUnknown() {
        assertThat(threads(load(2, 0.01).serviceMeanSeconds(Double.NaN))).isEqualTo(Integer.MAX_VALUE);
        assertThat(threads(load(2, 0.01).serviceMeanSeconds(Double.POSITIVE_INFINITY)))
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(threads(load(2, 0.01).arrivalRatePerSecond(Double.POSITIVE_INFINITY)))
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(threads(load(0, 0.01).serviceMeanSeconds(Double.POSITIVE_INFINITY)))
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(threads(load(2, 0.01).serviceVariation(Double.POSITIVE_INFINITY)))
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(threads(load(2, 0.01)
                        .serviceVariation(Double.MAX_VALUE)
                        .cost(Cost.of(Prices.of(0.01, 0, 1e9), "2026-11", 0, 0))))
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(threads(load(10_001, 0.01))).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void threads_withoutBothPrices_areUnknown() {
        assertThat(threads(load(2, 0))).isEqualTo(Integer.MAX_VALUE);
        assertThat(threads(load(2, 0.01).cost(Cost.of(Prices.of(0.01, 0, 0), "2026-11", 0, 0))))
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(threads(load(2, 0.01).cost(Cost.NONE))).isEqualTo(Integer.MAX_VALUE);
    }
}
