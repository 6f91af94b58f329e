package dev.headcount.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headcount.scaling.forecast.ForecastKind;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ForecastChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "off, OFF, off",
        "linear, LINEAR, linear",
        "holt-winters, HOLT_WINTERS, holt-winters Z",
        "holt-winters Europe/Berlin, HOLT_WINTERS, holt-winters Europe/Berlin"
    })
    void read_rightText_isThatKind(String text, ForecastKind kind, String words) {
        ForecastChoice choice = ForecastChoice.read(text);

        assertThat(choice.kind()).isEqualTo(kind);
        assertThat(choice).hasToString(words).isEqualTo(ForecastChoice.read(text));
        assertThat(Value.FORECAST.number(text)).isZero();
        assertThat(text).matches(ForecastChoice.PATTERN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "holtwinters | \"holtwinters\" is no forecast",
                "Linear | \"Linear\" is no forecast",
                "holt-winters Europe/Berlin UTC | \"holt-winters Europe/Berlin UTC\" is no forecast",
                "linear Europe/Berlin | linear takes no time zone: found \"Europe/Berlin\"",
                "off UTC | off takes no time zone: found \"UTC\"",
                "holt-winters Europe/Bonn | time zone: found \"Europe/Bonn\", expected one such as Europe/Berlin or UTC"
            })
    void read_wrongText_saysWhatIsWrong(String text, String mistake) {
        assertThatThrownBy(() -> ForecastChoice.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(mistake);
        assertThat(Value.FORECAST.number(text)).isEqualTo(Value.WRONG);
        assertThat(Value.FORECAST.hint(text)).isEqualTo(" (" + mistake + ")");
    }

    @Test
    void forecast_wrongArgument_isRefusedWord() {
        assertThat(Settings.read("forecast=arima", new Properties(), Map.of()).problem())
                .isEqualTo("agent argument forecast: found \"arima\", expected off, linear, or holt-winters with a time"
                        + " zone (UTC unless given) such as holt-winters Europe/Berlin (\"arima\" is no forecast)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin"})
    void equals_otherZone_isAnother(String zone) {
        assertThat(ForecastChoice.read("holt-winters America/New_York"))
                .isNotEqualTo(ForecastChoice.read("holt-winters " + zone));
    }
}
