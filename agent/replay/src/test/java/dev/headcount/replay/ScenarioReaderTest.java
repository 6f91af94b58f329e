package dev.headcount.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a file may say, and each complaint about one that says something else. */
final class ScenarioReaderTest {

    private static final String GOOD = """
            name=step
            trace=step.csv
            duration_s=600
            service.mean_ms=50
            slo.wait_p99_ms=200
            floor=2
            ceiling=64
            """;

    private static final String RATES = "seconds,arrivals_per_second\n0,10\n200,400\n";

    private static Scenario read(String properties, String rates) {
        return ScenarioReader.read("step.properties", properties, name -> rates);
    }

    private static void refused(String properties, String rates, String message) {
        assertThatThrownBy(() -> read(properties, rates))
                .isInstanceOf(ScenarioException.class)
                .hasMessage(message);
    }

    @Test
    void read_everyKey_isTaken() {
        Scenario scenario = read(GOOD + """
                        # a comment
                        arrivals=poisson
                        service.dist=lognormal
                        service.sigma=1.5
                        cpu.cores=2
                        downstream.capacity=10
                        downstream.degrade=0.15
                        slow.windows=200-320:5;400-410:2
                        error.windows=200-290:0.5:0.25:4
                        batch.times=60,180
                        batch.size=1000
                        marks=200
                        seed=17174
                        queue.capacity=50
                        queue.refusal=caller-runs
                        """, RATES);
        assertThat(scenario.arrivals.at(199.9)).isEqualTo(10);
        assertThat(scenario.arrivals.at(200)).isEqualTo(400);
        assertThat(scenario.workMeanSeconds).isEqualTo(0.05);
        assertThat(scenario.objectiveSeconds).isEqualTo(0.2);
        assertThat(scenario.slowdownAt(320)).isEqualTo(1);
        assertThat(scenario.slowdownAt(319)).isEqualTo(5);
        assertThat(scenario.capacityAt(250)).isEqualTo(4);
        assertThat(scenario.capacityAt(300)).isEqualTo(2);
        assertThat(scenario.batchSeconds).containsExactly(60, 180);
        assertThat(scenario.refusal).isEqualTo(Scenario.Refusal.CALLER_RUNS);
        assertThat(scenario.seed).isEqualTo(17174);
    }

    @Test
    void read_unknownKey_namesFileAndLine() {
        refused(GOOD + "ceilling=3\n", RATES, "step.properties:8: unknown key ceilling");
    }

    @Test
    void read_keyTwice_namesBothLines() {
        refused(GOOD + "floor=3\n", RATES, "step.properties:8: floor is set twice, first in line 6; remove one");
    }

    @Test
    void read_noEquals_showsTheLine() {
        refused(GOOD + "floor\n", RATES, "step.properties:8: expected key=value: got floor");
    }

    @Test
    void read_missingKey_saysWhatItMustBe() {
        refused(
                GOOD.replace("floor=2\n", ""),
                RATES,
                "step.properties: floor is missing; it must be a whole number, 1 or more");
    }

    @Test
    void read_ceilingBelowFloor_saysTheLeast() {
        refused(
                GOOD.replace("ceiling=64", "ceiling=1"),
                RATES,
                "step.properties:7: ceiling must be a whole number, 2 or more: got 1");
    }

    @Test
    void read_badNumber_showsIt() {
        refused(
                GOOD.replace("600", "ten minutes"),
                RATES,
                "step.properties:3: duration_s must be a number above 0: got ten minutes");
    }

    @Test
    void read_badWindow_showsTheForm() {
        refused(
                GOOD + "slow.windows=200:5\n",
                RATES,
                "step.properties:8: slow.windows must be t0-t1:factor;...: got 200:5");
    }

    @Test
    void read_badSpread_namesThePossible() {
        refused(
                GOOD + "service.dist=normal\n",
                RATES,
                "step.properties:8: service.dist must be exp, lognormal or const: got normal");
    }

    @Test
    void read_ratesFallBackInTime_namesTheLine() {
        refused(
                GOOD,
                "seconds,arrivals_per_second\n10,5\n9,5\n",
                "step.csv:3: expected seconds, not falling, and a rate of 0 or more: got 9,5");
    }

    @Test
    void read_otherHeader_isRefused() {
        refused(GOOD, "time,rate\n", "step.csv:1: expected the header seconds,arrivals_per_second: got time,rate");
    }

    @Test
    void bases_goodAndBad_areToldApart() {
        String header = "scenario,thread_seconds,violation\n";
        assertThat(BaseReader.read("reference.csv", header + "step10,7220.9,0.00027\n")
                        .get("step10")
                        .threadSeconds)
                .isEqualTo(7220.9);
        assertThatThrownBy(() -> BaseReader.read("reference.csv", header + "step10,7220.9,27\n"))
                .hasMessage("reference.csv:2: expected a name, seconds above 0 and a share of 0 to 1:"
                        + " got step10,7220.9,27");
    }

    @Test
    void read_arrivalsOfAnotherKind_areNamed() {
        refused(GOOD + "arrivals=sine\n", RATES, "step.properties:8: arrivals must be poisson or counted: got sine");
        assertThat(read(GOOD + "arrivals=counted\n", RATES).isCounted).isTrue();
    }

    @Test
    void compressed_happensSoonerAtTheSameRates() {
        Scenario scenario =
                read(GOOD + "slow.windows=200-320:5\nmarks=200\n", RATES).compressed(10);
        assertThat(scenario.durationSeconds).isEqualTo(60);
        assertThat(scenario.arrivals.at(19.9)).isEqualTo(10);
        assertThat(scenario.arrivals.at(20)).isEqualTo(400);
        assertThat(scenario.slowdownAt(31.9)).isEqualTo(5);
        assertThat(scenario.slowdownAt(32)).isEqualTo(1);
        assertThat(scenario.marks).containsExactly(20);
        assertThat(scenario.workMeanSeconds).isEqualTo(0.05);
    }
}
