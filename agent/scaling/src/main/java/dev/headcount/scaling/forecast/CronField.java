package dev.headcount.scaling.forecast;

import java.util.Locale;

/**
 * One of the five fields of a cron expression, as a set of bits.
 *
 * <p>Grammar: {@code list = item {"," item}}, {@code item = "*" | value | value "-" value}, and {@code "/" step} after
 * a star or a range. A value is a number or, of months and weekdays, the first three letters of its English name.
 * Sunday is 0 and 7, so that {@code fri-sun} is a range.
 * Blind to: the extensions of Quartz ({@code ?}, {@code L}, {@code W}, {@code #}); they are refused.
 */
enum CronField {
    MINUTE("minute", 0, 59),
    HOUR("hour", 0, 23),
    DAY("day of month", 1, 31),
    MONTH("month", 1, 12, "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    WEEKDAY("day of week", 0, 7, "sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private static final int SUNDAY_AGAIN = 7;

    private final String label;
    private final int from;
    private final int to;
    private final String[] names;

    CronField(String label, int from, int to, String... names) {
        this.label = label;
        this.from = from;
        this.to = to;
        this.names = names;
    }

    /** The bits of {@code text}: bit {@code n} for value {@code n}. */
    long parse(String text) {
        long bits = 0;
        for (String item : text.split(",", -1)) {
            bits |= item(item);
        }
        return this == WEEKDAY && (bits & 1L << SUNDAY_AGAIN) != 0 ? bits & ~(1L << SUNDAY_AGAIN) | 1 : bits;
    }

    private long item(String item) {
        int slash = item.indexOf('/');
        String range = slash < 0 ? item : item.substring(0, slash);
        int dash = range.indexOf('-');
        boolean isStar = range.equals("*");
        if (slash >= 0 && !isStar && dash < 0) {
            throw refused(item, "a range or * before /");
        }
        int first = isStar ? from : value(dash < 0 ? range : range.substring(0, dash));
        int last = isStar ? to : dash < 0 ? first : end(range.substring(dash + 1));
        if (last < first) {
            throw refused(item, "a range that rises");
        }
        int step = slash < 0 ? 1 : step(item.substring(slash + 1));
        long bits = 0;
        for (int value = first; value <= last; value += step) {
            bits |= 1L << value;
        }
        return bits;
    }

    private int end(String text) {
        int value = value(text);
        return this == WEEKDAY && value == 0 ? SUNDAY_AGAIN : value;
    }

    private int value(String text) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(text.toLowerCase(Locale.ROOT))) {
                return from + i;
            }
        }
        int value = digits(text);
        if (value < from || value > to) {
            throw refused(text, expected());
        }
        return value;
    }

    private int step(String text) {
        int step = digits(text);
        if (step < 1 || step > to) {
            throw refused(text, "a step of 1 to " + to);
        }
        return step;
    }

    /** The number that {@code text} spells; -1 if it isn't one of one or two digits. */
    private static int digits(String text) {
        return text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : -1;
    }

    private String expected() {
        String numbers = from + " to " + to;
        return names.length == 0 ? numbers : numbers + " or " + names[0] + " to " + names[names.length - 1];
    }

    private IllegalArgumentException refused(String found, String expected) {
        return new IllegalArgumentException(label + ": found '" + found + "', expected " + expected);
    }
}
