package dev.headcount.scaling.forecast;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A cron expression of five fields: minute, hour, day of month, month, day of week; immutable.
 *
 * <p>Law: a minute is meant when each field has it; of the two day fields one suffices when neither begins with a star.
 * Invariant: it is meant at least once in eight years; {@code 0 0 30 2 *} is refused.
 * Threads: any.
 * Source: POSIX, {@code crontab}; names, steps and the star rule as in Vixie's cron.
 */
final class Cron {

    private static final int[] LONGEST_MONTH = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final long ALL_HOURS = (1L << 24) - 1;

    private final String text;
    private final long minutes;
    private final long hours;
    private final long days;
    private final long months;
    private final long weekdays;
    private final boolean isEitherDay;

    private Cron(String text, String[] fields) {
        this.text = text;
        minutes = CronField.MINUTE.parse(fields[0]);
        hours = CronField.HOUR.parse(fields[1]);
        days = CronField.DAY.parse(fields[2]);
        months = CronField.MONTH.parse(fields[3]);
        weekdays = CronField.WEEKDAY.parse(fields[4]);
        isEitherDay = !fields[2].startsWith("*") && !fields[4].startsWith("*");
    }

    /**
     * Reads an expression such as {@code 0 8 * * mon-fri}.
     *
     * @throws IllegalArgumentException naming the field, what was found and what is expected
     */
    static Cron parse(String text) {
        Objects.requireNonNull(text, "text");
        String[] fields = text.trim().split("[ \t]+");
        if (fields.length != 5) {
            throw new IllegalArgumentException(
                    "cron '" + text + "': found " + (text.trim().isEmpty() ? 0 : fields.length)
                            + " fields, expected 5: minute, hour, day of month, month, day of week");
        }
        Cron cron;
        try {
            cron = new Cron(String.join(" ", fields), fields);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("cron '" + text + "', " + e.getMessage(), e);
        }
        if (!cron.comes()) {
            throw new IllegalArgumentException("cron '" + text + "', day of month: found '" + fields[2]
                    + "', expected a day that one of the months has");
        }
        return cron;
    }

    private boolean comes() {
        for (int month = 1; month <= 12; month++) {
            long itsDays = (1L << LONGEST_MONTH[month] + 1) - 1;
            if ((months & 1L << month) != 0 && (isEitherDay || (days & itsDays) != 0)) {
                return true;
            }
        }
        return false;
    }

    boolean isOn(LocalDate date) {
        if ((months & 1L << date.getMonthValue()) == 0) {
            return false;
        }
        boolean isDay = (days & 1L << date.getDayOfMonth()) != 0;
        boolean isWeekday = (weekdays & 1L << date.getDayOfWeek().getValue() % 7) != 0;
        return isEitherDay ? isDay || isWeekday : isDay && isWeekday;
    }

    /** Whether a day that {@link #isOn} has this minute, 0 to 1439. */
    boolean isAt(int minuteOfDay) {
        return (hours & 1L << minuteOfDay / 60) != 0 && (minutes & 1L << minuteOfDay % 60) != 0;
    }

    /** Whether it follows the hours as they pass, whatever they are called. */
    boolean isHourly() {
        return hours == ALL_HOURS;
    }

    @Override
    public String toString() {
        return text;
    }
}
