package dev.headcount.agent.external;

import dev.headcount.agent.config.Comparison;
import dev.headcount.agent.config.Source;

/**
 * Whether a value speaks against growth, and in which words: empty when it doesn't.
 *
 * <p>Law: while the comparison holds; without one, while it is true or a number other than 0.
 */
public final class Objection implements Meaning<String> {

    private final Source source;

    public Objection(Source source) {
        this.source = source;
    }

    @Override
    public String of(Object value) {
        Comparison comparison = source.comparison();
        boolean isOne = comparison == null ? isSet(value) : comparison.holds(value);
        if (!isOne) {
            return "";
        }
        return source.place() + " is " + Watched.shown(value)
                + (comparison == null ? "" : ", no growth while " + comparison);
    }

    private static boolean isSet(Object value) {
        if (value instanceof Double) {
            return (Double) value != 0;
        }
        String text = String.valueOf(value).trim();
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException("true, false or a number; a text needs = and one to compare it with");
        }
        return text.equalsIgnoreCase("true");
    }
}
