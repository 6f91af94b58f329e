package dev.headcount.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any signals, sane or not, on any clock. */
final class AdaptiveInvariantsTest {

    private static final int TICKS = 4_000;
    private static final long MILLI = 1_000_000L;

    /** What a test may look at after a tick. */
    private interface Check {
        void check(Signal signal, int target, Bounds bounds, Proposal proposal);
    }

    private static void run(long seed, Adaptive adaptive, Check check) {
        Random random = new Random(seed);
        long now = Long.MAX_VALUE - 60_000 * MILLI;
        int target = 8;
        Bounds bounds = Bounds.of(2, 64, 256, 0.1);
        Tally.Builder counts = Tally.builder();
        long submitted = 0;
        long completed = 0;
        for (int tick = 0; tick < TICKS; tick++) {
            now += step(random);
            if (random.nextInt(200) == 0) {
                int floor = 1 + random.nextInt(20);
                bounds = Bounds.of(floor, floor + random.nextInt(60), 256, 0.001 + random.nextDouble());
            }
            submitted += random.nextInt(100);
            completed += random.nextInt(100);
            Signal signal = signal(random, tick % 1_000 < 500)
                    .nowNanos(now)
                    .size(random.nextInt(3) == 0 ? random.nextInt(80) : target)
                    .tally(
                            random.nextInt(50) == 0
                                    ? Tally.NOTHING
                                    : counts.submitted(submitted)
                                            .completed(completed)
                                            .failed(completed / 9)
                                            .waits(completed)
                                            .late(completed / 50)
                                            .services(completed)
                                            .serviceSeconds(completed * random.nextDouble())
                                            .build())
                    .build();
            Proposal proposal = adaptive.propose(signal, target, bounds);
            check.check(signal, target, bounds, proposal);
            target = Math.min(bounds.ceiling(), Math.max(bounds.floor(), proposal.size()));
        }
    }

    /** Stands, jumps back, jumps on, or goes on as it should. */
    private static long step(Random random) {
        switch (random.nextInt(40)) {
            case 0:
                return 0;
            case 1:
                return -random.nextInt(5_000) * MILLI;
            case 2:
                return random.nextInt(100_000) * MILLI;
            default:
                return (1 + random.nextInt(300)) * MILLI;
        }
    }

    private static Signal.Builder signal(Random random, boolean isBusy) {
        return Signal.builder()
                .busy(isBusy ? random.nextInt(80) : random.nextInt(3))
                .residents(random.nextInt(20) == 0 ? random.nextInt(10) : 0)
                .queueDepth(isBusy && random.nextBoolean() ? random.nextInt(1_000) : 0)
                .queueCapacity(random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(100))
                .arrivalRatePerSecond(odd(random, 500))
                .throughputPerSecond(odd(random, 500))
                .oldestWaitSeconds(odd(random, 1))
                .serviceMeanSeconds(random.nextInt(5) == 0 ? Double.NaN : odd(random, 1))
                .serviceVariation(random.nextInt(5) == 0 ? Double.NaN : odd(random, 9))
                .cpuShare(random.nextBoolean() ? Double.NaN : random.nextDouble())
                .droppedPerSecond(isBusy && random.nextInt(20) == 0 ? odd(random, 50) : 0)
                .processors(1 + random.nextInt(64));
    }

    private static double odd(Random random, double most) {
        switch (random.nextInt(10)) {
            case 0:
                return 0;
            case 1:
                return Double.POSITIVE_INFINITY;
            case 2:
                return Double.MIN_VALUE;
            case 3:
                return Double.MAX_VALUE;
            default:
                return random.nextDouble() * most;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void propose_anySignals_staysWithinTheCeilingAndExplainsItself(long seed) {
        int[] grown = {0};
        int[] shrunk = {0};
        run(seed, new Adaptive(), (signal, target, bounds, proposal) -> {
            String where = "seed " + seed + ", " + proposal;
            assertThat(proposal.size()).as(where).isBetween(1, Math.max(bounds.ceiling(), signal.residents() + 1));
            assertThat(proposal.reason()).as(where).isNotEmpty().doesNotContain("NaN", "null", "\n");
            grown[0] += proposal.size() > target ? 1 : 0;
            shrunk[0] += proposal.size() < target ? 1 : 0;
        });
        assertThat(grown[0]).as("growths of seed " + seed).isGreaterThan(10);
        assertThat(shrunk[0]).as("shrinks of seed " + seed).isGreaterThan(10);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void propose_nothingWaitsOrIsRefused_neverGrows(long seed) {
        run(seed, new Adaptive(), (signal, target, bounds, proposal) -> {
            if (signal.queueDepth() == 0 && signal.droppedPerSecond() == 0) {
                assertThat(proposal.size())
                        .as("seed " + seed + ", " + proposal)
                        .isLessThanOrEqualTo(Math.max(target, Math.max(bounds.floor(), signal.residents() + 1)));
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void propose_sameSignals_saysTheSame(long seed) {
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        run(seed, new Adaptive(), (signal, target, bounds, proposal) -> first.append(proposal));
        run(seed, new Adaptive(), (signal, target, bounds, proposal) -> second.append(proposal));

        assertThat(first.toString()).isEqualTo(second.toString());
    }

    /** Two that have seen the same until now, and then a backlog of different length. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void propose_longerBacklog_neverWantsFewer(long seed) {
        Random random = new Random(seed);
        int before = 0;
        int waiting = 0;
        for (int more = 0; more < 50; more++) {
            Adaptive adaptive = new Adaptive();
            Pulse.steady(adaptive, 8, 120, 0.05, 20);
            int size = adaptive.propose(Pulse.backlog(8, 120, 0.05, 20, waiting), 8, Pulse.BOUNDS)
                    .size();
            assertThat(size).as("seed " + seed + ", " + waiting + " waiting").isGreaterThanOrEqualTo(before);
            before = size;
            waiting += random.nextInt(10);
        }
        assertThat(before).as("with " + waiting + " waiting").isGreaterThan(8);
    }
}
