package dev.headcount.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A pool that is looked at five times a second; tasks of 100 ms. */
final class RecentLoadTest {

    private static final long TICK_NANOS = 200_000_000L;

    private final RecentLoad load = new RecentLoad();
    private long nanos = Long.MAX_VALUE - 60_000_000_000L;
    private double tasks;

    private RecentLoadTest run(double seconds, double perSecond) {
        for (int tick = 0; tick < seconds * 5; tick++) {
            nanos += TICK_NANOS;
            tasks += perSecond / 5;
            load.add(nanos, Math.round(tasks), Math.round(tasks), tasks * 0.1, /* serviceVariation= */ 1);
        }
        return this;
    }

    private Scenario scenario(double capacity) {
        return load.scenario("orders", 2, 40, 0.2, capacity, Integer.MAX_VALUE, /* isLost= */ true);
    }

    @Test
    void scenario_ofThreeMinutes_isTheLoadOfTheLastTwo() {
        run(60, 500).run(100, 20).run(20, 50);
        Scenario scenario = scenario(/* capacity= */ 0);

        assertThat(scenario.durationSeconds).isCloseTo(120, within(0.5));
        assertThat(scenario.arrivals.at(10)).isCloseTo(20, within(3.0));
        assertThat(scenario.arrivals.at(scenario.durationSeconds - 10)).isCloseTo(50, within(3.0));
        assertThat(scenario.workMeanSeconds).isCloseTo(0.1, within(0.001));
        assertThat(scenario.isCounted).isTrue();
        assertThat(load.unjudgedSeconds()).isCloseTo(180, within(1.0));
        load.judged();
        assertThat(load.unjudgedSeconds()).isZero();
    }

    @Test
    void scenario_ofAFastPool_isItsLastSecondsAndOfATooFastOneNone() {
        run(120, 1_000);
        assertThat(scenario(0).durationSeconds).isCloseTo(20, within(0.5));
        run(120, 3_000);
        assertThat(scenario(0)).isNull();
    }

    @Test
    void scenario_afterAPause_beginsAnew() {
        run(60, 20);
        nanos += 3_000_000_000L;
        run(5, 20);
        assertThat(scenario(0)).isNull();
        run(10, 20);
        assertThat(scenario(0).durationSeconds).isCloseTo(15, within(1.0));
        assertThat(load.unjudgedSeconds()).isCloseTo(15, within(1.0));
    }

    @Test
    void scenario_beyondAKnee_takesTheCrowdingOutOfTheWork() {
        run(60, 200); // twenty are busy where ten run at full speed
        Scenario scenario = scenario(/* capacity= */ 10);
        assertThat(scenario.workMeanSeconds).isCloseTo(0.05, within(0.001));
        assertThat(scenario.capacityAt(0)).isEqualTo(10);
    }

    @Test
    void scenario_withoutAnyTaskThatEnded_isNone() {
        for (int tick = 0; tick < 300; tick++) {
            nanos += TICK_NANOS;
            load.add(nanos, tick, 0, 0, Double.NaN);
        }
        assertThat(scenario(0)).isNull();
    }
}
