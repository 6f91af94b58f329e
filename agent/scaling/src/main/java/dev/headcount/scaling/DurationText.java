package dev.headcount.scaling;

/** Durations as people write them: a whole number and its unit, {@code ms}, {@code s}, {@code m} or {@code h}. */
public final class DurationText {

    /** For editors. */
    public static final String PATTERN = "\\d{1,9}(ms|s|m|h)";

    /** What {@link #millis} answers for a text that is no duration. */
    public static final long MALFORMED = -1;

    /** A number of more digits is above every range here, whatever its unit, and would overflow. */
    private static final int DIGITS = 9;

    private static final String[] UNITS = {"ms", "s", "m", "h"};
    private static final long[] MILLIS = {1, 1_000, 60_000, 3_600_000};

    private DurationText() {}

    /** The duration in milliseconds; {@link #MALFORMED}, or {@code Long.MAX_VALUE} for what is too long to count. */
    public static long millis(String text) {
        int digits = 0;
        long number = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            number = number * 10 + text.charAt(digits) - '0';
            digits++;
        }
        if (digits == 0) {
            return MALFORMED;
        }
        String unit = text.substring(digits);
        for (int i = 0; i < UNITS.length; i++) {
            if (UNITS[i].equals(unit)) {
                return digits > DIGITS ? Long.MAX_VALUE : number * MILLIS[i];
            }
        }
        return MALFORMED;
    }

    /** In the largest unit that needs no fraction. */
    public static String of(long millis) {
        int unit = UNITS.length - 1;
        while (millis % MILLIS[unit] != 0) {
            unit--;
        }
        return millis / MILLIS[unit] + UNITS[unit];
    }
}
