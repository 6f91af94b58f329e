package dev.headcount.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceTest {

    @Test
    void read_nameWithEverythingThatNamesMayHold_isTakenApartAtTheLastHash() {
        Source source = Source.read(
                Value.VETO_FROM, "mbean com.acme:type=Db,name=\"a, b > #1\",host=* x#HeapMemoryUsage.used.max >= 1e9");

        assertThat(source.bean()).isEqualTo("com.acme:type=Db,name=\"a, b > #1\",host=* x");
        assertThat(source.path()).containsExactly("HeapMemoryUsage", "used", "max");
        assertThat(source.comparison()).hasToString(">= 1e9");
        assertThat(source.place())
                .isEqualTo("mbean com.acme:type=Db,name=\"a, b > #1\",host=* x#HeapMemoryUsage.used.max");
    }

    @Test
    void read_bareAttribute_comparesNothing() {
        assertThat(Source.read(Value.VETO_FROM, "mbean a:type=B#C").comparison())
                .isNull();
        assertThat(Source.read(Value.BREAKER_FROM, " mbean  a:type=B#C ").place())
                .isEqualTo("mbean a:type=B#C");
    }

    @Test
    void read_errorRate_isAShareOrPercent() {
        assertThat(Source.read(Value.SIGNAL_FROM, "mbean a:type=B#C as error-rate")
                        .isPercent())
                .isFalse();
        assertThat(Source.read(Value.SIGNAL_FROM, "mbean a:type=B#C as error-percent")
                        .isPercent())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VETO_FROM | prometheus up | \"prometheus up\" is no source",
                "VETO_FROM | mbean a:type=B | there is no # and attribute behind the bean's name",
                "VETO_FROM | mbean nonsense#C | \"nonsense\" is no object name: ",
                "VETO_FROM | mbean a:type#C | \"a:type\" is no object name: ",
                "VETO_FROM | mbean a:type=B#C > high | \"high\" is no number to compare with",
                "VETO_FROM | mbean a:type=B#C > 1.2.3 | \"1.2.3\" is no number to compare with",
                "VETO_FROM | mbean a:type=B#C > | is no source",
                "VETO_FROM | mbean a:type=B#C is 3 | is no source",
                "VETO_FROM | mbean a:type=B#C..d | a dot in the attribute stands between two names",
                "VETO_FROM | mbean a:type=B#C as error-rate | \"as error-rate\" is too much",
                "BREAKER_FROM | mbean a:type=B#C = OPEN | \"= OPEN\" is too much",
                "SIGNAL_FROM | mbean a:type=B#C | behind the attribute stands what it is the value of",
                "SIGNAL_FROM | mbean a:type=B#C as arrival-rate | behind the attribute stands what it is the value of"
            })
    void read_wrongText_saysWhatIsWrong(Value form, String text, String mistake) {
        assertThatThrownBy(() -> Source.read(form, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(mistake);
        assertThat(form.number(text)).isEqualTo(Value.WRONG);
        assertThat(form.hint(text)).contains(mistake);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VETO_FROM | mbean com.acme:type=Db#Usage",
                "VETO_FROM | mbean com.acme:type=Db#Usage>0.9",
                "VETO_FROM | mbean com.acme:type=Db,name=*#Pool.State = NOT OK",
                "BREAKER_FROM | mbean com.acme:type=Breaker,name=stock#State",
                "SIGNAL_FROM | mbean com.acme:type=Db#Failures as error-percent"
            })
    void pattern_ofEditors_acceptsWhatIsRight(Value form, String text) {
        assertThat(form.number(text)).isZero();
        assertThat(text).matches(form.pattern);
    }

    private static boolean holds(String comparison, Object value) {
        return Comparison.read(comparison).holds(value);
    }

    @ParameterizedTest
    @CsvSource({
        ">  0.9, 0.9, false",
        ">  0.9, 0.91, true",
        ">= 0.9, 0.9, true",
        ">= 0.9, 0.89, false",
        "<  10, 10, false",
        "<  10, -1, true",
        "<= 10, 10, true",
        "<= 10, 11, false",
        "=  3, 3.0, true",
        "=  3, 3.1, false"
    })
    void holds_number_isComparedWithTheLimit(String comparison, double value, boolean expected) {
        assertThat(holds(comparison, value)).isEqualTo(expected);
        assertThat(holds(comparison, String.valueOf(value))).isEqualTo(expected);
    }

    @Test
    void holds_text_isEqualWhateverItsCase() {
        assertThat(holds("= DOWN", "down")).isTrue();
        assertThat(holds("= DOWN", "up")).isFalse();
        assertThat(holds("= false", false)).isTrue();
        assertThat(holds("= 3", "three")).isFalse();
        assertThat(holds("> 3", Double.POSITIVE_INFINITY)).isTrue();
    }

    @Test
    void holds_textAgainstANumber_saysWhatWasExpected() {
        assertThatThrownBy(() -> holds("> 3", "many")).hasMessage("a number to compare with 3");
        assertThatThrownBy(() -> holds("> 3", true)).hasMessage("a number to compare with 3");
    }
}
