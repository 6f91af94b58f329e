package dev.headcount.scaling;

/**
 * Numbers in a sentence for a person: as many digits as can be trusted, a unit, the same in every
 * locale.
 */
public final class Quantity {

    private static final double NANOS = 1e9;

    private Quantity() {}

    /** Such as {@code 45 us}, {@code 2.3 ms}, {@code 100 ms}, {@code 2.3 s}, {@code 12 min 5 s}. */
    public static String seconds(double seconds) {
        if (Double.isNaN(seconds)) {
            return "an unknown time";
        }
        if (Double.isInfinite(seconds)) {
            return "without end";
        }
        if (seconds >= 99.5) {
            long whole = Math.round(seconds);
            return whole / 60 + " min" + (whole % 60 == 0 ? "" : " " + whole % 60 + " s");
        }
        if (seconds >= 0.9995) {
            return number(seconds) + " s";
        }
        if (seconds >= 0.000_999_5 || seconds == 0) {
            return number(seconds * 1e3) + " ms";
        }
        return number(seconds * 1e6) + " us";
    }

    public static String nanos(long nanos) {
        return seconds(nanos / NANOS);
    }

    /** Two digits below ten, whole numbers above; 0 or more. */
    public static String number(double value) {
        double tenths = Math.round(value * 10) / 10.0;
        long whole = Math.round(value);
        return value >= 9.95 || tenths == whole ? Long.toString(whole) : Double.toString(tenths);
    }
}
