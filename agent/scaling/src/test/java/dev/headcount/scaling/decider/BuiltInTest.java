package dev.headcount.scaling.decider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headcount.scaling.Policy;
import dev.headcount.scaling.settle.Settling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Names, parameters and their messages. */
final class BuiltInTest {

    @ParameterizedTest
    @EnumSource(BuiltIn.class)
    void decider_withoutParameters_hasTheNameThatChoseIt(BuiltIn law) {
        assertThat(law.decider(Parameters.STANDARD).name()).isEqualTo(law.text());
        assertThat(BuiltIn.named(law.text())).isEqualTo(law);
    }

    @ParameterizedTest
    @EnumSource(BuiltIn.class)
    void parameters_ofEach_acceptTheirOwnStandardAndPattern(BuiltIn law) {
        assertThat(law.parameters()).doesNotHaveDuplicates().allSatisfy(parameter -> {
            assertThat(parameter.accepts(parameter.standard()))
                    .as(parameter.name())
                    .isTrue();
            assertThat(parameter.standard()).matches(parameter.pattern());
            assertThat(parameter.meaning()).isNotBlank().doesNotEndWith(".");
            assertThat(law.parameter(parameter.name())).isSameAs(parameter);
            law.decider(Parameters.STANDARD.with(parameter.name(), parameter.standard()));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aimd | step | 0 | step: found \"0\", expected a whole number from 1 to 1000",
                "aimd | step | 1.5 | step: found \"1.5\", expected a whole number from 1 to 1000",
                "aimd | step | 010 | step: found \"010\", expected a whole number from 1 to 1000",
                "aimd | decrease | 95% | decrease: found \"95%\", expected a share from 1% to 90%",
                "aimd | decrease | 0.25 | decrease: found \"0.25\", expected a share from 1% to 90%",
                "pid | gain | NaN | gain: found \"NaN\", expected a number from 0 to 10",
                "pid | integral-time | 3 | integral-time: found \"3\", expected a duration from 100ms to 1h",
                "pid | integral-time | 2h | integral-time: found \"2h\", expected a duration from 100ms to 1h",
                "threshold | step | all | step: found \"all\", expected little or a whole number from 1 to 1000 or a"
                        + " share from 1% to 1000%",
                "threshold | stpe | 1 | stpe: unknown parameter of threshold (all: grow-above, shrink-below, step,"
                        + " smoothing, busy-smoothing, drain, blind-step, blind-patience)",
                "adaptive | step | 1 | step: unknown parameter of adaptive (all: none)",
                "fixed | size | 10001 | size: found \"10001\", expected floor or a whole number from 1 to 10000",
                "composite | mode | mean | mode: found \"mean\", expected max or min or weighted or first",
            })
    void decider_wrongParameter_saysWhatIsExpected(String name, String key, String value, String message) {
        assertThatThrownBy(() -> Policy.of(BuiltIn.named(name), Parameters.STANDARD.with(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void policy_ofALaw_bringsTheRestsThatSuitIt() {
        assertThat(Policy.of(BuiltIn.AIMD, Parameters.STANDARD).settling().upNanos())
                .isEqualTo(Policy.DEFAULT_UP_NANOS);
        assertThat(Policy.of(BuiltIn.AIMD, Parameters.STANDARD).settling().downNanos())
                .isEqualTo(Policy.DEFAULT_DOWN_NANOS);
        assertThat(Policy.of(BuiltIn.ADAPTIVE, Parameters.STANDARD).settling().downNanos())
                .isZero();
        assertThat(Policy.of(BuiltIn.AIMD, Parameters.STANDARD)
                        .with(Settling.AT_ONCE.withCooldowns(7, 9))
                        .settling()
                        .downNanos())
                .isEqualTo(9);
    }
}
