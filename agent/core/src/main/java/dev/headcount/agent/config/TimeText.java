package dev.headcount.agent.config;

import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Moments as RFC 3339 writes them; apart, so that only who uses one loads a calendar. */
final class TimeText {

    private TimeText() {}

    /** Milliseconds since 1970, or {@link Value#WRONG}. */
    static long millis(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException wrong) {
            return Value.WRONG;
        }
    }
}
