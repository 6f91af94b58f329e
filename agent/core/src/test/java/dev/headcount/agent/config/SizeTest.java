package dev.headcount.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SizeTest {

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "1, 1",
        "10000, 10000",
        "2x core, 16",
        "2xcore, 16",
        "4/cpu, 12",
        "9999x core, 10000",
    })
    void threads_coreOfEightAndThreeProcessors_isThatMany(String text, int threads) {
        assertThat(Size.of(text).threads(/* core= */ 8, /* processors= */ 3)).isEqualTo(threads);
        assertThat(text).matches(Size.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "010",
                "-1",
                "10001",
                "2147483647",
                "2y core",
                "x core",
                "4/cpus",
                "1.5x core",
                " 4",
                "4 "
            })
    void of_noSize_isNull(String text) {
        assertThat(Size.of(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2x core", "2xcore"})
    void threads_coreOfNone_countsAsOne(String text) {
        assertThat(Size.of(text).threads(/* core= */ 0, /* processors= */ 3)).isEqualTo(2);
    }
}
