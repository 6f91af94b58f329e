package dev.headcount.scaling.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Floors for known hours: windows that begin by cron and last a while; immutable.
 *
 * <p>Law: {@code floorAt(t) = max(floor of each window with a start s, s <= t < s + length)}, 0 outside of all.
 * Lengths are time that passes, not differences of local times: a window of two hours is two hours long on each day.
 * <b>Daylight saving:</b> a window that would begin at a local time that the clocks skip begins when they jump; one at
 * a local time that they show twice begins at the first and is not repeated. Where the hour field admits all hours,
 * the skipped ones are left out and the doubled ones begin twice, as the hours pass.
 * Time: milliseconds since 1970, UTC.
 * Threads: any.
 */
public final class Schedule {

    /** No window. */
    public static final Schedule EMPTY = new Schedule(new ArrayList<>());

    /** A longer window would be a floor with exceptions. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final List<Window> windows;

    private Schedule(List<Window> windows) {
        this.windows = windows;
    }

    /** A schedule with these windows, which may overlap. */
    public static Schedule of(List<Window> windows) {
        return new Schedule(new ArrayList<>(windows));
    }

    /** The least threads wanted at a moment, 0 or more. */
    public int floorAt(long epochMillis) {
        Window highest = highestAt(epochMillis);
        return highest == null ? 0 : highest.floor;
    }

    /** No earlier moment after {@code epochMillis} has another floor; {@link Long#MAX_VALUE} if none ever has. */
    public long nextChangeMillis(long epochMillis) {
        long next = Long.MAX_VALUE;
        for (Window window : windows) {
            next = Math.min(next, window.nextChangeMillis(epochMillis));
        }
        return next;
    }

    /** The window that decides at a moment; {@code null} outside of all. */
    Window highestAt(long epochMillis) {
        Window highest = null;
        for (Window window : windows) {
            if ((highest == null || window.floor > highest.floor) && window.isOpenAt(epochMillis)) {
                highest = window;
            }
        }
        return highest;
    }

    boolean isEmpty() {
        return windows.isEmpty();
    }

    /** A floor from each start on, for a while; immutable. */
    public static final class Window {
        private final Starts starts;
        private final ZoneId zone;
        private final Duration length;
        private final int floor;

        private Window(Starts starts, ZoneId zone, Duration length, int floor) {
            this.starts = starts;
            this.zone = zone;
            this.length = length;
            this.floor = floor;
        }

        /**
         * A window that begins whenever {@code cron} says.
         *
         * @param cron five fields, such as {@code 30 7 * * mon-fri}
         * @param length a minute to seven days
         * @param floor threads, 1 or more
         * @throws IllegalArgumentException naming what was found and what is expected
         */
        public static Window of(String cron, ZoneId zone, Duration length, int floor) {
            Objects.requireNonNull(zone, "zone");
            if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("window length: found " + length + ", expected 1 min to 7 days");
            }
            if (floor < 1) {
                throw new IllegalArgumentException("window floor: found " + floor + ", expected 1 or more");
            }
            return new Window(new Starts(Cron.parse(cron), zone), zone, length, floor);
        }

        private boolean isOpenAt(long millis) {
            return starts.latest(millis, millis - length.toMillis()) != Starts.NEVER;
        }

        private long nextChangeMillis(long millis) {
            long opens = starts.after(millis);
            long opened = starts.latest(millis, millis - length.toMillis());
            return opened == Starts.NEVER ? opens : Math.min(opens, opened + length.toMillis());
        }

        /** Such as {@code 40 until 2026-03-29T18:00 (0 8 * * mon-fri Europe/Berlin)}. */
        String wordsAt(long millis) {
            long opened = starts.latest(millis, millis - length.toMillis());
            long end = (opened == Starts.NEVER ? millis : opened) + length.toMillis();
            return floor + " until " + Instant.ofEpochMilli(end).atZone(zone).toLocalDateTime() + " (" + starts + ")";
        }
    }
}
