package dev.headcount.agent.external;

/**
 * A value as a share of failed tasks, 0 to 1.
 *
 * <p>Below 0 is how Resilience4j says that it has seen too few calls: unknown, like everything outside the range.
 */
public final class ErrorRate implements Meaning<Double> {

    private final int whole;

    /** @param isPercent whether the attribute's values are 0 to 100 */
    public ErrorRate(boolean isPercent) {
        whole = isPercent ? 100 : 1;
    }

    @Override
    public Double of(Object value) {
        if (!(value instanceof Double) || (Double) value < 0 || (Double) value > whole) {
            throw new IllegalArgumentException("a number from 0 to " + whole);
        }
        return (Double) value / whole;
    }
}
