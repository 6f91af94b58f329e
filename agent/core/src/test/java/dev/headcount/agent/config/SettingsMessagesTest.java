package dev.headcount.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message about arguments, properties and environment, word for word: people search for them. */
final class SettingsMessagesTest {

    @Test
    void argument_unknownKey_namesTheNearest() {
        assertThat(problem("moed=auto"))
                .isEqualTo("agent argument \"moed\": unknown key, the nearest is mode" + " (all: "
                        + Key.list(Key.forArguments()) + ")");
    }

    @Test
    void argument_repeatedKey_quotesBothValues() {
        assertThat(problem("mode=auto,tick=1s,mode=observe"))
                .isEqualTo("agent argument mode: given twice, found \"auto\" and \"observe\", expected one");
    }

    @Test
    void argument_withoutEqualsSign_showsTheForm() {
        assertThat(problem("observe")).isEqualTo("agent arguments: found \"observe\", expected key=value,key=value");
    }

    @Test
    void argument_commaAtTheEnd_showsTheForm() {
        assertThat(problem("mode=auto,")).isEqualTo("agent arguments: found \"\", expected key=value,key=value");
    }

    @Test
    void mode_unknownWord_listsTheModes() {
        assertThat(problem("mode=OBSERVE"))
                .isEqualTo("agent argument mode: found \"OBSERVE\", expected auto, advise, observe or off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"49ms", "10001ms", "11s", "200", "ms", "", "-1s", "1.5s", "1 s", "1S", "18446744073709551816ms"})
    void tick_malformedOrOutOfRange_namesTheRange(String text) {
        assertThat(problem("tick=" + text))
                .isEqualTo("agent argument tick: found \"" + text
                        + "\", expected a duration from 50ms to 10s such as 200ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0ms", "3600001ms", "61m", "2h", "fast"})
    void waitObjective_malformedOrOutOfRange_namesTheRange(String text) {
        assertThat(problem("wait-objective=" + text))
                .isEqualTo("agent argument wait-objective: found \"" + text
                        + "\", expected a duration from 1ms to 1h such as 100ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999ms", "61m", "never", "0s"})
    void idleExpiry_malformedOrOutOfRange_namesTheRange(String text) {
        assertThat(problem("idle-expiry=" + text))
                .isEqualTo("agent argument idle-expiry: found \"" + text
                        + "\", expected off or a duration from 1s to 1h such as 10s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2147483647", "unlimited"})
    void ceiling_unbounded_saysWhyNot(String text) {
        assertThat(problem("ceiling=" + text))
                .isEqualTo("agent argument ceiling: found \"" + text
                        + "\", expected a number of threads from 1 to 10000, relative as 2x core or 4/cpu, or advised: unbounded is not a size,"
                        + " a pool without a bound takes the whole process down");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10001", "-2", "010", "many", "", "4294967297", "1e3"})
    void ceiling_malformedOrOutOfRange_namesTheRange(String text) {
        assertThat(problem("ceiling=" + text))
                .isEqualTo("agent argument ceiling: found \"" + text
                        + "\", expected a number of threads from 1 to 10000, relative as 2x core or 4/cpu, or advised");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Adaptive", "hill_climbing", "fixed", "composite", ""})
    void policy_unknown_namesAllThereAre(String text) {
        assertThat(problem("policy=" + text))
                .isEqualTo("agent argument policy: found \"" + text
                        + "\", expected adaptive, threshold, aimd, pid, queueing, gradient or hill-climbing");
    }

    @Test
    void config_empty_asksForAPath() {
        assertThat(problem("config=")).isEqualTo("agent argument config: found \"\", expected the path of a file");
    }

    @Test
    void property_wrongValue_namesTheProperty() {
        assertThat(SettingsTest.read(null, Map.of("headcount.tick", "soon"), Map.of())
                        .problem())
                .isEqualTo("system property headcount.tick: found \"soon\","
                        + " expected a duration from 50ms to 10s such as 200ms");
    }

    @Test
    void property_wrongValueThatAnArgumentOverrides_isStillAMistake() {
        assertThat(SettingsTest.read("tick=1s", Map.of("headcount.tick", "soon"), Map.of())
                        .problem())
                .startsWith("system property headcount.tick: found \"soon\"");
    }

    @Test
    void property_unknownKey_namesTheNearest() {
        assertThat(SettingsTest.read(null, Map.of("headcount.celing", "9"), Map.of())
                        .problem())
                .isEqualTo("system property headcount.celing: unknown key, the nearest is ceiling" + " (all: "
                        + Key.list(Key.forArguments()) + ")");
    }

    @Test
    void environment_wrongValue_namesTheVariable() {
        assertThat(SettingsTest.read(null, Map.of(), Map.of("HEADCOUNT_IDLE_EXPIRY", ""))
                        .problem())
                .isEqualTo("environment variable HEADCOUNT_IDLE_EXPIRY: found \"\","
                        + " expected off or a duration from 1s to 1h such as 10s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEADCOUNT_MOED", "HEADCOUNT_MODES"})
    void environment_slipOfThePen_namesTheNearest(String variable) {
        assertThat(SettingsTest.read(null, Map.of(), Map.of(variable, "observe"))
                        .problem())
                .isEqualTo("environment variable " + variable + ": unknown key, the nearest is mode" + " (all: "
                        + Key.list(Key.forArguments()) + ")");
    }

    @Test
    void argument_lineBreakInside_staysOneLine() {
        assertThat(problem("mode=auto\nheadcount: all is well"))
                .isEqualTo("agent argument mode: found \"auto headcount: all is well\","
                        + " expected auto, advise, observe or off");
    }

    @Test
    void argument_longText_isCut() {
        assertThat(problem("mode=" + "x".repeat(500)))
                .isEqualTo("agent argument mode: found \"" + "x".repeat(80)
                        + "...\", expected auto, advise, observe or off");
    }

    private static String problem(String arguments) {
        return SettingsTest.read(arguments, Map.of(), Map.of()).problem();
    }
}
