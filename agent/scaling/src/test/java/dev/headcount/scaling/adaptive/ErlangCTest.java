package dev.headcount.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErlangCTest {

    private static double loss(int threads, double load) {
        double loss = 1;
        for (int c = 1; c <= threads; c++) {
            loss = ErlangC.lossAfter(loss, c, load);
        }
        return loss;
    }

    /** The published table of traffic that a trunk group carries at a loss of 1 %. */
    @ParameterizedTest(name = "{0} threads, load {1}")
    @CsvSource({"1, 0.0101", "2, 0.153", "5, 1.36", "10, 4.46", "20, 12.0", "50, 37.9", "100, 84.1"})
    void loss_tableOfOnePercent_isOnePercent(int threads, double load) {
        assertThat(loss(threads, load)).isCloseTo(0.01, within(0.0003));
    }

    /** The published example of ten Erlangs in a call centre. */
    @ParameterizedTest(name = "{0} threads")
    @CsvSource({"11, 0.682", "12, 0.449", "13, 0.285", "14, 0.174"})
    void waiting_tenErlangs_isAsPublished(int threads, double probability) {
        assertThat(ErlangC.waiting(threads, 10)).isCloseTo(probability, within(0.001));
    }

    @Test
    void waiting_oneThread_isItsUtilisation() {
        assertThat(ErlangC.waiting(1, 0.7)).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void waiting_twoThreadsHalfBusy_isAThird() {
        assertThat(ErlangC.waiting(2, 1)).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void waiting_noLoad_isNever() {
        assertThat(ErlangC.waiting(3, 0)).isZero();
    }

    @Test
    void waiting_loadOfAllThreads_isCertain() {
        assertThat(ErlangC.waiting(8, 8)).isEqualTo(1);
        assertThat(ErlangC.waiting(8, 800)).isEqualTo(1);
    }

    /** The factorials of the closed form overflow from 171 on. */
    @Test
    void waiting_thousandsOfThreads_isStillANumber() {
        assertThat(ErlangC.waiting(5_000, 4_900)).isBetween(0.05, 0.2);
    }
}
