package dev.headcount.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headcount.scaling.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ticks, scores, and that nothing is left to chance but the seed. */
final class ReplayTest {

    private static final Scenario STEADY = Scenario.builder("steady")
            .lasting(120)
            .arriving(100)
            .working(Scenario.Spread.EXPONENTIAL, 0.05)
            .within(2, 64)
            .build();

    @Test
    void run_sameSeed_sameOutcome() {
        Law greedy = (signal, target) -> signal.busy() + signal.queueDepth() + 1;
        Outcome one = Replay.run(STEADY, Workload.of(STEADY, 7), Settings.STANDARD, 7, greedy);
        Outcome two = Replay.run(STEADY, Workload.of(STEADY, 7), Settings.STANDARD, 7, greedy);
        Outcome other = Replay.run(STEADY, Workload.of(STEADY, 8), Settings.STANDARD, 8, greedy);
        assertThat(one.threadSeconds).isEqualTo(two.threadSeconds).isNotEqualTo(other.threadSeconds);
        assertThat(one.events).isEqualTo(two.events);
        assertThat(one.violation).isEqualTo(two.violation);
    }

    @Test
    void tick_quietQueue_comesEachFifthOfASecond() {
        Laws.Witness witness = new Laws.Witness(64);
        Replay.run(STEADY, Workload.of(STEADY, 1), Settings.STANDARD, 1, witness);
        assertThat(witness.secondsOfTick(0)).isCloseTo(0.2, within(1e-6));
        assertThat(witness.secondsOfTick(100)).isCloseTo(20.2, within(0.01));
    }

    @Test
    void tick_backlogGrows_comesAtTheNextLook() {
        Scenario.Builder burst = Scenario.builder("burst").lasting(10).within(2, 64);
        burst.batchSeconds = new double[] {5.01};
        burst.batchSize = 100;
        Scenario scenario = burst.build();
        Laws.Witness witness = new Laws.Witness(2);
        Replay.run(scenario, Workload.of(scenario, 1), Settings.STANDARD, 1, witness);
        List<Double> ticks = witness.signals.stream()
                .map(signal -> Replay.secondsOf(signal.nowNanos()))
                .toList();
        assertThat(ticks).anySatisfy(seconds -> assertThat(seconds).isCloseTo(5.05, within(1e-6)));
        Laws.Witness blind = new Laws.Witness(2);
        Replay.run(scenario, Workload.of(scenario, 1), Settings.STANDARD.ticking(0.2, 0), 1, blind);
        assertThat(blind.signals)
                .noneSatisfy(signal ->
                        assertThat(Replay.secondsOf(signal.nowNanos())).isCloseTo(5.05, within(1e-6)));
    }

    @Test
    void threadSeconds_fixedSize_areThoseOfLiveWorkersAfterTheWarmUp() {
        Outcome outcome = Replay.run(STEADY, Workload.of(STEADY, 1), Settings.STANDARD, 1, Laws.fixed(10));
        assertThat(outcome.threadSeconds).isCloseTo(10 * 90, within(0.001));
        assertThat(outcome.peak).isEqualTo(10);
        assertThat(outcome.resizesPerMinute).isZero();
    }

    @Test
    void reversals_swingingLaw_areCountedPerMinute() {
        Law swinging = new Law() {
            private int size = 10;

            @Override
            public int size(Signal signal, int target) {
                size = 30 - size;
                return size;
            }
        };
        Outcome outcome = Replay.run(STEADY, Workload.of(STEADY, 1), Settings.STANDARD.ticking(1, 0), 1, swinging);
        assertThat(outcome.resizesPerMinute).isCloseTo(60, within(1.0));
        assertThat(outcome.reversalsPerMinute).isCloseTo(60, within(1.0));
    }

    @Test
    void violation_tooFewWorkers_countsTheWaitingToo() {
        Outcome outcome = Replay.run(STEADY, Workload.of(STEADY, 1), Settings.STANDARD, 1, Laws.fixed(2));
        assertThat(outcome.violation).isGreaterThan(0.99);
    }

    @Test
    void recovery_growthTwoSecondsAfterAStep_isSeen() {
        Scenario.Builder builder = Scenario.builder("step").lasting(120).within(2, 64);
        builder.arrivals = new Rates(new double[] {0, 60}, new double[] {10, 400});
        builder.marks = new double[] {60};
        Scenario scenario = builder.build();
        Law late = (signal, target) -> Replay.secondsOf(signal.nowNanos()) < 62 ? 2 : 60;
        Outcome outcome = Replay.run(scenario, Workload.of(scenario, 1), Settings.STANDARD, 1, late);
        assertThat(outcome.recoverSeconds).isBetween(1.9, 3.5);
    }

    @Test
    void rejection_boundedQueue_isLateAndDropped() {
        Scenario.Builder builder =
                Scenario.builder("bounded").lasting(60).arriving(100).within(2, 64);
        builder.queueCapacity = 10;
        Scenario scenario = builder.build();
        Outcome outcome = Replay.run(scenario, Workload.of(scenario, 1), Settings.STANDARD, 1, Laws.fixed(2));
        assertThat(outcome.dropped).isGreaterThan(3000);
        assertThat(outcome.violation).isGreaterThan(0.5);
    }

    @Test
    void callerRuns_fullQueue_losesNothingAndHoldsTheSenderBack() {
        Scenario.Builder builder =
                Scenario.builder("caller").lasting(60).arriving(100).within(2, 64);
        builder.queueCapacity = 10;
        builder.refusal = Scenario.Refusal.CALLER_RUNS;
        Scenario scenario = builder.build();
        Outcome outcome = Replay.run(scenario, Workload.of(scenario, 1), Settings.STANDARD, 1, Laws.fixed(2));
        assertThat(outcome.dropped).isZero();
        assertThat(outcome.violation).isGreaterThan(0.5);
    }

    @Test
    void closedLoop_fewWorkers_throttlesTheClients() {
        Scenario.Builder builder = Scenario.builder("closed").lasting(120).within(1, 64);
        builder.clients = 20;
        builder.thinkMeanSeconds = 0.05;
        Scenario scenario = builder.build();
        // one worker ends 20 a second; without waiting the clients would send 200
        Outcome one = Replay.run(scenario, Workload.of(scenario, 1), Settings.STANDARD, 1, Laws.fixed(1));
        Outcome many = Replay.run(scenario, Workload.of(scenario, 1), Settings.STANDARD, 1, Laws.fixed(64));
        assertThat(one.completed / 120.0).isCloseTo(20, within(1.5));
        assertThat(many.completed / 120.0).isCloseTo(200, within(8.0));
    }

    @Test
    void retries_overload_multiplyTheLoad() {
        Scenario.Builder builder =
                Scenario.builder("storm").lasting(60).arriving(100).within(2, 64);
        builder.retries = 3;
        builder.retryAfterSeconds = 1;
        Scenario scenario = builder.build();
        Laws.Witness witness = new Laws.Witness(2);
        Replay.run(scenario, Workload.of(scenario, 1), Settings.STANDARD, 1, witness);
        assertThat(witness.last().tally().submitted()).isGreaterThan(3 * 6000);
    }

    @Test
    void poolBehind_overloaded_lengthensServiceWhateverTheSize() {
        Scenario.Builder builder =
                Scenario.builder("behind").lasting(120).arriving(100).within(2, 64);
        builder.behindSize = 4;
        builder.behindWorkMeanSeconds = 0.05;
        Scenario scenario = builder.build();
        Outcome outcome = Replay.run(scenario, Workload.of(scenario, 1), Settings.STANDARD, 1, Laws.fixed(64));
        assertThat(outcome.completed / 120.0).isCloseTo(80, within(4.0));
    }

    @Test
    void distance_costLatenessAndReversals_multiply() {
        Outcome outcome = new Outcome(0.05, 0, 0, 0, 1500, 0, 10, 0, Double.NaN, 0, 0, 0);
        Base base = new Base(1000, 0.02);
        assertThat(outcome.distance(base, 50)).isCloseTo(1.5 * 2.5 * 1.1, within(1e-9));
        assertThat(outcome.distance(base, 10)).isCloseTo(1.5 * 1.3 * 1.1, within(1e-9));
        assertThat(outcome.distance(new Base(2000, 0.2), 50)).isCloseTo(1.1, within(1e-9));
    }

    @Test
    void scaled_serviceTenfold_needsAsManyWorkers() {
        Scenario slow = STEADY.scaled(/* load= */ 1, /* service= */ 10, /* objective= */ 1);
        assertThat(slow.arrivals.at(5)).isCloseTo(10, within(1e-9));
        assertThat(slow.workMeanSeconds).isCloseTo(0.5, within(1e-9));
        assertThat(slow.objectiveSeconds).isCloseTo(1, within(1e-9));
        Scenario wide = STEADY.scaled(/* load= */ 2, /* service= */ 1, /* objective= */ 1);
        assertThat(wide.arrivals.at(5)).isCloseTo(200, within(1e-9));
        assertThat(wide.ceiling).isEqualTo(128);
    }

    @Test
    void first_laterMarksAndBatches_areLeftOut() {
        Scenario.Builder builder = Scenario.builder("cut").lasting(600);
        builder.marks = new double[] {50, 300};
        builder.batchSeconds = new double[] {20, 400};
        builder.batchSize = 7;
        Scenario cut = builder.build().first(100);
        assertThat(cut.durationSeconds).isEqualTo(100);
        assertThat(cut.marks).containsExactly(50);
        assertThat(Workload.of(cut, 1).size()).isEqualTo(7);
    }
}
