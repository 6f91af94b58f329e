package dev.headcount.scaling.decider;

import dev.headcount.scaling.Decider;
import dev.headcount.scaling.adaptive.Adaptive;
import dev.headcount.scaling.adaptive.Queueing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The deciders that come with Headcount, by name, with what people need to know to choose one. */
public enum BuiltIn {
    ADAPTIVE(
            "adaptive",
            Rests.NONE,
            Collections.<Parameter>emptyList(),
            "Anything; start here. Sizes by a queueing model, checks that growth paid, and has nothing to set",
            "You need a law that fits on one line"),
    THRESHOLD(
            "threshold",
            Rests.LONG,
            Threshold.PARAMETERS,
            "Load in steps, and a rule that everybody can check by hand",
            "Work that more threads make slower: it would go on to the ceiling"),
    AIMD(
            "aimd",
            Rests.LONG,
            Aimd.PARAMETERS,
            "A slow, even load whose right size is unknown",
            "Bursts: it takes a step a cooldown"),
    PID(
            "pid",
            Rests.LONG,
            Pid.PARAMETERS,
            "A set utilisation, as for a quota, with one loop to tune",
            "Short bursts and very small pools, where whole threads are coarse steps"),
    QUEUEING(
            "queueing",
            Rests.LONG,
            Collections.<Parameter>emptyList(),
            "Independent tasks against a service that scales: 99 % within the wait objective",
            "A downstream that saturates, CPU-bound work: the model has no knee"),
    GRADIENT(
            "gradient",
            Rests.NONE,
            Gradient.PARAMETERS,
            "Protecting a downstream that gets slow under load",
            "Waits that matter: it grows by less than a thread a second"),
    HILL_CLIMBING(
            "hill-climbing",
            Rests.NONE,
            HillClimbing.PARAMETERS,
            "Many short tasks at a steady load, nothing known about them",
            "A load that changes faster than its interval, or few long tasks"),
    COMPOSITE(
            "composite",
            Rests.LONG,
            Composite.PARAMETERS,
            "One law's speed within another one's limits, as `min` of queueing and gradient",
            "You can name the one law that would do"),
    FIXED(
            "fixed",
            Rests.NONE,
            Fixed.PARAMETERS,
            "Comparing with a size by hand; a size that was measured",
            "Any load that varies");

    private final String text;
    private final Rests rests;
    private final List<Parameter> parameters;
    private final String goodFor;
    private final String badFor;

    BuiltIn(String text, Rests rests, List<Parameter> parameters, String goodFor, String badFor) {
        this.text = text;
        this.rests = rests;
        this.parameters = parameters;
        this.goodFor = goodFor;
        this.badFor = badFor;
    }

    /** Whether a law needs rests, or paces itself. */
    private enum Rests {
        NONE,
        LONG
    }

    /** As it is written in a file, such as {@code hill-climbing}. */
    public String text() {
        return text;
    }

    /** Whether the policy rests after a change unless told otherwise; the others pace themselves. */
    public boolean isRestful() {
        return rests == Rests.LONG;
    }

    /** Its own constants, without those of a composite's members. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** When to choose it, in a few words. */
    public String goodFor() {
        return goodFor;
    }

    /** When not to. */
    public String badFor() {
        return badFor;
    }

    /** The parameter of that name, also of a composite's member as {@code aimd.step}; {@code null} if there is none. */
    public Parameter parameter(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        int dot = name.indexOf('.');
        BuiltIn member = this == COMPOSITE && dot > 0 ? named(name.substring(0, dot)) : null;
        return member == null || member == COMPOSITE ? null : member.parameter(name.substring(dot + 1));
    }

    /**
     * A new decider.
     *
     * @throws IllegalArgumentException for a parameter that it doesn't have, a value out of its range, or values that
     *     don't go together
     */
    public Decider decider(Parameters given) {
        List<BuiltIn> members = this == COMPOSITE ? Composite.members(given) : new ArrayList<BuiltIn>();
        for (Map.Entry<String, String> entry : given.asMap().entrySet()) {
            String name = entry.getKey();
            int dot = name.indexOf('.');
            if (parameter(name) == null || dot > 0 && !members.contains(named(name.substring(0, dot)))) {
                throw new IllegalArgumentException(name + ": unknown parameter of " + text + " (all: " + known() + ")");
            }
        }
        return make(given);
    }

    /** No constructor reference a constant: each would be linked when an agent starts, which needs one of them. */
    private Decider make(Parameters given) {
        switch (this) {
            case THRESHOLD:
                return new Threshold(given);
            case AIMD:
                return new Aimd(given);
            case PID:
                return new Pid(given);
            case QUEUEING:
                return new Queueing();
            case GRADIENT:
                return new Gradient(given);
            case HILL_CLIMBING:
                return new HillClimbing(given);
            case COMPOSITE:
                return new Composite(given);
            case FIXED:
                return new Fixed(given);
            default:
                return new Adaptive();
        }
    }

    /** The names of its parameters, in words. */
    public String known() {
        StringBuilder all = new StringBuilder();
        for (Parameter parameter : parameters) {
            all.append(all.length() == 0 ? "" : ", ").append(parameter.name());
        }
        return all.length() == 0 ? "none" : all + (this == COMPOSITE ? ", and its deciders' own, as aimd.step" : "");
    }

    /** The one of that name; {@code null} when there is none. */
    public static BuiltIn named(String text) {
        for (BuiltIn one : values()) {
            if (one.text.equals(text)) {
                return one;
            }
        }
        return null;
    }

    /** All names, separated by commas. */
    public static String names() {
        StringBuilder names = new StringBuilder();
        for (BuiltIn one : values()) {
            names.append(names.length() == 0 ? "" : ", ").append(one.text);
        }
        return names.toString();
    }
}
