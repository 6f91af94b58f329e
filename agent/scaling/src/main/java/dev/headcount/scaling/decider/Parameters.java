package dev.headcount.scaling.decider;

import dev.headcount.scaling.Smoothing;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody set of a decider's constants; of the others their {@link Parameter} knows what holds.
 *
 * <p>Each getter throws {@link IllegalArgumentException}, with name, value and what was expected, for a value that
 * the parameter does not accept.
 * Threads: immutable.
 */
public final class Parameters {

    /** Nothing set: every constant as it comes. */
    public static final Parameters STANDARD = new Parameters(Collections.<String, String>emptyMap());

    private final Map<String, String> given;

    private Parameters(Map<String, String> given) {
        this.given = Collections.unmodifiableMap(new TreeMap<>(given));
    }

    /** Values by the names of their parameters; names that a decider doesn't know are {@link BuiltIn}'s to refuse. */
    public static Parameters of(Map<String, String> given) {
        return given.isEmpty() ? STANDARD : new Parameters(given);
    }

    /** These and one more. */
    public Parameters with(String name, String value) {
        Map<String, String> more = new TreeMap<>(given);
        more.put(name, value);
        return new Parameters(more);
    }

    /** Those whose name begins with {@code prefix}, without it. */
    Parameters under(String prefix) {
        Map<String, String> some = new TreeMap<>();
        for (Map.Entry<String, String> entry : given.entrySet()) {
            if (entry.getKey().startsWith(prefix)) {
                some.put(entry.getKey().substring(prefix.length()), entry.getValue());
            }
        }
        return of(some);
    }

    Map<String, String> asMap() {
        return given;
    }

    String text(Parameter parameter) {
        String text = given.getOrDefault(parameter.name(), parameter.standard());
        if (!parameter.accepts(text)) {
            throw new IllegalArgumentException(
                    parameter.name() + ": found \"" + text + "\", expected " + parameter.expected());
        }
        return text;
    }

    /** A count, a share of 1, or seconds; {@code NaN} where a word is given. */
    double number(Parameter parameter) {
        return parameter.number(text(parameter));
    }

    int count(Parameter parameter) {
        return (int) number(parameter);
    }

    long nanos(Parameter parameter) {
        return (long) (number(parameter) * 1e9);
    }

    Smoothing smoothing(Parameter parameter) {
        return Smoothing.of(text(parameter));
    }

    /** Refuses {@code low} unless it is below {@code high}: between the two nothing changes. */
    void requireBelow(Parameter low, Parameter high) {
        if (!(number(low) < number(high))) {
            throw new IllegalArgumentException(low.name() + ": found \"" + text(low) + "\", expected less than "
                    + high.name() + ", " + text(high));
        }
    }
}
