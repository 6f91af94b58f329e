package dev.headcount.demo.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LedgerTest {

    /** So large that the clock wraps within a test, as the real one may. */
    private static final long START = Long.MAX_VALUE - 1_000;

    private final Ledger ledger = new Ledger();

    @Test
    void arrived_taskThatWasDue_waitedFromDueToArrival() {
        ledger.due(7, at(0));
        ledger.arrived(7, at(40));

        assertThat(ledger.takeArrivals().p99()).isEqualTo(new Wait(40));
        assertThat(ledger.outstanding()).isZero();
        assertThat(ledger.doubledCount()).isZero();
    }

    @Test
    void arrived_sameTaskAgain_isDoubledAndKeepsItsFirstWait() {
        ledger.due(7, at(0));
        ledger.arrived(7, at(40));
        ledger.arrived(7, at(90));

        assertThat(ledger.doubledCount()).isEqualTo(1);
        assertThat(ledger.ofTasksDue(at(0), at(1)).p99()).isEqualTo(new Wait(40));
    }

    @Test
    void arrived_taskThatNobodySent_isDoubled() {
        ledger.arrived(7, at(0));

        assertThat(ledger.doubledCount()).isEqualTo(1);
        assertThat(ledger.takeArrivals().isEmpty()).isTrue();
    }

    @Test
    void outstanding_taskThatNeverArrived_isCountedAndWaitsForEver() {
        ledger.due(1, at(0));
        ledger.due(2, at(0));
        ledger.arrived(2, at(40));

        assertThat(ledger.outstanding()).isEqualTo(1);
        assertThat(ledger.ofTasksDue(at(0), at(1)).p99()).isEqualTo(Wait.FOR_EVER);
    }

    @Test
    void refused_taskThatNeverArrived_isNeitherOutstandingNorWaiting() {
        ledger.due(1, at(0));
        ledger.refused(1, "status 503");

        assertThat(ledger.outstanding()).isZero();
        assertThat(ledger.refusedCount()).isEqualTo(1);
        assertThat(ledger.ofTasksDue(at(0), at(1)).isEmpty()).isTrue();
        assertThat(ledger.firstRefusal()).contains("task 1: status 503");
    }

    @Test
    void refused_taskThatArrivedAllTheSame_wasNotRefused() {
        ledger.due(1, at(0));
        ledger.refused(1, "connection closed");
        ledger.arrived(1, at(40));

        assertThat(ledger.refusedCount()).isZero();
        assertThat(ledger.ofTasksDue(at(0), at(1)).p99()).isEqualTo(new Wait(40));
    }

    @Test
    void ofTasksDue_clockThatWraps_takesTheStartAndLeavesTheEnd() {
        ledger.due(0, at(999));
        ledger.arrived(0, at(1_500));
        ledger.due(1, at(1_000));
        ledger.arrived(1, at(1_001));
        ledger.due(2, at(2_000));
        ledger.arrived(2, at(2_500));

        Waits middle = ledger.ofTasksDue(at(1_000), at(2_000));

        assertThat(middle.p50()).isEqualTo(new Wait(1));
        assertThat(middle.p99()).isEqualTo(new Wait(1));
    }

    @Test
    void takeArrivals_secondCall_holdsOnlyWhatCameSince() {
        ledger.due(1, at(0));
        ledger.arrived(1, at(40));
        ledger.takeArrivals();

        assertThat(ledger.takeArrivals().isEmpty()).isTrue();
    }

    private static long at(long nanosAfterStart) {
        return START + nanosAfterStart;
    }
}
