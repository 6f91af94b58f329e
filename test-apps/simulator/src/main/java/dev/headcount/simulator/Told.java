package dev.headcount.simulator;

import java.util.Map;

/**
 * All that a controller is told before a run.
 *
 * @param objectiveSeconds what 99 of 100 delays should stay below
 * @param seed for laws that toss coins
 * @param parameters what {@code --set} gave for this controller, without its name
 */
public record Told(
        int floor, int ceiling, double objectiveSeconds, int processors, long seed, Map<String, String> parameters) {

    /** The parameter's value, or the law's own. */
    double number(String name, double standard) {
        String value = parameters.get(name);
        if (value == null) {
            return standard;
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("parameter " + name + " must be a number: got " + value, e);
        }
    }

    int clamp(double size) {
        return (int) Math.max(floor, Math.min(ceiling, size));
    }
}
