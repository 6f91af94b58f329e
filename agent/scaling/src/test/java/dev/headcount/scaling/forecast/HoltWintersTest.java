package dev.headcount.scaling.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Against a published series: airline passengers a month, 1949 to 1960, in thousands (Box and Jenkins 1976, series G),
 * with the parameters and results of R's {@code HoltWinters(AirPassengers)}, as far as they are printed.
 */
final class HoltWintersTest {

    private static final double[] PASSENGERS = {
        112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118,
        115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140,
        145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166,
        171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194,
        196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201,
        204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229,
        242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278,
        284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306,
        315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336,
        340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337,
        360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405,
        417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432
    };

    private static final int YEAR = 12;

    private static StartValues start(double[] two, boolean isMultiplicative) {
        int[] places = new int[two.length];
        Arrays.setAll(places, i -> i % YEAR);
        return StartValues.of(two, places, YEAR, isMultiplicative);
    }

    private static HoltWinters fitted(double alpha, double beta, double gamma, boolean isMultiplicative) {
        HoltWinters model =
                new HoltWinters(alpha, beta, gamma, start(Arrays.copyOf(PASSENGERS, 2 * YEAR), isMultiplicative));
        for (int i = YEAR; i < PASSENGERS.length; i++) {
            model.step(i % YEAR, PASSENGERS[i]);
        }
        return model;
    }

    private static double[] season(HoltWinters model) {
        double[] season = new double[YEAR];
        Arrays.setAll(season, model::season);
        return season;
    }

    @Test
    void step_passengersMultiplicative_endsWhereRDoes() {
        HoltWinters model = fitted(0.2755925, 0.03269295, 0.8707292, true);

        assertThat(model.level()).isCloseTo(469.3232206, within(1e-4));
        assertThat(model.trend()).isCloseTo(3.0215391, within(1e-5));
        assertThat(season(model))
                .containsExactly(
                        new double[] {
                            .9464611, .8829239, .9717369, 1.0304825, 1.0476884, 1.1805272, 1.3590778, 1.3331706,
                            1.1083381, .9868813, .8361333, .9209877
                        },
                        within(1e-6));
    }

    @Test
    void step_passengersAdditive_endsWhereRDoes() {
        HoltWinters model = fitted(.2479595, .03453373, 1, false);

        assertThat(model.level()).isCloseTo(477.827781, within(1e-4));
        assertThat(model.trend()).isCloseTo(3.127627, within(1e-5));
        assertThat(season(model))
                .containsExactly(
                        new double[] {
                            -27.457685,
                            -54.692464,
                            -20.174608,
                            12.919120,
                            18.873607,
                            75.294426,
                            152.888368,
                            134.613464,
                            33.778349,
                            -18.379060,
                            -87.772408,
                            -45.827781
                        },
                        within(1e-4));
    }

    @Test
    void predict_severalSteps_isTheLineAndTheSeasonOfThatPlace() {
        HoltWinters additive = fitted(.2479595, .03453373, 1, false);
        HoltWinters multiplicative = fitted(0.2755925, 0.03269295, 0.8707292, true);

        assertThat(additive.predict(2, 3)).isCloseTo(477.827781 + 3 * 3.127627 - 20.174608, within(1e-3));
        assertThat(multiplicative.predict(2, 3)).isCloseTo((469.3232206 + 3 * 3.0215391) * .9717369, within(1e-3));
    }

    @Test
    void start_placeNeverSeen_isLeftOutAndNeutral() {
        double[] two = new double[2 * YEAR];
        Arrays.setAll(two, i -> i % YEAR == 9 ? Double.NaN : i % YEAR == 3 ? 160 : 100);

        StartValues start = start(two, false);

        assertThat(start.level).isCloseTo(1160 / 11.0, within(1e-9)); // with a zero in its place 1160 / 12
        assertThat(start.trend).isCloseTo(0, within(1e-9));
        assertThat(start.season[9]).isZero();
        assertThat(start.season[3]).isCloseTo(160 - 1160 / 11.0, within(1e-9));
        assertThat(start(two, true).season[9]).isEqualTo(1);
    }

    @Test
    void start_nothingEverCame_hasNoRatio() {
        assertThat(start(new double[2 * YEAR], true)).isNull();
        assertThat(start(new double[2 * YEAR], false).level).isZero();
    }

    @Test
    void step_nightsWithoutLoadMultiplicative_staysFinite() {
        double[] two = new double[2 * YEAR];
        Arrays.setAll(two, i -> i % YEAR < 6 ? 0 : 40);
        HoltWinters model = new HoltWinters(0.3, 0.01, 0.4, start(two, true));
        for (int i = 0; i < 100_000; i++) {
            model.step(i % YEAR, i % YEAR < 6 ? 0 : 40);
        }

        assertThat(model.predict(8, 1)).isCloseTo(40, within(1.0));

        model.step(0, 40);

        assertThat(model.level()).isBetween(0.0, 40 * 100 * 0.3 + 100); // 40 / LEAST_FACTOR, a third of it
    }
}
