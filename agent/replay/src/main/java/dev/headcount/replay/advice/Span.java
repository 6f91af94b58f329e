package dev.headcount.replay.advice;

/** How far back an advice looks. */
public enum Span {
    HOUR("hour", 3_600),
    DAY("day", 24 * 3_600),
    FORTNIGHT("two weeks", 14 * 24 * 3_600);

    private final String text;
    private final int seconds;

    Span(String text, int seconds) {
        this.text = text;
        this.seconds = seconds;
    }

    /** Such as {@code two weeks}. */
    public String text() {
        return text;
    }

    public int seconds() {
        return seconds;
    }
}
