package dev.headcount.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headcount.scaling.Signal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoadTest {

    private final Counts counts = new Counts();

    @Test
    void load_steadyArrivals_isRateTimesService() {
        Load load = counts.looks(6, 12, 12, 0.1).load();

        assertThat(load.ratePerSecond()).isCloseTo(120, within(1e-6));
        assertThat(load.threads()).isCloseTo(12, within(1e-6));
    }

    @Test
    void rate_tenfoldStep_isFollowedWithinTwoTenths() {
        counts.looks(6, 4, 4, 0.05);
        assertThat(counts.load().ratePerSecond()).isCloseTo(40, within(1.0));

        counts.looks(0.2, 40, 4, 0.05);
        // healthy 400; 52 when the windows don't adapt
        assertThat(counts.load().ratePerSecond()).isCloseTo(400, within(20.0));
    }

    @Test
    void service_fivefoldStep_isFollowedOnceFiveTasksHaveEnded() {
        counts.looks(6, 12, 12, 0.05).looks(0.3, 12, 4, 0.25);

        assertThat(counts.load().serviceSeconds()).isCloseTo(0.25, within(0.01));
    }

    /** Poisson arrivals of 100 a second: over 5 s the deviation is 4.5, over 0.1 s it is 32. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rate_poissonArrivals_isAveragedOverSeconds(long seed) {
        Random random = new Random(seed);
        counts.looks(1, 10, 10, 0.05);
        double squares = 0;
        for (int i = 0; i < 500; i++) {
            counts.look(0.1, poisson(random, 10), 10, 0.05);
            double off = counts.load().ratePerSecond() - 100;
            squares += off * off;
        }
        // healthy 5 to 9; 32 when only the shortest window counts
        assertThat(Math.sqrt(squares / 500)).as("seed " + seed).isLessThan(15);
    }

    private static int poisson(Random random, double mean) {
        int tasks = 0;
        for (double product = random.nextDouble(); product > Math.exp(-mean); product *= random.nextDouble()) {
            tasks++;
        }
        return tasks;
    }

    @Test
    void load_poolThatCountsNothing_isTakenFromTheRates() {
        Ledger ledger = new Ledger();
        Load load = new Load();
        for (int tick = 0; tick < 20; tick++) {
            Signal signal = Signal.builder()
                    .nowNanos(tick * 200_000_000L)
                    .arrivalRatePerSecond(50)
                    .throughputPerSecond(50)
                    .serviceMeanSeconds(0.2)
                    .build();
            ledger.add(signal);
            load.read(ledger, signal);
        }

        assertThat(load.threads()).isCloseTo(10, within(1e-6));
    }

    @Test
    void load_noTaskEndedYet_isUnknown() {
        Load load = counts.looks(1, 5, 0, 0).load();

        assertThat(load.isKnown()).isFalse();
        assertThat(load.threads()).isZero();
    }

    @Test
    void ledger_clockThatStandsOrGoesBack_losesNothing() {
        counts.looks(2, 12, 12, 0.1);
        double before = counts.ledger.now();
        counts.look(0, 5, 5, 0.1).look(-3, 5, 5, 0.1);
        assertThat(counts.ledger.now()).isEqualTo(before);

        counts.looks(6, 12, 12, 0.1);
        assertThat(counts.load().threads()).isCloseTo(12, within(0.1));
    }
}
