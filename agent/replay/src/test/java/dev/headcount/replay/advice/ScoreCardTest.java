package dev.headcount.replay.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headcount.replay.Scenario;
import dev.headcount.replay.WhatIf;
import dev.headcount.scaling.Policy;
import org.junit.jupiter.api.Test;

/** What a steady load of ten busy threads says of too few, too many, and the right size. */
final class ScoreCardTest {

    private final WhatIf recorded = new WhatIf(
            Scenario.builder("steady")
                    .lasting(200)
                    .arriving(100)
                    .working(Scenario.Spread.EXPONENTIAL, 0.1)
                    .within(2, 40)
                    .promising(0.2)
                    .build(),
            null);

    @Test
    void tooFewThreads_costLateTasks() {
        ScoreCard card = ScoreCard.of(recorded, 8, Policy.adaptive());
        assertThat(card.avoidedLateTasks()).isGreaterThan(15_000);
        assertThat(card.savedThreadSeconds()).isBetween(-1800.0, -300.0);
        assertThat(card.isOriginalAsGood()).isFalse();
        assertThat(card.toString())
                .matches("of \\d+ tasks, \\d+ late with 8 threads and \\d+ as decided:"
                        + " \\d+ avoided, \\d+ thread-seconds spent");
    }

    @Test
    void tooManyThreads_costThreadSeconds() {
        ScoreCard card = ScoreCard.of(recorded, 40, Policy.adaptive());
        assertThat(card.savedThreadSeconds()).isGreaterThan(3000);
        assertThat(card.toString()).endsWith("thread-seconds saved");
    }

    @Test
    void sameSize_isWorthNothing() {
        ScoreCard card = ScoreCard.of(recorded, 15, new Policy(() -> new Always(15), 0, 0));
        assertThat(card.avoidedLateTasks()).isBetween(-200L, 200L);
        // begun at the floor, until the first tick
        assertThat(card.savedThreadSeconds()).isCloseTo(0, within(1.0));
    }
}
