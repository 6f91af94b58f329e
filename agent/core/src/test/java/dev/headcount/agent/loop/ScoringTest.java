package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.agent.config.PoolSettings;
import dev.headcount.agent.config.Settings;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;
import org.junit.jupiter.api.Test;

/** Ten busy threads: a hundred tasks a second of 100 ms. */
final class ScoringTest {

    private static final PoolSettings SETTINGS = Settings.read("").of("orders", "", "elastic", 0);
    private static final Bounds BOUNDS = Bounds.of(2, 40, 256, 0.2);

    private final Scoring scoring = new Scoring("orders");
    private long nanos = Long.MAX_VALUE - 60_000_000_000L;
    private double tasks;

    private void run(double seconds, double perSecond, int originalSize) {
        for (int tick = 0; tick < seconds * 5; tick++) {
            nanos += 200_000_000L;
            tasks += perSecond / 5;
            scoring.see(
                    Signal.builder()
                            .nowNanos(nanos)
                            .size(14)
                            .busy(perSecond > 0 ? 10 : 0)
                            .serviceVariation(1)
                            .tally(Tally.builder()
                                    .submitted(Math.round(tasks))
                                    .completed(Math.round(tasks))
                                    .services(Math.round(tasks))
                                    .serviceSeconds(tasks * 0.1)
                                    .build())
                            .build(),
                    BOUNDS,
                    originalSize,
                    SETTINGS,
                    /* knee= */ 0,
                    /* isLost= */ true);
        }
    }

    @Test
    void judge_tooFewThreads_countsTheLateTasksThatWereAvoidedAndWhatTheyCost() {
        run(59, 100, 8);
        assertThat(scoring.isDue()).isFalse();
        run(62, 100, 8);
        assertThat(scoring.isDue()).isTrue();
        scoring.judge();
        assertThat(scoring.isDue()).isFalse();

        Scored scored = scoring.scored();
        // two minutes have come in; with eight threads nearly all of their 12,000 tasks are late
        assertThat(scored.avoidedLateTasks).isBetween(10_000.0, 12_100.0);
        assertThat(scored.addedLateTasks).isZero();
        assertThat(scored.spentThreadSeconds).isBetween(200.0, 1_000.0);
        assertThat(scored.savedThreadSeconds).isZero();
        assertThat(scored.sentence())
                .matches("score card, against 8 threads all the time, of 2 min with load: 1\\d{4} late tasks avoided,"
                        + " \\d{3} thread-seconds spent");
    }

    @Test
    void judge_tooManyThreads_countsWhatWasSaved() {
        run(121, 100, 40);
        scoring.judge();

        Scored scored = scoring.scored();
        // forty for 120 s are 4,800; some twelve are needed
        assertThat(scored.savedThreadSeconds).isBetween(2_800.0, 3_600.0);
        assertThat(scored.spentThreadSeconds).isZero();
        assertThat(scored.sentence()).endsWith("thread-seconds saved");
    }

    @Test
    void counts_minuteByMinute_neverFall() {
        Scored before = scoring.scored();
        for (int size : new int[] {40, 8, 12, 14, 40}) {
            run(61, 100, size);
            scoring.judge();
            Scored now = scoring.scored();
            assertThat(now.avoidedLateTasks).isGreaterThanOrEqualTo(before.avoidedLateTasks);
            assertThat(now.addedLateTasks).isGreaterThanOrEqualTo(before.addedLateTasks);
            assertThat(now.savedThreadSeconds).isGreaterThanOrEqualTo(before.savedThreadSeconds);
            assertThat(now.spentThreadSeconds).isGreaterThanOrEqualTo(before.spentThreadSeconds);
            before = now;
        }
        assertThat(before.savedThreadSeconds).isGreaterThan(0);
        assertThat(before.spentThreadSeconds).isGreaterThan(0);
    }

    @Test
    void judge_poolWithoutLoad_isNeverDue() {
        run(300, 0, 8);
        assertThat(scoring.isDue()).isFalse();
        scoring.judge();
        assertThat(scoring.scored().sentence()).isEmpty();
    }

    @Test
    void pause_whenNothingIsDecidedAnyMore_forgetsTheLoadAndKeepsTheCounts() {
        run(121, 100, 40);
        scoring.judge();
        run(61, 100, 40);
        scoring.pause();
        assertThat(scoring.isDue()).isFalse();
        assertThat(scoring.scored().savedThreadSeconds).isGreaterThan(0);
    }
}
