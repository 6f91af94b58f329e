package dev.headcount.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law under whole workloads: a virtual pool of eight, a tick of 200 ms, tasks of 100 ms. */
final class WorkloadTest {

    private static final long TICK = 200 * Signals.MILLI;
    private static final int TICKS_A_SECOND = 5;
    private static final double SERVICE_SECONDS = 0.1;
    private static final double BASE_RATE = 48; // 60 % of eight threads
    private static final Bounds BOUNDS = Bounds.of(8, 64, 256, 0.1);

    private final Recording recording = new Recording();
    private final Policy policy = new Policy(() -> recording, Policy.DEFAULT_UP_NANOS, Policy.DEFAULT_DOWN_NANOS);
    private final Autoscaler autoscaler = new Autoscaler("orders", policy, 8, Signals.START);

    private TargetInvariants invariants = new TargetInvariants("even load", policy);
    private VirtualPool pool = new VirtualPool(8, SERVICE_SECONDS, null);

    private Decision tick(double rate) {
        Decision decision = autoscaler.tick(pool.run(TICK, rate), BOUNDS, Overrides.NONE, 0);
        invariants.check(decision, recording.proposed);
        pool.resize(decision.to());
        return decision;
    }

    private void useChance(long seed) {
        pool = new VirtualPool(8, SERVICE_SECONDS, new Random(seed));
        invariants = new TargetInvariants("seed " + seed, policy);
    }

    /** Seconds under {@code rate} until no task waits and none does for five more; at most {@code limit}. */
    private double secondsToDrain(double rate, int limit) {
        int drainedAt = 0;
        for (int tick = 1; tick <= limit * TICKS_A_SECOND; tick++) {
            if (tick(rate).signal().queueDepth() > 0) {
                drainedAt = tick;
            } else if (tick - drainedAt >= 5 * TICKS_A_SECOND) {
                break;
            }
        }
        return (drainedAt + 1) / (double) TICKS_A_SECOND;
    }

    /** Seconds without load until the target is {@code size}; at most {@code limit}. */
    private double secondsUntil(int size, int limit) {
        int tick = 0;
        while (autoscaler.target() != size && tick < limit * TICKS_A_SECOND) {
            tick(0);
            tick++;
        }
        return tick / (double) TICKS_A_SECOND;
    }

    private void run(double rate, int seconds) {
        for (int tick = 0; tick < seconds * TICKS_A_SECOND; tick++) {
            tick(rate);
        }
    }

    @Test
    void step_toFourTimesTheLoad_isDrainedSettledAndGivenBack() {
        run(BASE_RATE, 60);
        assertThat(invariants.changes()).as("steady at 60 %").isZero();

        // healthy 0.4 s; 64 s when growth is one thread at a time
        assertThat(secondsToDrain(4 * BASE_RATE, 120)).isLessThan(10);
        run(4 * BASE_RATE, 120);
        // healthy 26: 19.2 threads do the work, 25.6 do it at 75 %; 8 when nothing grows
        assertThat(autoscaler.target()).isBetween(20, 30);
        // healthy 74.6 s: 29 s until the first shrink, 45 s until the second; 0.2 s when use is not smoothed
        assertThat(secondsUntil(8, 600)).isBetween(45.0, 180.0);
        // healthy 3: one up, two down
        assertThat(invariants.changes()).isLessThanOrEqualTo(4);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void step_withChance_isDrainedSettledAndGivenBack(long seed) {
        useChance(seed);
        run(BASE_RATE, 60);

        // healthy 0.4 to 8.6 s; 59 to 64 s when growth is one thread at a time
        assertThat(secondsToDrain(4 * BASE_RATE, 120)).isLessThan(10);
        run(4 * BASE_RATE, 120);
        // healthy 30 to 36; 41 when one reading of a full pool counts as utilisation
        assertThat(autoscaler.target()).isBetween(20, 40);
        // healthy 70 to 73 s; 0.4 s when use is not smoothed
        assertThat(secondsUntil(8, 600)).isBetween(45.0, 180.0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void constantLoad_forHours_doesNotFlap(long seed) {
        useChance(seed);
        run(BASE_RATE, 2 * 3600);

        // healthy 0; 77 to 82 when use is not smoothed, 99 to 104 when a shrink needs less than 60 % use
        assertThat(invariants.shrinks()).isZero();
        // healthy 1 to 3 changes, to 11 to 13 threads; 16 and 17 when one reading of a full pool counts
        assertThat(invariants.changes()).isLessThanOrEqualTo(5);
        assertThat(autoscaler.target()).isLessThanOrEqualTo(15);
    }

    @Test
    void burst_afterAQuietHour_growsAtTheFirstTick() {
        run(0, 3600);

        // healthy 64, the ceiling; 9 when growth is one thread at a time
        assertThat(tick(1000).to()).isEqualTo(64);
    }
}
