package dev.headcount.agent.config;

import dev.headcount.scaling.forecast.Forecast;
import dev.headcount.scaling.forecast.ForecastKind;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which forecast a pool has: {@code off}, {@code linear}, or {@code holt-winters} with the time zone by which its days
 * begin, such as {@code holt-winters Europe/Berlin}; immutable.
 */
public final class ForecastChoice {

    /** What holds where nobody chose. */
    public static final ForecastChoice OFF = new ForecastChoice(ForecastKind.OFF, ZoneOffset.UTC);

    /** For editors. */
    static final String PATTERN = "^(off|linear|holt-winters( +[^ ]+)?)$";

    /** Compiled when something is read, and not by every agent that starts. */
    private static final String FORM = "(off|linear|holt-winters)(?: +(\\S+))?";

    private final ForecastKind kind;
    private final ZoneId zone;

    private ForecastChoice(ForecastKind kind, ZoneId zone) {
        this.kind = kind;
        this.zone = zone;
    }

    /** @throws IllegalArgumentException that says what was found */
    static ForecastChoice read(String text) {
        Matcher form = Pattern.compile(FORM).matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no forecast");
        }
        ForecastKind kind = ForecastKind.named(form.group(1));
        String zone = form.group(2);
        if (zone != null && kind != ForecastKind.HOLT_WINTERS) {
            throw new IllegalArgumentException(kind.text() + " takes no time zone: found \"" + zone + "\"");
        }
        return new ForecastChoice(kind, ScheduleText.zone(zone));
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

    public ForecastKind kind() {
        return kind;
    }

    /** One of the kind, for one pool, that has seen nothing. */
    public Forecast newForecast() {
        return kind.newForecast(zone);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForecastChoice
                && kind == ((ForecastChoice) other).kind
                && zone.equals(((ForecastChoice) other).zone);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + zone.hashCode();
    }

    @Override
    public String toString() {
        return kind.text() + (kind == ForecastKind.HOLT_WINTERS ? " " + zone : "");
    }
}
