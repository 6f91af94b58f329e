package dev.headcount.scaling;

import static dev.headcount.scaling.Signals.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three ways to smooth, and how they are written. */
final class SmoothingTest {

    @Test
    void sma_unevenTicks_weighsByTime() {
        Smoothing mean = Smoothing.of("sma 10s");
        mean.add(0, at(0));

        assertThat(mean.add(10, at(1))).isCloseTo(1, within(1e-9));
        assertThat(mean.add(20, at(4))).isCloseTo(7, within(1e-9));
        // one second of 10, three of 20, six of 0
        assertThat(mean.add(0, at(10))).isCloseTo(7, within(1e-9));
        // the second of 10 and one of those of 20 lie before the window
        assertThat(mean.add(0, at(12))).isCloseTo(4, within(1e-9));
        assertThat(mean.add(5, at(60))).isCloseTo(5, within(1e-9));
    }

    @Test
    void sma_manyReadings_agreesWithTheDirectSum() {
        Random random = new Random(7);
        Smoothing mean = Smoothing.of("sma 2s");
        double[] values = new double[5_000];
        double[] times = new double[5_000];
        double now = 0;
        for (int i = 0; i < values.length; i++) {
            now += 0.001 + random.nextInt(100) / 1000.0;
            times[i] = now;
            values[i] = random.nextInt(100);
            double direct = 0;
            for (int j = i; j > 0 && times[j] > now - 2; j--) {
                direct += values[j] * (times[j] - Math.max(times[j - 1], now - 2));
            }
            direct += values[0] * Math.max(0, times[0] - (now - 2));
            assertThat(mean.add(values[i], at(now))).as("seed 7, %s", i).isCloseTo(direct / 2, within(1e-6));
        }
    }

    @Test
    void median_oneOutlier_changesNothing() {
        Smoothing median = Smoothing.of("median 5");
        for (int i = 0; i < 5; i++) {
            median.add(10, at(i));
        }

        assertThat(median.add(1_000, at(6))).isEqualTo(10);
        assertThat(median.add(1_000, at(7))).isEqualTo(10);
        assertThat(median.add(1_000, at(8))).isEqualTo(1_000);
    }

    @Test
    void median_evenNumber_isTheMeanOfTheMiddleTwo() {
        Smoothing median = Smoothing.of("median 4");
        median.add(1, at(0));
        assertThat(median.add(2, at(1))).isEqualTo(1.5);
        median.add(9, at(2));
        assertThat(median.add(4, at(3))).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ewma 1s", "sma 10s", "median 5", "ewma 500ms", "sma 2m"})
    void of_aKindAndItsLength_isShownInTheSameWords(String text) {
        assertThat(Smoothing.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ewma 1s", "sma 10s", "median 5"})
    void add_clockThatStandsOrJumpsBack_changesNothing(String text) {
        Smoothing smoothing = Smoothing.of(text);
        smoothing.add(1, at(1));
        double before = smoothing.add(2, at(2));

        assertThat(smoothing.add(900, at(2))).isEqualTo(before);
        assertThat(smoothing.add(900, at(1))).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ewma 1s", "sma 10s", "median 5"})
    void add_anyReadings_staysBetweenThem(String text) {
        Random random = new Random(11);
        Smoothing smoothing = Smoothing.of(text);
        for (int i = 0; i < 1_000; i++) {
            assertThat(smoothing.add(3 + random.nextDouble(), at(i * 0.1 + random.nextInt(2) * 0.05)))
                    .isBetween(3 - 1e-9, 4 + 1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ewma", "ewma 0s", "ewma 1", "sma -1s", "median 0", "median 100", "mean 3", "none 1s"})
    void of_anythingElse_saysWhatIsExpected(String text) {
        assertThatThrownBy(() -> Smoothing.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected none, or a kind and its length: ewma 1s (half-life), sma 10s (window) or"
                        + " median 5 (readings): got " + text);
    }
}
