package dev.headcount.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headcount.scaling.Policy;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is known in full, seen as a recording would see it, read again, and replayed. */
final class RecordingTest {

    private static final String COMMON = """
            name=known
            service.mean_ms=50
            slo.wait_p99_ms=200
            floor=2
            ceiling=64
            """;

    private final StringBuilder observed = new StringBuilder(Observed.HEADER + "\n");
    private final Recorder recorder = new Recorder("orders, new");

    private static Look look(Signal signal, Scenario scenario) {
        Map<String, Double> figures = new HashMap<>();
        figures.put("LookMillis", signal.nowNanos() / 1e6);
        figures.put("Size", (double) signal.size());
        figures.put("Busy", (double) signal.busy());
        figures.put("QueueDepth", (double) signal.queueDepth());
        figures.put("QueueCapacity", -1.0);
        figures.put("Core", (double) signal.core());
        figures.put("Floor", (double) scenario.floor);
        figures.put("Ceiling", (double) scenario.ceiling);
        figures.put("Knee", 0.0);
        figures.put("WaitObjectiveMillis", scenario.objectiveSeconds * 1000);
        figures.put("SubmittedCount", (double) signal.tally().submitted());
        figures.put("RejectedCount", 0.0);
        figures.put("DroppedCount", (double) signal.tally().dropped());
        figures.put("CompletedCount", (double) signal.tally().completed());
        figures.put("WaitCount", (double) signal.tally().waits());
        figures.put("LateCount", (double) signal.tally().late());
        figures.put("WaitP50Millis", signal.waitP50Seconds() * 1000);
        figures.put("WaitP99Millis", signal.waitP99Seconds() * 1000);
        figures.put("ServiceCount", (double) signal.tally().services());
        figures.put("ServiceSumSeconds", signal.tally().serviceSeconds());
        figures.put("ServiceMeanMillis", signal.serviceMeanSeconds() * 1000);
        figures.put("ServiceVariation", signal.serviceVariation());
        return new Look(figures::get);
    }

    private Outcome run(Scenario scenario, Settings settings) {
        PolicyLaw law = new PolicyLaw(Policy.adaptive(), scenario, 0);
        return Replay.run(scenario, Workload.of(scenario, 7), settings, 7, (signal, target) -> {
            String row = recorder.add(look(signal, scenario));
            if (row != null) {
                observed.append(row).append('\n');
            }
            return law.size(signal, target);
        });
    }

    private WhatIf recorded() {
        Scenario scenario =
                ScenarioReader.read("known.properties", recorder.properties("known.csv"), name -> recorder.rates());
        return new WhatIf(scenario, Observed.read("observed.csv", observed.toString(), scenario.name));
    }

    @ParameterizedTest
    @CsvSource({
        "exp, '', '0,40;60,400;180,40'",
        "exp, '', '0,80;75,600;85,80;190,600;200,80'",
        "exp, '100-160:5', '0,120'",
        "const, '', '0,100;100,300'",
    })
    void replay_ofARecording_comesNearWhatWasSeen(String dist, String slow, String rates) {
        Scenario scenario = ScenarioReader.read(
                "known.properties",
                COMMON + "duration_s=240\nservice.dist=" + dist + "\nslow.windows=" + slow + "\n",
                name -> "seconds,arrivals_per_second\n" + rates.replace(';', '\n') + "\n");
        Settings settings = Settings.STANDARD.starting(0.0001, 24);
        Outcome truth = run(scenario, settings);
        WhatIf whatIf = recorded();
        Outcome seen = whatIf.observed();
        Outcome adaptive = whatIf.with(Policy.adaptive());
        assertThat(seen.threadSeconds).isCloseTo(truth.threadSeconds, within(0.01 * truth.threadSeconds));
        assertThat(seen.violation).isCloseTo(truth.violation, within(0.002));
        assertThat(seen.waitP99Seconds).isCloseTo(truth.waitP99Seconds, within(0.2 * truth.waitP99Seconds));
        assertThat(seen.resizesPerMinute).isCloseTo(truth.resizesPerMinute, within(0.3));
        assertThat(seen.peak).isEqualTo(truth.peak);
        // 1.4 % at most; 30 % where the slow minute is not told
        assertThat(adaptive.threadSeconds).isCloseTo(truth.threadSeconds, within(0.05 * truth.threadSeconds));
        // 1.2 points at most; other chance in the first second of a step
        assertThat(adaptive.violation).isCloseTo(truth.violation, within(0.02));
    }

    @Test
    void properties_ofSlowMinute_sayWhenAndHowMuch() {
        run(
                ScenarioReader.read(
                        "known.properties",
                        COMMON + "duration_s=240\nslow.windows=100.4-160:5\n",
                        name -> "seconds,arrivals_per_second\n0,120\n"),
                Settings.STANDARD);
        Scenario scenario =
                ScenarioReader.read("known.properties", recorder.properties("known.csv"), name -> recorder.rates());
        assertThat(scenario.spread).isEqualTo(Scenario.Spread.EXPONENTIAL);
        assertThat(scenario.workMeanSeconds).isCloseTo(0.05, within(0.002));
        assertThat(scenario.slowdownAt(98)).isEqualTo(1);
        // the first seconds are a stretch of their own: what ends in them is short, or began before
        assertThat(scenario.slowdownAt(106)).isCloseTo(5, within(0.25));
        assertThat(scenario.slowdownAt(158)).isCloseTo(5, within(0.25));
        assertThat(scenario.slowdownAt(163)).isEqualTo(1);
        // seconds that are slow in part stand between the two, and never on top of one another
        for (double moment = 0; moment < 240; moment += 0.01) {
            assertThat(scenario.slowdownAt(moment)).isBetween(0.7, 5.5);
        }
        assertThat(scenario.name).isEqualTo("orders, new");
    }

    @Test
    void rates_ofRecording_holdEveryTask() {
        Scenario known = ScenarioReader.read(
                "known.properties",
                COMMON + "duration_s=60\n",
                name -> "seconds,arrivals_per_second\n0,40\n20,0\n40,300\n");
        run(known, Settings.STANDARD);
        Scenario scenario =
                ScenarioReader.read("known.properties", recorder.properties("known.csv"), name -> recorder.rates());
        assertThat(scenario.isCounted).isTrue();
        long tasks = recorder.arrivals() + scenario.batchSize;
        assertThat(Workload.of(scenario, 1).size()).isEqualTo((int) tasks);
        assertThat(Workload.of(scenario, 2).size()).isEqualTo((int) tasks);
    }

    @Test
    void knownKnee_becomesWhatTheDownstreamBears() {
        // eight share what four use at full speed: each takes twice its work, and that is not the task's own
        for (int look = 0; look <= 50; look++) {
            Map<String, Double> figures = new HashMap<>();
            Look.FIGURES.forEach(name -> figures.put(name, 0.0));
            figures.put("LookMillis", 200.0 * look);
            figures.put("Size", 8.0);
            figures.put("Busy", 8.0);
            figures.put("Floor", 1.0);
            figures.put("Ceiling", 16.0);
            figures.put("Knee", 4.0);
            figures.put("QueueCapacity", 50.0);
            figures.put("RejectedCount", 1.0 * look);
            figures.put("WaitObjectiveMillis", 100.0);
            figures.put("SubmittedCount", 16.0 * look);
            figures.put("ServiceCount", 16.0 * look);
            figures.put("ServiceSumSeconds", 1.6 * look);
            figures.put("ServiceVariation", 0.0);
            recorder.add(new Look(figures::get));
        }
        Scenario scenario =
                ScenarioReader.read("known.properties", recorder.properties("known.csv"), name -> recorder.rates());
        assertThat(scenario.capacityAt(5)).isEqualTo(4);
        assertThat(scenario.workMeanSeconds).isCloseTo(0.05, within(1e-6));
        assertThat(scenario.spread).isEqualTo(Scenario.Spread.CONSTANT);
        // rejected and not dropped: their callers ran them
        assertThat(scenario.queueCapacity).isEqualTo(50);
        assertThat(scenario.refusal).isEqualTo(Scenario.Refusal.CALLER_RUNS);
        assertThat(scenario.arrivals.at(5)).isCloseTo(85, within(0.01));
    }

    @Test
    void countsThatBeginAnew_leaveTheRecordingReadable() {
        Scenario scenario = Scenario.builder("x").build();
        for (int look = 0; look < 3; look++) {
            Signal signal = Signal.builder()
                    .nowNanos(1_000_000_000L * look)
                    .size(2)
                    .tally(Tally.builder()
                            .submitted(look == 2 ? 1 : 50)
                            .completed(look == 2 ? 1 : 50)
                            .build())
                    .build();
            observed.append(recorder.add(look(signal, scenario))).append('\n');
        }
        assertThat(Observed.read("observed.csv", observed.toString(), "orders, new")
                        .outcome(0)
                        .peak)
                .isEqualTo(2);
        assertThat(recorder.rates()).doesNotContain("-");
    }

    @Test
    void lookReadTwice_isNoRow() {
        Scenario scenario = Scenario.builder("x").build();
        Signal signal = Signal.builder().nowNanos(5).build();
        assertThat(recorder.add(look(signal, scenario))).isNotNull();
        assertThat(recorder.add(look(signal, scenario))).isNull();
        assertThat(recorder.isUseful()).isFalse();
    }
}
