package dev.headcount.agent.config;

/**
 * What an attribute's value is compared with: {@code > 0.9}, {@code <= 3}, {@code = DOWN}; immutable.
 *
 * <p>Law: {@code =} compares two numbers as numbers and everything else as text, whatever the case; the others take
 * numbers alone.
 */
public final class Comparison {

    private final String operator;
    private final String limit;
    private final Double number;

    private Comparison(String operator, String limit) {
        this.operator = operator;
        this.limit = limit;
        this.number = number(limit);
    }

    /** @throws IllegalArgumentException that says what is wrong with {@code text} */
    static Comparison read(String text) {
        int length = text.startsWith(">=") || text.startsWith("<=") ? 2 : 1;
        Comparison comparison =
                new Comparison(text.substring(0, length), text.substring(length).trim());
        if (comparison.number == null && !comparison.operator.equals("=")) {
            throw new IllegalArgumentException("\"" + comparison.limit + "\" is no number to compare with");
        }
        return comparison;
    }

    /**
     * Whether {@code value}, a text, a number or a truth value, is what was meant.
     *
     * @throws IllegalArgumentException if it is no number and has to be one: what was expected
     */
    public boolean holds(Object value) {
        Double found = value instanceof Double ? (Double) value : number(String.valueOf(value));
        if (operator.equals("=") && (number == null || found == null)) {
            return limit.equalsIgnoreCase(String.valueOf(value).trim());
        }
        if (found == null) {
            throw new IllegalArgumentException("a number to compare with " + limit);
        }
        double difference = found - number;
        return operator.contains("=") && difference == 0
                || operator.startsWith(">") && difference > 0
                || operator.startsWith("<") && difference < 0;
    }

    private static Double number(String text) {
        try {
            return text.matches("\\s*[-+]?[0-9.]+([eE][-+]?\\d+)?\\s*") ? Double.valueOf(text.trim()) : null;
        } catch (NumberFormatException severalDots) {
            return null;
        }
    }

    @Override
    public String toString() {
        return operator + ' ' + limit;
    }
}
