package dev.headcount.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a pool's explanation somebody has set by hand and holds now.
 *
 * <p>Law: the line of the bounds alone counts. The steps of the last change also name their sources, but those of that
 * moment; and a rule's reason may read like ours.
 */
final class ByHand {

    private static final String SET = " \\(set by hand\\)";
    private static final Pattern FLOOR = Pattern.compile("^floor \\d+" + SET + ", ceiling ");
    private static final Pattern CEILING = Pattern.compile("^floor .*, (ceiling \\d+" + SET + ")(, at most |$)");

    private ByHand() {}

    /** Such as {@code floor 6 (set by hand), ceiling 24 (set by hand)}; empty when neither is. */
    static String bounds(String explanation) {
        for (String line : explanation.split("\n", -1)) {
            Matcher ceiling = CEILING.matcher(line);
            boolean isCeiling = ceiling.find();
            if (FLOOR.matcher(line).find()) {
                String floor = line.substring(0, line.indexOf(", ceiling "));
                return isCeiling ? floor + ", " + ceiling.group(1) : floor;
            }
            if (isCeiling) {
                return ceiling.group(1);
            }
        }
        return "";
    }

    /** A pool's mode that is not the agent's, with who may have given it: the beans tell no more. */
    static String mode(String mode, String configuration) {
        boolean hasRules = configuration.matches("(?s)(.*; )?\\d+ rules?");
        return "mode " + mode + (hasRules ? " (set by hand, or by a rule)" : " (set by hand)");
    }
}
