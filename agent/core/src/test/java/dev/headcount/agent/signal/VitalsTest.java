package dev.headcount.agent.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headcount.scaling.Signal;
import org.junit.jupiter.api.Test;

final class VitalsTest {

    private static final long TICK = 200_000_000L;

    private final ServiceProbes serviceProbes = new ServiceProbes();
    private final Meter meter = new Meter(/* isFifo= */ true, serviceProbes);
    private final long born = System.nanoTime();
    private final Vitals vitals = new Vitals(meter, Integer.MAX_VALUE, born);
    private long completed;

    @Test
    void tick_offersRefused_areNotSubmitted() {
        for (int task = 0; task < 10; task++) {
            int token = meter.offering(new Object());
            if (task % 2 == 0) {
                meter.refused(token);
            }
        }

        Signal signal = tick(1, /* depth= */ 5);

        assertThat(vitals.totals().submitted).isEqualTo(5);
        assertThat(signal.arrivalRatePerSecond()).isCloseTo(25, within(0.1)); // 5 in a fifth of a second
    }

    @Test
    void tick_firstTasks_waitNotAtAllAndCount() {
        meter.startedWithTask();
        completed = 1;

        Signal signal = tick(1, 0);

        assertThat(vitals.totals().submitted).isEqualTo(1);
        assertThat(signal.waitP99Seconds()).isZero();
        assertThat(signal.quality()).isEqualTo(1);
    }

    @Test
    void tick_afterALongRest_ratesAreOfTheWakingOnly() {
        tick(1, 0);
        for (int task = 0; task < 20; task++) {
            meter.offering(new Object());
        }

        Signal signal = tick(600, 20); // two minutes later

        assertThat(signal.arrivalRatePerSecond()).isCloseTo(100, within(1.0)); // not 20 in two minutes
    }

    @Test
    void tick_tasksTakenWithoutAProbe_areUnsure() {
        for (int tick = 1; tick <= 5; tick++) {
            for (int task = 0; task < 10; task++) {
                meter.taken(new Object()); // put into the queue behind our back
            }
            completed += 10;
            tick(tick, 0);
        }

        assertThat(tick(6, 0).quality()).isLessThan(0.5);
    }

    @Test
    void tick_onlyFirstTasksKnownOfAStandingQueue_isEstimated() {
        for (int tick = 1; tick <= 3; tick++) {
            meter.startedWithTask();
            for (int task = 0; task < 10; task++) {
                meter.taken(new Object()); // stood in the queue before we came
            }
            completed += 11;
            tick(tick, 300);
        }

        Signal signal = tick(4, /* depth= */ 300);

        assertThat(signal.isWaitEstimated()).isTrue();
        assertThat(signal.waitP99Seconds()).isGreaterThan(1);
        assertThat(signal.quality()).isZero();
    }

    @Test
    void tick_queueWithoutAnySample_isEstimatedAndSaysSo() {
        Signal first = tick(1, 0);
        completed = 20;
        Signal signal = tick(2, /* depth= */ 50);

        assertThat(first.isWaitEstimated()).isFalse();
        assertThat(signal.isWaitEstimated()).isTrue();
        assertThat(signal.waitP99Seconds()).isCloseTo(1, within(0.01)); // 50 at 20 in 0.4 s
        assertThat(signal.quality()).isZero();
    }

    @Test
    void tick_serviceTimesOfTwoKinds_tellTheirVariation() {
        tick(1, 0);
        meter.counters.services.add(1_000_000, 1);
        meter.counters.services.add(3_000_000, 1);
        completed = 2;

        Signal signal = tick(2, 0);

        assertThat(signal.serviceMeanSeconds()).isCloseTo(0.002, within(1e-6));
        assertThat(signal.serviceVariation()).isCloseTo(0.25, within(0.001)); // mean 2, deviation 1
    }

    @Test
    void meanOf_fewSamplesThatVaryALot_isUnsure() {
        // one in four of 2,500 tasks, deviation twice the mean: the mean is known to 7 %; of 250,000 to 0.7 %
        assertThat(Quality.meanOf(/* variation= */ 4, /* tasks= */ 2_500, /* interval= */ 4))
                .isZero();
        assertThat(Quality.meanOf(4, 250_000, 4)).isCloseTo(0.65, within(0.01));
        assertThat(Quality.meanOf(4, 2_500, /* interval= */ 1)).isEqualTo(1); // each was measured
        assertThat(Quality.meanOf(Double.NaN, 2_500, 4)).isEqualTo(1);
    }

    @Test
    void totals_tasksThatRan_areDistributedByHowLong() {
        meter.startedWithTask();
        long start = System.nanoTime();
        while (System.nanoTime() - start < 10_000) {
            Thread.onSpinWait();
        }
        serviceProbes.close();
        completed = 1;
        tick(1, 0);

        Totals totals = vitals.totals();
        assertThat(totals.services.count()).isEqualTo(1);
        assertThat(totals.services.sumSeconds()).isPositive();
        assertThat(totals.waits.in(0)).isEqualTo(1); // a first task waits not at all
    }

    @Test
    void tick_toldOfFailures_theLargerShareCounts() {
        tick(1, 0);
        vitals.told("", 0.3);
        assertThat(tick(2, 0).errorRate()).isEqualTo(0.3); // too few tasks for a measurement
        completed = 20;
        assertThat(tick(3, 0).errorRate()).isEqualTo(0.3);

        vitals.told("the database is full", Double.NaN);
        Signal untold = tick(4, 0);
        assertThat(untold.errorRate()).isZero();
        assertThat(untold.externalVeto()).isEqualTo("the database is full");
    }

    @Test
    void totals_probesWhoseWaitCannotBeKnown_areCounted() {
        Object task = new Object();
        meter.offering(task);
        tick(1, /* depth= */ 1);
        assertThat(vitals.totals().probesUnmatched).isZero();

        tick(2, /* depth= */ 0); // seen empty: it left by another way
        assertThat(vitals.totals().probesUnmatched).isEqualTo(1);
    }

    private Signal tick(int number, int depth) {
        return vitals.tick(new Reading(
                born + number * TICK,
                4,
                Math.min(depth, 4),
                0,
                depth,
                completed,
                4,
                4,
                Double.NaN,
                /* isShutdown= */ false));
    }
}
