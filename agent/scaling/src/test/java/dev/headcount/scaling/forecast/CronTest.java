package dev.headcount.scaling.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CronTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'' | cron '': found 0 fields, expected 5: minute, hour, day of month, month, day of week",
                "'* * * *' | cron '* * * *': found 4 fields, expected 5: minute, hour, day of month, month, day of week",
                "'60 * * * *' | cron '60 * * * *', minute: found '60', expected 0 to 59",
                "'0 24 * * *' | cron '0 24 * * *', hour: found '24', expected 0 to 23",
                "'0 0 0 * *' | cron '0 0 0 * *', day of month: found '0', expected 1 to 31",
                "'0 0 1 foo *' | cron '0 0 1 foo *', month: found 'foo', expected 1 to 12 or jan to dec",
                "'0 0 * * 8' | cron '0 0 * * 8', day of week: found '8', expected 0 to 7 or sun to sat",
                "'0 0 * * ?' | cron '0 0 * * ?', day of week: found '?', expected 0 to 7 or sun to sat",
                "'5/10 * * * *' | cron '5/10 * * * *', minute: found '5/10', expected a range or * before /",
                "'*/0 * * * *' | cron '*/0 * * * *', minute: found '0', expected a step of 1 to 59",
                "'0 17-9 * * *' | cron '0 17-9 * * *', hour: found '17-9', expected a range that rises",
                "'1, * * * *' | cron '1, * * * *', minute: found '', expected 0 to 59",
                "'-5 * * * *' | cron '-5 * * * *', minute: found '', expected 0 to 59",
                "'0 0 30 2 *' | cron '0 0 30 2 *', day of month: found '30', expected a day that one of the months has",
            })
    void parse_wrong_saysFieldFoundAndExpected(String quoted, String message) {
        assertThatThrownBy(() -> Cron.parse(quoted.substring(1, quoted.length() - 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void isAt_listsRangesAndSteps_areTheirUnion() {
        Cron cron = Cron.parse("0,30-40/5 8-10,17 * * *");

        assertThat(cron.isAt(8 * 60)).isTrue();
        assertThat(cron.isAt(10 * 60 + 40)).isTrue();
        assertThat(cron.isAt(17 * 60 + 35)).isTrue();
        assertThat(cron.isAt(17 * 60 + 36)).isFalse();
        assertThat(cron.isAt(11 * 60)).isFalse();
    }

    /** 29 November 2026 is a Sunday. */
    @Test
    void isOn_sundayHasTwoNumbersAndAName_areTheSame() {
        for (String sunday : new String[] {"0", "7", "SUN", "fri-sun", "5-7"}) {
            assertThat(Cron.parse("0 0 * * " + sunday).isOn(LocalDate.of(2026, 11, 29)))
                    .as(sunday)
                    .isTrue();
            assertThat(Cron.parse("0 0 * * " + sunday).isOn(LocalDate.of(2026, 11, 30)))
                    .as(sunday)
                    .isFalse();
        }
    }

    @Test
    void isOn_bothDayFieldsGiven_oneSuffices() {
        Cron cron = Cron.parse("0 0 13 * fri");

        assertThat(cron.isOn(LocalDate.of(2026, 12, 13))).isTrue();
        assertThat(cron.isOn(LocalDate.of(2026, 12, 11))).isTrue();
        assertThat(cron.isOn(LocalDate.of(2026, 12, 12))).isFalse();
    }

    @Test
    void isOn_oneDayFieldBeginsWithAStar_bothAreNeeded() {
        Cron cron = Cron.parse("0 0 */2 * fri");

        assertThat(cron.isOn(LocalDate.of(2026, 12, 11))).isTrue();
        assertThat(cron.isOn(LocalDate.of(2026, 12, 4))).isFalse();
    }
}
