package dev.headcount.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class DurationTextTest {

    @Test
    void convert_eachUnit_isUnderstood() {
        DurationText text = new DurationText();

        assertThat(text.convert("250ms")).isEqualTo(Duration.ofMillis(250));
        assertThat(text.convert("15s")).isEqualTo(Duration.ofSeconds(15));
        assertThat(text.convert("60m")).isEqualTo(Duration.ofHours(1));
        assertThat(text.convert("2h")).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "s", "1.5s", "-1s", "15 s", "1d", "1234567890s"})
    void convert_anythingElse_saysWhatIsExpected(String text) {
        assertThatThrownBy(() -> new DurationText().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("expected a whole number with ms, s, m or h, as in 15s: got \"" + text + '"');
    }

    @ParameterizedTest
    @CsvSource({"1500, 1500ms", "15000, 15s", "120000, 2m"})
    void of_millis_isInTheLargestWholeUnit(long millis, String text) {
        assertThat(DurationText.of(Duration.ofMillis(millis))).isEqualTo(text);
    }
}
