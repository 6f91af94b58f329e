package dev.headcount.scaling.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The moments that a cron expression means in a time zone; immutable.
 *
 * <p>Law: a local time that the clocks skip in spring is taken for the moment at which they jump; one that they show
 * twice in autumn is taken for the first of the two. An expression that admits all hours counts the hours that
 * pass: it leaves the skipped ones out and means both of the doubled ones.
 * Threads: any. Cost: 1440 additions for a day, some objects a minute on the two days a year with a change of clocks.
 * Blind to: changes of clocks that are not on the minute; the last was in 1972.
 */
final class Starts {

    /** No such moment. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int MINUTES_A_DAY = 1440;
    private static final long MINUTE_MILLIS = 60_000;
    private static final long DAY_MILLIS = MINUTES_A_DAY * MINUTE_MILLIS;

    /** From one 29 February to the next but one, over a year like 2100, and a day at each end. */
    private static final int SEARCHED_DAYS = 8 * 366 + 2;

    private final Cron cron;
    private final ZoneId zone;

    Starts(Cron cron, ZoneId zone) {
        this.cron = cron;
        this.zone = zone;
    }

    /** The first one after {@code millis}; {@link #NEVER} if there is none in eight years. */
    long after(long millis) {
        LocalDate date = dateOf(millis);
        for (int day = 0; day < SEARCHED_DAYS; day++) {
            long nearest = nearest(date.plusDays(day), millis, /* isAfter= */ true);
            if (nearest != NEVER) {
                return nearest;
            }
        }
        return NEVER;
    }

    /** The last one at or before {@code millis} but after {@code since}; {@link #NEVER} if there is none. */
    long latest(long millis, long since) {
        LocalDate earliest = dateOf(since).minusDays(1);
        for (LocalDate date = dateOf(millis); !date.isBefore(earliest); date = date.minusDays(1)) {
            long nearest = nearest(date, millis, /* isAfter= */ false);
            if (nearest != NEVER) {
                return nearest > since ? nearest : NEVER;
            }
        }
        return NEVER;
    }

    /** Of one date, the first moment after {@code millis}, or the last that is not. */
    private long nearest(LocalDate date, long millis, boolean isAfter) {
        if (!cron.isOn(date)) {
            return NEVER;
        }
        long midnight = millis(date.atStartOfDay(zone));
        boolean isPlain = millis(date.plusDays(1).atStartOfDay(zone)) - midnight == DAY_MILLIS;
        long nearest = NEVER;
        for (int minute = 0; minute < MINUTES_A_DAY; minute++) {
            if (!cron.isAt(minute)) {
                continue;
            }
            if (isPlain) {
                nearest = nearer(nearest, midnight + minute * MINUTE_MILLIS, millis, isAfter);
            } else {
                LocalDateTime local = date.atTime(minute / 60, minute % 60);
                nearest = nearer(nearest, first(local), millis, isAfter);
                nearest = cron.isHourly() ? nearer(nearest, second(local), millis, isAfter) : nearest;
            }
        }
        return nearest;
    }

    private static long nearer(long nearest, long candidate, long millis, boolean isAfter) {
        if (candidate == NEVER || candidate > millis != isAfter) {
            return nearest;
        }
        return nearest == NEVER ? candidate : isAfter ? Math.min(nearest, candidate) : Math.max(nearest, candidate);
    }

    private long first(LocalDateTime local) {
        if (!isSkipped(local)) {
            return millis(local.atZone(zone).withEarlierOffsetAtOverlap());
        }
        if (cron.isHourly()) {
            return NEVER;
        }
        LocalDateTime shown = local;
        while (isSkipped(shown)) {
            shown = shown.minusMinutes(1);
        }
        return millis(shown.atZone(zone).withLaterOffsetAtOverlap()) + MINUTE_MILLIS;
    }

    private long second(LocalDateTime local) {
        return isSkipped(local) ? NEVER : millis(local.atZone(zone).withLaterOffsetAtOverlap());
    }

    private boolean isSkipped(LocalDateTime local) {
        return !local.atZone(zone).toLocalDateTime().equals(local);
    }

    private LocalDate dateOf(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    }

    private static long millis(ZonedDateTime time) {
        return time.toInstant().toEpochMilli();
    }

    @Override
    public String toString() {
        return cron + " " + zone;
    }
}
