package dev.headcount.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "mode, mode, 0",
        "mod, mode, 1",
        "modes, mode, 1",
        "node, mode, 1",
        "moed, mode, 1",
        "home, mode, 2",
        "ca, abc, 3",
        "'', tick, 4",
    })
    void distance_oneWordToAnother_isTheLeastNumberOfSlips(String one, String other, int slips) {
        assertThat(Spelling.distance(one, other)).isEqualTo(slips);
        assertThat(Spelling.distance(other, one)).isEqualTo(slips);
    }
}
