package dev.headcount.cli;

import dev.headcount.replay.Outcome;
import dev.headcount.replay.WhatIf;
import dev.headcount.scaling.Policy;
import dev.headcount.scaling.decider.BuiltIn;
import dev.headcount.scaling.decider.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What {@code --policy} may name: the policies of the agent, and constant sizes. */
final class Sizings {

    /** As many threads as a pin may ask for. */
    static final int MOST = 10_000;

    private static final String FIXED = "fixed:";
    private static final Map<String, Supplier<Policy>> POLICIES = policies();

    private final Map<String, Function<WhatIf, Outcome>> asked = new LinkedHashMap<>();

    private static Map<String, Supplier<Policy>> policies() {
        Map<String, Supplier<Policy>> policies = new LinkedHashMap<>();
        policies.put("adaptive", Policy::adaptive);
        policies.put("threshold", Policy::threshold);
        policies.put("aimd", () -> standard(BuiltIn.AIMD));
        policies.put("pid", () -> standard(BuiltIn.PID));
        policies.put("queueing", Policy::queueing);
        policies.put("gradient", () -> standard(BuiltIn.GRADIENT));
        policies.put("hill-climbing", () -> standard(BuiltIn.HILL_CLIMBING));
        return policies;
    }

    private static Policy standard(BuiltIn law) {
        return Policy.of(law, Parameters.STANDARD);
    }

    /** @throws ParameterException naming what there is */
    Sizings(List<String> names, CommandLine line) {
        for (String name : names) {
            Supplier<Policy> policy = POLICIES.get(name);
            int size = name.startsWith(FIXED) ? size(name.substring(FIXED.length())) : 0;
            if (policy != null) {
                asked.put(name, whatIf -> whatIf.with(policy.get()));
            } else if (size > 0) {
                asked.put(FIXED + size, whatIf -> whatIf.with(size));
            } else {
                throw new ParameterException(
                        line,
                        "--policy takes " + String.join(", ", POLICIES.keySet()) + " or fixed:N with N of 1 to " + MOST
                                + ": got \"" + name + '"');
            }
        }
    }

    /** 0 for what is no size. */
    private static int size(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= MOST ? Integer.parseInt(text) : 0;
    }

    Map<String, Outcome> of(WhatIf whatIf) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        asked.forEach((name, sizing) -> outcomes.put(name, sizing.apply(whatIf)));
        return outcomes;
    }
}
