package dev.headcount.scaling.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

final class LinearTest {

    private final Random random = new Random(7);
    private final Linear forecast = new Linear();
    private final Course course = new Course(forecast, "2026-03-02T00:00", /* stepMillis= */ 200);

    /** The load by seconds from now on, give or take a twentieth. */
    private void run(int seconds, DoubleUnaryOperator load) {
        for (int i = 0; i < 5 * seconds; i++) {
            course.step(load.applyAsDouble(i / 5.0) * (1 + 0.05 * random.nextGaussian()));
        }
    }

    @Test
    void outlook_ramp_isTenSecondsAhead() {
        run(60, t -> 10);
        assertThat(course.threads()).as(course.reason()).isZero();

        run(60, t -> 10 + t);

        // 80 in ten seconds, and 9 for margin; without the forecast 70 are needed
        assertThat(course.threads()).as(course.reason()).isCloseTo(89, within(4));
        assertThat(course.reason())
                .matches(
                        "linear expects \\d\\d busy threads in 10 s, \\d\\d with margin; trusted, off by [0-9.]+, below"
                                + " 80 % of [0-9.]+, the error of what is now stays");
    }

    @Test
    void outlook_rampEnds_isDroppedWithinSeconds() {
        run(60, t -> 10);
        run(60, t -> 10 + t);
        run(12, t -> 70);
        int most = course.threads();
        run(8, t -> 70);

        assertThat(most).isLessThan(100);
        assertThat(course.threads()).as(course.reason()).isZero();
    }

    @Test
    void outlook_loadFalls_asksForNothing() {
        run(60, t -> 100);
        run(60, t -> 100 - t);

        assertThat(course.threads()).as(course.reason()).isZero();
        assertThat(course.reason()).contains("; trusted, off by ");
    }

    @Test
    void outlook_noise_isNeverTrusted() {
        for (int i = 0; i < 5 * 1800; i++) {
            course.step(40 * random.nextDouble());
            assertThat(course.threads()).as(course.reason()).isZero();
        }
    }

    @Test
    void outlook_signalsThatAreNone_areNoLoad() {
        double[] none = {Double.POSITIVE_INFINITY, 0, 1e300, 0};
        for (int i = 0; i < 3000; i++) {
            course.step(none[i % none.length]);
            assertThat(course.threads()).isZero();
        }
    }

    @Test
    void outlook_clockStandsOrGoesBack_staysAsItWas() {
        run(60, t -> 10);
        run(60, t -> 10 + t);
        int threads = course.threads();

        course.pass(0, -200)
                .step(1000)
                .pass(0, -200)
                .step(1000)
                .pass(3_600_000, -5200)
                .step(1000);

        assertThat(course.threads()).isEqualTo(threads);
    }

    @Test
    void outlook_longGap_beginsAnew() {
        run(60, t -> 10);
        run(60, t -> 10 + t);

        course.pass(0, 31_000).step(70);

        assertThat(forecast.outlook()).isSameAs(Outlook.NOTHING);
        assertThat(forecast.toLines()).isEmpty();
        assertThat(forecast.restore(forecast.toLines())).isTrue();
    }

    @Test
    void fit_aThirdOfThePointsAnywhere_isTheLineOfTheOthers() {
        double[] x = new double[30];
        double[] y = new double[30];
        for (int i = 0; i < 30; i++) {
            x[i] = i;
            y[i] = i % 4 == 1 ? 1e5 * random.nextDouble() : 3 + 2 * i;
        }
        TheilSen line = new TheilSen(30);
        line.fit(x, y, 30);

        assertThat(line.slope()).isCloseTo(2, within(0.3)); // by least squares thousands
        assertThat(line.at(40)).isCloseTo(83, within(8.0));

        line.fit(x, new double[] {3, 5, 7, 9}, 4);
        assertThat(line.slope()).isEqualTo(2);
        assertThat(line.at(40)).isEqualTo(83);
    }
}
