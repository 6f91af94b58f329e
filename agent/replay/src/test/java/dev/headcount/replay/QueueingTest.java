package dev.headcount.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headcount.scaling.Signal;
import org.junit.jupiter.api.Test;

/** The engine against queues whose answers are known in closed form. */
final class QueueingTest {

    private static final Settings FREE = Settings.STANDARD.starting(/* start= */ 0, /* warmUp= */ 30);

    @Test
    void waits_poissonArrivalsAtTenWorkers_followErlangC() {
        double work = 0.05;
        Scenario scenario = Scenario.builder("M/M/10")
                .lasting(2000)
                .arriving(160)
                .working(Scenario.Spread.EXPONENTIAL, work)
                .within(10, 10)
                .promising(0.05)
                .build();
        Outcome outcome = run(scenario, Laws.fixed(10));
        // a = 8, c = 10: C = 0.4092, times exp(-2 x 0.05 / 0.05)
        double expected = 0.4092 * Math.exp(-2);
        // four seeds gave 0.053 to 0.057; without contention for workers it is 0, with one worker less 0.21
        assertThat(outcome.violation).isCloseTo(expected, within(0.006));
    }

    @Test
    void service_oneSharedPlace_lengthensByTheInverseOfWhatIsLeft() {
        Scenario scenario = Scenario.builder("M/M/1-PS")
                .lasting(3000)
                .arriving(30)
                .working(Scenario.Spread.EXPONENTIAL, 0.02)
                .within(200, 200)
                .against(1, 0)
                .build();
        Laws.Witness witness = new Laws.Witness(200);
        run(scenario, witness);
        // work / (1 - 0.6) = 50 ms; first come, first served would have the same mean, but as wait
        assertThat(meanService(witness.last())).isCloseTo(0.05, within(0.003));
    }

    @Test
    void service_processorsShared_cpuShareTellsWhatIsUsed() {
        Scenario scenario = Scenario.builder("cpu")
                .lasting(600)
                .arriving(150)
                .working(Scenario.Spread.EXPONENTIAL, 0.01)
                .within(32, 32)
                .burning(2)
                .build();
        Laws.Witness witness = new Laws.Witness(32);
        run(scenario, witness);
        Signal last = witness.last();
        assertThat(last.processors()).isEqualTo(2);
        // M/M/2 with a = 1.5: tasks stay 22.9 ms, of which 10 are on a processor
        assertThat(meanService(last)).isCloseTo(0.0229, within(0.002));
        assertThat(last.cpuShare()).isBetween(0.3, 0.65);
    }

    @Test
    void speed_crowd_fallsWithItAndWithDegrade() {
        assertThat(Contention.speed(10, 10, 0.15)).isEqualTo(1);
        assertThat(Contention.speed(20, 10, 0)).isEqualTo(0.5);
        assertThat(Contention.speed(20, 10, 0.5)).isCloseTo(0.5 / 1.5, within(1e-12));
        assertThat(Contention.speed(1000, 0, 1)).isEqualTo(1);
    }

    @Test
    void littlesLaw_steadyLoad_holdsBetweenSignals() {
        Scenario scenario = Scenario.builder("little")
                .lasting(600)
                .arriving(160)
                .working(Scenario.Spread.LOGNORMAL, 0.05)
                .within(12, 12)
                .build();
        Laws.Witness witness = new Laws.Witness(12);
        // looks would come when many are busy, and the mean of what they see would be too high
        Replay.run(scenario, Workload.of(scenario, 1), FREE.ticking(0.2, 0), 1, witness);
        double busy = witness.signals.stream().mapToInt(Signal::busy).average().orElseThrow();
        double expected = witness.last().tally().completed() / 600.0 * meanService(witness.last());
        assertThat(busy).isCloseTo(expected, within(0.3));
    }

    @Test
    void signals_sampled_agreeWithExactOnes() {
        Scenario scenario = Scenario.builder("sampled")
                .lasting(120)
                .arriving(2000)
                .working(Scenario.Spread.EXPONENTIAL, 0.01)
                .within(22, 22)
                .promising(0.01)
                .build();
        Workload workload = Workload.of(scenario, 3);
        Laws.Witness exact = new Laws.Witness(22);
        Laws.Witness sampled = new Laws.Witness(22);
        Replay.run(scenario, workload, FREE, 3, exact);
        Replay.run(scenario, workload, FREE.sampled(true), 3, sampled);
        assertThat(meanService(sampled.last())).isCloseTo(meanService(exact.last()), within(0.001));
        assertThat(sampled.last().tally().completed())
                .isEqualTo(exact.last().tally().completed());
        double exactLate = lateShare(exact.last());
        assertThat(lateShare(sampled.last())).isCloseTo(exactLate, within(0.3 * exactLate));
        assertThat(sampled.last().waitP99Seconds()).isNotEqualTo(exact.last().waitP99Seconds());
    }

    private static double lateShare(Signal signal) {
        return (double) signal.tally().late() / signal.tally().waits();
    }

    private static double meanService(Signal signal) {
        return signal.tally().serviceSeconds() / signal.tally().services();
    }

    private static Outcome run(Scenario scenario, Law law) {
        return Replay.run(scenario, Workload.of(scenario, 1), FREE, 1, law);
    }
}
