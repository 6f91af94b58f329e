package dev.headcount.agent.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headcount.agent.config.Key;
import dev.headcount.scaling.Breaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What values mean to the three rules. */
final class MeaningTest {

    private static String breaker(Object value) {
        return new BreakerState("stock").of(value).toString();
    }

    private static String objection(String rule, Object value) {
        return new Objection(SomeBean.source(Key.VETO_FROM, "mbean a:type=B#C" + rule)).of(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "open", "Forced_Open", "forced-open", "true", "1", "4"})
    void breaker_wordForOpen_isOpen(String word) {
        assertThat(breaker(word)).isEqualTo("stock open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HALF_OPEN", "half-open", "Half Open", "HalfOpen", "2"})
    void breaker_wordForHalfOpen_isHalfOpen(String word) {
        assertThat(breaker(word)).isEqualTo("stock half-open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLOSED", "Closed", "DISABLED", "metrics-only", "false", "0", "3", "5"})
    void breaker_wordForClosed_isNone(String word) {
        assertThat(new BreakerState("stock").of(word)).isSameAs(Breaker.NONE);
    }

    @Test
    void breaker_numberOrTruthValue_isWhatResilience4jMeansByIt() {
        assertThat(breaker(1.0)).isEqualTo("stock open");
        assertThat(breaker(2.0)).isEqualTo("stock half-open");
        assertThat(breaker(0.0)).isEqualTo("closed");
        assertThat(breaker(true)).isEqualTo("stock open");
        assertThat(breaker(false)).isEqualTo("closed");
    }

    @Test
    void breaker_anythingElse_saysWhatWasExpected() {
        assertThatThrownBy(() -> breaker("up")).hasMessageStartingWith("open, half-open, closed");
        assertThatThrownBy(() -> breaker(0.5)).hasMessageStartingWith("open, half-open, closed");
        assertThatThrownBy(() -> breaker(-1.0)).hasMessageStartingWith("open, half-open, closed");
    }

    @Test
    void objection_comparisonThatHolds_namesBeanAttributeValueAndLimit() {
        assertThat(objection(" > 0.9", 0.95)).isEqualTo("mbean a:type=B#C is 0.95, no growth while > 0.9");
        assertThat(objection(" > 0.9", 0.9)).isEmpty();
    }

    @Test
    void objection_withoutComparison_isTrueOrANumber() {
        assertThat(objection("", true)).isEqualTo("mbean a:type=B#C is true");
        assertThat(objection("", "True")).isEqualTo("mbean a:type=B#C is True");
        assertThat(objection("", -2.0)).isEqualTo("mbean a:type=B#C is -2");
        assertThat(objection("", false)).isEmpty();
        assertThat(objection("", "false")).isEmpty();
        assertThat(objection("", 0.0)).isEmpty();
        assertThatThrownBy(() -> objection("", "DOWN")).hasMessageStartingWith("true, false or a number");
    }

    @Test
    void errorRate_valueInItsRange_isAShare() {
        assertThat(new ErrorRate(false).of(0.25)).isEqualTo(0.25);
        assertThat(new ErrorRate(true).of(25.0)).isEqualTo(0.25);
        assertThatThrownBy(() -> new ErrorRate(false).of(25.0)).hasMessage("a number from 0 to 1");
        assertThatThrownBy(() -> new ErrorRate(true).of(-1.0)).hasMessage("a number from 0 to 100");
        assertThatThrownBy(() -> new ErrorRate(true).of("none")).hasMessage("a number from 0 to 100");
    }
}
