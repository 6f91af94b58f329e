package dev.headcount.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StaffingTest {

    private static final int UNBOUNDED = Integer.MAX_VALUE;

    /** By hand: C(12, 8) exp(-4 x 25/50) = 0.14 x 0.135 = 0.019, C(13, 8) exp(-5 x 25/50) = 0.076 x 0.082 = 0.006. */
    @ParameterizedTest(name = "share {0}")
    @CsvSource({"0.02, 12", "0.018, 13", "0.0065, 13", "0.006, 14"})
    void threads_eightBusyWithHalfATaskOfPatience_isTheFirstBelowTheShare(double share, int threads) {
        assertThat(Staffing.threads(8, 25.0 / 50 / 2, UNBOUNDED, share, 64)).isEqualTo(threads);
    }

    @Test
    void threads_whatever_isMoreThanTheLoad() {
        assertThat(Staffing.threads(8, 1_000, UNBOUNDED, 1, 64)).isEqualTo(9);
        assertThat(Staffing.threads(7.9, 1_000, UNBOUNDED, 1, 64)).isEqualTo(8);
    }

    @Test
    void threads_moreThanTheMost_isTheMost() {
        assertThat(Staffing.threads(100, 1, UNBOUNDED, 0.01, 64)).isEqualTo(64);
        assertThat(Staffing.threads(0, 1, UNBOUNDED, 0.01, 64)).isEqualTo(1);
    }

    @Test
    void threads_moreLoadOrASmallerShareOrLessPatience_isNeverFewer() {
        for (double load = 0; load < 60; load += 0.3) {
            int threads = Staffing.threads(load, 0.5, UNBOUNDED, 0.05, 256);
            assertThat(Staffing.threads(load + 0.3, 0.5, UNBOUNDED, 0.05, 256)).isGreaterThanOrEqualTo(threads);
            assertThat(Staffing.threads(load, 0.5, UNBOUNDED, 0.01, 256)).isGreaterThanOrEqualTo(threads);
            assertThat(Staffing.threads(load, 0.2, UNBOUNDED, 0.05, 256)).isGreaterThanOrEqualTo(threads);
        }
    }

    @Test
    void threads_shortQueue_leavesLittleToIt() {
        int unbounded = Staffing.threads(20, 10, UNBOUNDED, 0.01, 64);

        assertThat(unbounded).isEqualTo(21);
        assertThat(Staffing.threads(20, 10, 4, 0.01, 64)).isBetween(27, 30);
        assertThat(Staffing.threads(20, 10, 1_000, 0.01, 64)).isEqualTo(unbounded);
    }
}
