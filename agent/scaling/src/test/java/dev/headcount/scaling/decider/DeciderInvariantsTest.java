package dev.headcount.scaling.decider;

import static dev.headcount.scaling.Signals.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decider;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every law, whatever the signals are; the bounds are the autoscaler's. */
final class DeciderInvariantsTest {

    private static final Bounds BOUNDS = Bounds.of(2, 64, 256, 0.1);
    private static final int RUNS = 60;
    private static final int TICKS = 60;

    /** A pool at the set points of all: nobody has a reason to change anything. */
    private static final int CALM_SIZE = 10;

    private static final int CALM_BUSY = 7;

    record Law(String name, BuiltIn builtIn, Parameters parameters) {
        Decider make() {
            return builtIn.decider(parameters);
        }

        /**
         * For how long it may still count on what arrived before a silence. The queueing model chooses the window
         * of its rate anew at each tick, and may take a longer one, with a higher rate, while the silence is short.
         */
        double windowSeconds() {
            return builtIn == BuiltIn.QUEUEING || name.equals("composite") ? 5 : 0;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Law> laws() {
        List<Law> laws = new ArrayList<>();
        for (BuiltIn law : BuiltIn.values()) {
            if (law != BuiltIn.FIXED) { // wants what it wants
                laws.add(new Law(law.text(), law, Parameters.STANDARD));
            }
        }
        laws.add(new Law("threshold by 3", BuiltIn.THRESHOLD, Parameters.STANDARD.with("step", "3")));
        laws.add(new Law("threshold by 20 %", BuiltIn.THRESHOLD, Parameters.STANDARD.with("step", "20%")));
        for (String mode : List.of("min", "weighted", "first")) {
            laws.add(new Law(
                    mode,
                    BuiltIn.COMPOSITE,
                    Parameters.STANDARD
                            .with("of", "aimd threshold pid gradient")
                            .with("mode", mode)));
        }
        return laws.stream();
    }

    /** Without the laws of the two rooms whose own tests say what holds while measurements are absurd. */
    static Stream<Law> lawsOfThisRoom() {
        return laws().filter(law -> law.builtIn != BuiltIn.ADAPTIVE && law.builtIn != BuiltIn.QUEUEING)
                .filter(law -> !law.name.equals("composite"));
    }

    /** A day of a pool: calm and busy stretches, unknown and uneven readings, kept by the seed. */
    private static final class Days {
        final Random random;
        double seconds = -100_000;
        long submitted;
        long services;
        double serviceSeconds;
        Tally tally = Tally.NOTHING;

        Days(long seed) {
            random = new Random(seed);
        }

        /** Time goes on and nothing arrives or ends: what has been counted stays. */
        Signal.Builder later(int size) {
            seconds += 0.05 + random.nextInt(40) / 100.0;
            return Signal.builder().nowNanos(at(seconds)).size(size).serviceMeanSeconds(0.05);
        }

        Signal.Builder next(int size) {
            seconds += 0.05 + random.nextInt(40) / 100.0;
            int arrived = random.nextInt(50);
            submitted += arrived;
            double service = 0.01 + random.nextDouble() / 10;
            int ended = random.nextInt(50);
            services += ended;
            serviceSeconds += ended * service;
            tally = Tally.builder()
                    .submitted(submitted)
                    .completed(services)
                    .services(services)
                    .serviceSeconds(serviceSeconds)
                    .build();
            return Signal.builder()
                    .nowNanos(at(seconds))
                    .size(size)
                    .busy(random.nextInt(size + 1))
                    .queueDepth(random.nextInt(3) == 0 ? random.nextInt(200) : 0)
                    .arrivalRatePerSecond(arrived * 5)
                    .throughputPerSecond(ended * 5)
                    .serviceMeanSeconds(random.nextInt(5) == 0 ? Double.NaN : service)
                    .tally(tally);
        }
    }

    private static int follow(Decider decider, Days days, int ticks, int target) {
        for (int i = 0; i < ticks; i++) {
            target = within(
                    decider.propose(days.next(target).build(), target, BOUNDS).size());
        }
        return target;
    }

    @ParameterizedTest
    @MethodSource("laws")
    void propose_sameSignals_saysTheSame(Law law) {
        for (long seed = 0; seed < RUNS; seed++) {
            Decider one = law.make();
            Decider two = law.make();
            Days days = new Days(seed);
            Days again = new Days(seed);
            int target = 8;
            for (int i = 0; i < TICKS; i++) {
                Proposal first = one.propose(days.next(target).build(), target, BOUNDS);
                Proposal second = two.propose(again.next(target).build(), target, BOUNDS);
                assertThat(second).as("seed %s", seed).hasToString(first.toString());
                assertThat(first.reason()).doesNotContain("NaN", "null", "\n", "Infinity");
                target = within(first.size());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void propose_nothingToDo_neverGrows(Law law) {
        for (long seed = 0; seed < RUNS; seed++) {
            Decider decider = law.make();
            Days days = new Days(seed);
            int target = follow(decider, days, TICKS, 8);
            double begin = days.seconds;
            for (int i = 0; i < TICKS; i++) {
                Signal idle = days.later(target)
                        .busy(0)
                        .queueDepth(0)
                        .arrivalRatePerSecond(0)
                        .throughputPerSecond(0)
                        .tally(days.tally)
                        .build();
                int size = decider.propose(idle, target, BOUNDS).size();
                if (days.seconds - begin > law.windowSeconds()) {
                    assertThat(size).as("seed %s, tick %s", seed, i).isLessThanOrEqualTo(target);
                }
                target = within(size);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lawsOfThisRoom")
    void propose_longerQueue_neverMeansFewer(Law law) {
        for (long seed = 0; seed < RUNS; seed++) {
            int last = 0;
            for (int depth : new int[] {0, 1, 5, 50, 1_000, Integer.MAX_VALUE}) {
                Decider decider = law.make();
                Days days = new Days(seed);
                int target = follow(decider, days, TICKS + (int) seed, 8);
                int size = decider.propose(days.next(target).queueDepth(depth).build(), target, BOUNDS)
                        .size();
                assertThat(size).as("seed %s, %s waiting", seed, depth).isGreaterThanOrEqualTo(last);
                last = size;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lawsOfThisRoom")
    void propose_absurdMeasurements_keepsTheSize(Law law) {
        for (double absurd : new double[] {Double.NaN, 0, Double.POSITIVE_INFINITY}) {
            Decider decider = law.make();
            for (int i = 0; i < 3 * TICKS; i++) {
                double rate = Double.isNaN(absurd) ? 0 : absurd;
                Signal signal = Signal.builder()
                        .nowNanos(at(i * 0.2))
                        .size(CALM_SIZE)
                        .busy(CALM_BUSY)
                        .arrivalRatePerSecond(rate)
                        .throughputPerSecond(rate)
                        .oldestWaitSeconds(rate)
                        .isWaitEstimated(true)
                        .waitP50Seconds(absurd)
                        .waitP99Seconds(absurd)
                        .waitMeanSeconds(absurd)
                        .serviceMeanSeconds(absurd)
                        .serviceVariation(absurd)
                        .build();
                Proposal proposal = decider.propose(signal, CALM_SIZE, BOUNDS);
                assertThat(proposal.size()).as("%s, tick %s", absurd, i).isEqualTo(CALM_SIZE);
                assertThat(proposal.reason()).doesNotContain("NaN", "Infinity");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lawsOfThisRoom")
    void propose_clockThatStandsOrJumpsBack_keepsTheSizeAndGoesOn(Law law) {
        for (long seed = 0; seed < RUNS; seed++) {
            Decider decider = law.make();
            Days days = new Days(seed);
            int target = follow(decider, days, TICKS, 8);
            long now = at(days.seconds);
            for (long back : new long[] {0, 0, 1, 3_600_000_000_000L}) {
                now -= back;
                Signal signal = days.next(target)
                        .queueDepth(500)
                        .busy(target)
                        .nowNanos(now)
                        .build();
                assertThat(decider.propose(signal, target, BOUNDS).size())
                        .as("seed %s, back by %s ns", seed, back)
                        .isEqualTo(target);
            }
            follow(decider, days, TICKS, target); // and nothing is broken afterwards
        }
    }

    private static int within(int size) {
        return Math.max(BOUNDS.floor(), Math.min(BOUNDS.ceiling(), size));
    }
}
