package dev.headcount.cli;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the configuration as its reader shows it, such as
 * {@code rule 2 (orders*, until 2026-12-24T18:00:00Z, because sale) ceiling: 40}.
 *
 * <p>Invariant: nothing that somebody wrote as a reason is taken for the end of a rule.
 */
final class CheckedRule {

    private static final Pattern UNTIL =
            Pattern.compile("^rule \\d+ \\((?:(?!, because ).)*?, until (\\d[^ ,)]*)(?:, because |\\) )");

    private CheckedRule() {}

    static boolean hasEnded(String line, long nowMillis) {
        Matcher until = UNTIL.matcher(line);
        try {
            return until.find()
                    && OffsetDateTime.parse(until.group(1)).toInstant().toEpochMilli() <= nowMillis;
        } catch (DateTimeException | ArithmeticException unknown) {
            return false; // the agent's reader has accepted it, and knows better
        }
    }
}
