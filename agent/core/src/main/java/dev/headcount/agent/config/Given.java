package dev.headcount.agent.config;

/** A checked value of a key and the place where somebody gave it. */
final class Given {

    static final long TICK_MIN_MILLIS = 50;
    static final long TICK_MAX_MILLIS = 10_000;
    static final long WAIT_MIN_MILLIS = 1;
    static final long WAIT_MAX_MILLIS = 3_600_000;
    /** Below a second a worker would be gone before the next task of even a busy pool. */
    static final long IDLE_MIN_MILLIS = 1_000;

    static final long IDLE_MAX_MILLIS = 3_600_000;

    /** Far above what a process can use, low enough that a slip of the pen stays a slip. */
    static final int CEILING_MAX = 10_000;

    private static final String OFF = "off";
    private static final String[] UNBOUNDED = {"0", "-1", "2147483647", "unlimited", "unbounded", "none"};

    final Key key;

    /** In milliseconds for durations, a count for the ceiling; 0 where the value is no number, or is {@code off}. */
    final long number;

    final String text;
    final String where;

    private Given(Key key, long number, String text, String where) {
        this.key = key;
        this.number = number;
        this.text = text;
        this.where = where;
    }

    /** Checks {@code text}; {@code where} names the place and the key as the person wrote it there. */
    static Given check(Key key, String text, String where) throws BadSetting {
        return new Given(key, number(key, text, where), text, where);
    }

    private static long number(Key key, String text, String where) throws BadSetting {
        if (key == Key.TICK) {
            return duration(text, where, "", "200ms", TICK_MIN_MILLIS, TICK_MAX_MILLIS);
        }
        if (key == Key.WAIT_OBJECTIVE) {
            return duration(text, where, "", "100ms", WAIT_MIN_MILLIS, WAIT_MAX_MILLIS);
        }
        if (key == Key.IDLE_EXPIRY) {
            return OFF.equals(text) ? 0 : duration(text, where, "off or ", "10s", IDLE_MIN_MILLIS, IDLE_MAX_MILLIS);
        }
        if (key == Key.CEILING) {
            return ceiling(text, where);
        }
        if (key == Key.MODE && Mode.named(text) == null) {
            throw BadSetting.wrongValue(where, text, "auto, advise, observe or off");
        }
        if (key == Key.CONFIG && text.isEmpty()) {
            throw BadSetting.wrongValue(where, text, "the path of a file");
        }
        return 0;
    }

    private static long duration(String text, String where, String orElse, String example, long min, long max)
            throws BadSetting {
        long millis = DurationText.millis(text);
        if (millis == DurationText.MALFORMED || millis < min || millis > max) {
            throw BadSetting.wrongValue(
                    where,
                    text,
                    orElse + "a duration from " + DurationText.of(min) + " to " + DurationText.of(max) + " such as "
                            + example);
        }
        return millis;
    }

    private static long ceiling(String text, String where) throws BadSetting {
        String expected = "a number of threads from 1 to " + CEILING_MAX;
        for (String unbounded : UNBOUNDED) {
            if (unbounded.equals(text)) {
                throw BadSetting.wrongValue(
                        where,
                        text,
                        expected + ": unbounded is not a size, a pool without a bound takes the whole process down");
            }
        }
        // Digits only, and not "010": that is eight to some readers and ten to others.
        boolean isNumber = !text.isEmpty() && text.length() <= 9 && text.charAt(0) != '0';
        for (int i = 0; i < text.length(); i++) {
            isNumber &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        if (!isNumber || Integer.parseInt(text) > CEILING_MAX) {
            throw BadSetting.wrongValue(where, text, expected);
        }
        return Integer.parseInt(text);
    }
}
