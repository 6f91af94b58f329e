package dev.headcount.scaling.decider;

import static dev.headcount.scaling.Signals.at;
import static dev.headcount.scaling.Signals.idle;
import static dev.headcount.scaling.Signals.overloaded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThresholdTest {

    private static final double OBJECTIVE = 0.1;
    private static final Bounds BOUNDS = Bounds.of(8, 64, 256, OBJECTIVE);

    private final Threshold threshold = new Threshold();

    private Proposal propose(Signal.Builder signal, int target) {
        return threshold.propose(signal.build(), target, BOUNDS);
    }

    /** A hundred workers, so that one of them is one per cent; tasks so short that none waits for long. */
    private static Signal.Builder hundred(int busy) {
        return idle(0).size(100).busy(busy).serviceMeanSeconds(0.001);
    }

    @ParameterizedTest
    @CsvSource({"74, 100", "75, 100", "76, 101"})
    void propose_utilisationWithABacklog_growsAboveThreeQuarters(int busy, int size) {
        assertThat(propose(hundred(busy).queueDepth(1), 100).size()).isEqualTo(size);
    }

    @Test
    void propose_fullPoolWithoutABacklog_stays() {
        assertThat(propose(hundred(100), 100).size()).isEqualTo(100);
    }

    @Test
    void propose_oneFullReadingAfterAQuietMinute_isNoUtilisation() {
        for (double seconds = 0; seconds < 60; seconds += 0.2) {
            propose(hundred(50).nowNanos(at(seconds)), 100);
        }

        assertThat(propose(hundred(100).queueDepth(1).nowNanos(at(60)), 100).size())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"0.099, 8", "0.1, 8", "0.101, 9"})
    void propose_oldestWait_growsAboveTheObjective(double oldestWaitSeconds, int size) {
        assertThat(propose(idle(0).oldestWaitSeconds(oldestWaitSeconds), 8).size())
                .isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"0.099, 8", "0.1, 8", "0.101, 9"})
    void propose_p99WhileATaskWaits_growsAboveTheObjective(double waitP99Seconds, int size) {
        assertThat(propose(idle(0).queueDepth(1).waitP99Seconds(waitP99Seconds), 8)
                        .size())
                .isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"0.099, 8", "0.1, 8", "0.101, 9"})
    void propose_estimatedWait_growsAboveTheObjectiveByItself(double waitP99Seconds, int size) {
        assertThat(propose(idle(0).isWaitEstimated(true).waitP99Seconds(waitP99Seconds), 8)
                        .size())
                .isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"7, 8", "8, 8", "9, 9"})
    void propose_backlogThatTheWorkersHoldForLong_growsAboveTheObjective(int queueDepth, int size) {
        // eight workers at 100 ms each work off eight tasks within the objective of 100 ms
        assertThat(propose(idle(0).queueDepth(queueDepth), 8).size()).isEqualTo(size);
    }

    @Test
    void propose_p99OfABacklogThatIsGone_stays() {
        assertThat(propose(idle(0).busy(8).waitP99Seconds(9), 8).size()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"9.8, 26", "10, 27"})
    void propose_p99FromBeforeTheLastResize_countsOnlyWhenTheWindowHasPassed(double secondsAfter, int size) {
        propose(overloaded(0), 8);
        propose(idle(0.2).size(26), 26);

        Signal.Builder brieflyWaiting =
                idle(0.2 + secondsAfter).size(26).busy(19).queueDepth(1).waitP99Seconds(2.3);

        assertThat(propose(brieflyWaiting, 26).size()).isEqualTo(size);
    }

    @Test
    void propose_overload_growsByLittlesLaw() {
        // 192 x 0.1 / 0.75 = 25.6 for the arrivals, 100 x 0.1 / 1 s = 10 for the backlog
        assertThat(propose(overloaded(0), 8).size()).isEqualTo(36);
    }

    @Test
    void propose_longObjective_takesItForTheDrain() {
        Bounds patient = Bounds.of(8, 64, 256, 2);

        Signal signal = overloaded(0).queueDepth(200).oldestWaitSeconds(2.5).build();

        // 25.6 for the arrivals, 200 x 0.1 / 2 s = 10 for the backlog
        assertThat(threshold.propose(signal, 8, patient).size()).isEqualTo(36);
    }

    @Test
    void propose_residents_areAddedToTheDemand() {
        assertThat(propose(overloaded(0).size(11).busy(11).residents(3), 11).size())
                .isEqualTo(39);
    }

    @Test
    void propose_demandThatTheTargetMeetsAlready_growsByOne() {
        assertThat(propose(overloaded(0).size(40).busy(40), 40).size()).isEqualTo(41);
    }

    @Test
    void propose_demandMetByThreadsThatHaveNotStarted_waitsForThem() {
        assertThat(propose(overloaded(0).size(39).busy(39), 40).size()).isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "8, 12", "9, 13"})
    void propose_serviceTimeUnknownForASecond_growsByHalf(int target, int size) {
        assertThat(propose(blind(0, target), target).size()).isEqualTo(target);
        assertThat(propose(blind(0.9, target), target).size()).isEqualTo(target);
        assertThat(propose(blind(1, target), target).size()).isEqualTo(size);
    }

    @Test
    void propose_serviceTimeKnownWhileItWaits_growsByDemandAtOnce() {
        assertThat(propose(blind(0, 8), 8).size()).isEqualTo(8);
        assertThat(propose(overloaded(0.2), 8).size()).isEqualTo(36);
    }

    private static Signal.Builder blind(double seconds, int target) {
        return overloaded(seconds).size(target).serviceMeanSeconds(Double.NaN);
    }

    @Test
    void propose_absurdRate_staysAnInteger() {
        assertThat(propose(overloaded(0).arrivalRatePerSecond(1e300), 8).size()).isEqualTo((1 << 29) - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8", // the floor
        "1, 11", // 1 / 11 < 0.10, 1 / 10 is not
        "2, 21", "3, 26", // 31 would be needed: stay
    })
    void propose_littleUse_shrinksToTheSmallestSizeBelowATenth(int busy, int size) {
        assertThat(propose(idle(0).size(26).busy(busy), 26).size()).isEqualTo(size);
    }

    @Test
    void propose_littleUseButATaskWaits_stays() {
        assertThat(propose(idle(0).size(26).queueDepth(1), 26).size()).isEqualTo(26);
    }

    @Test
    void propose_littleUseOfLate_shrinksOnlyWhenItIsSmoothedOut() {
        propose(idle(0).size(26).busy(20), 26);

        // 20 x 2^(-t / 10 s): below 2.5, for 25, after 30 s; below 0.8, for 8, after 46.4 s
        assertThat(propose(idle(29).size(26), 26).size()).isEqualTo(26);
        assertThat(propose(idle(31).size(26), 26).size()).isEqualTo(24);
        assertThat(propose(idle(46).size(26), 26).size()).isEqualTo(9);
        assertThat(propose(idle(47).size(26), 26).size()).isEqualTo(8);
    }

    @Test
    void propose_littleUseOfLateButManyBusyNow_keepsThose() {
        propose(idle(0).size(26), 26);

        assertThat(propose(idle(0.2).size(26).busy(20), 26).size()).isEqualTo(20);
    }

    @Test
    void propose_residents_stayAboveTheShrunkSize() {
        assertThat(propose(idle(0).size(26).busy(10).residents(10), 26).size()).isEqualTo(11);
    }
}
