package dev.headcount.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any signals, at any distance, under bounds that move: what {@link TargetInvariants} says holds. */
final class InvariantsTest {

    private static final int TICKS = 5_000;

    private final Recording recording = new Recording();
    private final Policy policy = new Policy(() -> recording, Policy.DEFAULT_UP_NANOS, Policy.DEFAULT_DOWN_NANOS);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void tick_randomSignals_keepsEveryInvariant(long seed) {
        Random random = new Random(seed);
        TargetInvariants invariants = new TargetInvariants("seed " + seed, policy);
        Autoscaler autoscaler = new Autoscaler("orders", policy, 8, Signals.START);
        Bounds bounds = Bounds.of(8, 64, 256, 0.1);
        long now = Signals.START;
        for (int tick = 0; tick < TICKS; tick++) {
            now += random.nextInt(50) == 0 ? random.nextInt(60) * Signals.SECOND : 1 + random.nextInt(400_000_000);
            if (random.nextInt(100) == 0) {
                int floor = 1 + random.nextInt(20);
                bounds = Bounds.of(floor, floor + random.nextInt(60), 256, 0.01 + random.nextDouble());
            }
            Decision decision = autoscaler.tick(signal(random, now, tick), bounds, Overrides.NONE, 0);
            invariants.check(decision, recording.proposed);
            if (decision.isChange()) {
                assertThat(decision.sentence()).doesNotContain("NaN", "null", "\n");
            }
        }
        // no bar on the law: below these, the signals would have tried next to nothing
        assertThat(invariants.changes()).as("seed " + seed).isGreaterThan(20);
        assertThat(invariants.shrinks()).as("seed " + seed).isGreaterThan(5);
    }

    /** Calm and busy stretches in turn, so that both directions happen; readings that need not add up. */
    private static Signal signal(Random random, long now, int tick) {
        boolean isBusy = tick % 1_000 < 500;
        Signal.Builder signal = Signal.builder()
                .nowNanos(now)
                .size(random.nextInt(80))
                .residents(random.nextInt(20) == 0 ? random.nextInt(10) : 0)
                .serviceMeanSeconds(random.nextInt(5) == 0 ? Double.NaN : random.nextDouble())
                .quality(random.nextDouble());
        return isBusy
                ? signal.busy(random.nextInt(80))
                        .queueDepth(random.nextInt(3) == 0 ? random.nextInt(1_000) : 0)
                        .arrivalRatePerSecond(random.nextInt(500))
                        .oldestWaitSeconds(random.nextDouble())
                        .isWaitEstimated(random.nextBoolean())
                        .waitP99Seconds(random.nextInt(10) == 0 ? Double.POSITIVE_INFINITY : random.nextDouble())
                        .build()
                : signal.busy(random.nextInt(10) == 0 ? 1 : 0).build();
    }
}
