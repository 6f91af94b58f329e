package dev.headcount.scaling.decider;

import static dev.headcount.scaling.Signals.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The loop closed over a pool whose tasks in work are given, and that follows at once. */
final class PidTest {

    private static final double TICK = 0.2;
    private static final Bounds BOUNDS = Bounds.of(1, 1_000, 1_000, 0.1);

    private final Pid pid = new Pid(Parameters.STANDARD);

    private Bounds bounds = BOUNDS;
    private double seconds;
    private int target;
    private int largest;

    private Proposal tick(int load) {
        seconds += TICK;
        int busy = Math.min(target, load);
        Signal signal = Signal.builder()
                .nowNanos(at(seconds - 1_000))
                .size(target)
                .busy(busy)
                .queueDepth(load - busy)
                .build();
        return pid.propose(signal, target, bounds);
    }

    /** Follows every proposal for that long. */
    private void run(int load, double forSeconds) {
        for (double end = seconds + forSeconds - 1e-9; seconds < end; ) {
            target = tick(load).size();
            largest = Math.max(largest, target);
        }
    }

    @ParameterizedTest
    @CsvSource({"14, 28", "140, 280"})
    void step_toTwiceTheLoad_settlesAtTheSetPoint(int load, int twice) {
        target = load * 10 / 7;
        run(load, 20);
        assertThat(target).as("at rest").isEqualTo(load * 10 / 7);
        largest = 0;

        run(twice, 3);
        // healthy 36 and 371; 20 and 200 without a law
        assertThat(target).as("after 3 s").isBetween((int) (load * 10 / 7 * 1.5), twice * 2);
        run(twice, 30);
        assertThat(twice / (double) target).as("after 30 s").isBetween(0.63, 0.77);
        // a third above the set point is what a loop with this damping overshoots at most
        assertThat(largest).as("overshoot").isLessThan((int) (twice / 0.7 * 1.34));

        run(load, 40);
        assertThat(load / (double) target).as("back again").isBetween(0.60, 0.77);
    }

    @Test
    void saturation_atTheCeiling_windsNothingUp() {
        bounds = Bounds.of(1, 20, 1_000, 0.1);
        target = 20;
        for (int i = 0; i < 3_000; i++) { // ten minutes against the ceiling
            assertThat(tick(200).size()).isLessThanOrEqualTo(20);
        }
        // healthy 0.6 s; minutes with an integral that was left alone
        double from = seconds;
        while (target == 20 && seconds - from < 60) {
            run(7, TICK);
        }
        assertThat(seconds - from).isLessThan(5);
    }

    @Test
    void cooldown_thatHoldsTheTarget_neverProposesPastTheSetPoint() {
        target = 100;
        run(70, 5);
        for (int i = 0; i < 225; i++) { // 45 s held
            assertThat(tick(35).size()).isBetween(50, 100);
        }
        target = tick(35).size();
        assertThat(target).isEqualTo(50);
    }

    @Test
    void size_setFromOutside_isNoBump() {
        target = 20;
        run(14, 20);

        target = 60; // a person's pin, an adoption
        assertThat(tick(42).size()).isEqualTo(60);
        assertThat(tick(42).size()).isBetween(59, 61);
    }

    @Test
    void bounds_movedFromOutside_areNoKick() {
        target = 20;
        run(14, 20);

        bounds = Bounds.of(30, 40, 1_000, 0.1);
        target = 30; // clamped
        assertThat(tick(14).size()).isEqualTo(30);
        run(14, 30);
        bounds = BOUNDS;
        // healthy 28: it leaves the floor with the present error and not with all that came before
        assertThat(tick(14).size()).isBetween(25, 30);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 70})
    void noise_belowTheSetPoint_neverGrows(int load) {
        target = 100;
        for (int i = 0; i < 200; i++) {
            assertThat(tick(load - load * (i % 2) / 2).size()).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void reason_saysWhatItMeasuresAndWhereItAims() {
        target = 20;
        run(14, 2);
        assertThat(tick(14).reason()).isEqualTo("no task waits, 70 tasks for 100 threads (ewma 500ms), aims at 70");
    }
}
