package dev.headcount.agent.config;

import dev.headcount.scaling.DurationText;
import dev.headcount.scaling.forecast.Schedule;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Floors for known hours as people write them: {@code 0 8 * * mon-fri Europe/Berlin for 10h floor 40}, several with a
 * semicolon between them; apart, so that only who uses one loads a calendar.
 */
final class ScheduleText {

    /** For editors. */
    static final String PATTERN = "^([^;]+ for \\d+[mh] floor \\d+)(; *[^;]+ for \\d+[mh] floor \\d+)*$";

    private static final Pattern WINDOW =
            Pattern.compile("(\\S+(?: +\\S+){4})(?: +(\\S+))? +for +(\\d{1,9}[mh]) +floor +(\\d{1,5})");

    private static final int MOST_THREADS = 10_000;

    private ScheduleText() {}

    /** @throws IllegalArgumentException that says what was found and what is expected */
    static Schedule read(String text) {
        List<Schedule.Window> windows = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            Matcher window = WINDOW.matcher(part.trim());
            if (!window.matches()) {
                throw new IllegalArgumentException("\"" + part.trim() + "\" is no window");
            }
            int floor = Integer.parseInt(window.group(4));
            if (floor > MOST_THREADS) {
                throw new IllegalArgumentException("window floor: found " + floor + ", expected 1 to " + MOST_THREADS);
            }
            windows.add(Schedule.Window.of(
                    window.group(1),
                    zone(window.group(2)),
                    Duration.ofMillis(DurationText.millis(window.group(3))),
                    floor));
        }
        return Schedule.of(windows);
    }

    /** @param name null for UTC */
    static ZoneId zone(String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "time zone: found \"" + name + "\", expected one such as Europe/Berlin or UTC");
        }
    }

    /** What is wrong with {@code text}; {@code null} when nothing is. */
    static String mistake(String text) {
        try {
            read(text);
            return null;
        } catch (IllegalArgumentException wrong) {
            return wrong.getMessage();
        }
    }
}
