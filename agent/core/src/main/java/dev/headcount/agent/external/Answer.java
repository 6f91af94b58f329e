package dev.headcount.agent.external;

/** What one reading of an attribute came to: a plain value, or why there is none; immutable. */
final class Answer {

    /** A text, a number as Double, or a truth value; {@code null} when there is none. */
    final Object value;

    /** What went wrong, in a few words; {@code null} when nothing did. */
    final String trouble;

    private Answer(Object value, String trouble) {
        this.value = value;
        this.trouble = trouble;
    }

    static Answer of(Object plainValue) {
        return new Answer(plainValue, null);
    }

    static Answer none(String trouble) {
        return new Answer(null, trouble);
    }
}
