package dev.headcount.launcher;

/**
 * What a tool passes when it attaches: options alone, or three lines: a nonce for the answer, the path of the
 * agent's jar, the options.
 *
 * <p>The jar is named because a JVM keeps the launcher of the first jar that was ever loaded, which then opens
 * the agent of the one that is meant now, be it of another version.
 */
final class Attachment {

    /** Null when nobody waits for an answer. */
    final String nonce;

    /** Null when it is the jar that the launcher came from. */
    final String jar;

    /** As after {@code -javaagent:…=}; may be null. */
    final String options;

    Attachment(String nonce, String jar, String options) {
        this.nonce = nonce;
        this.jar = jar;
        this.options = options;
    }

    static Attachment of(String arguments) {
        int first = arguments == null ? -1 : arguments.indexOf('\n');
        int second = first < 0 ? -1 : arguments.indexOf('\n', first + 1);
        return second < 0
                ? new Attachment(null, null, arguments)
                : new Attachment(
                        arguments.substring(0, first),
                        arguments.substring(first + 1, second),
                        arguments.substring(second + 1));
    }
}
