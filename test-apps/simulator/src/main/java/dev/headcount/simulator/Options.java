package dev.headcount.simulator;

import dev.headcount.replay.Scenario;
import dev.headcount.replay.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code --set} gave: keys of the run, and parameters of controllers as {@code NAME.PARAMETER}. */
final class Options {

    /** For all of our own laws, or for one as {@code NAME.forecast}. */
    static final String FORECAST = "forecast";

    private static final Set<String> KEYS = Set.of(
            FORECAST,
            "tick",
            "look",
            "window",
            "start",
            "warm-up",
            "processors",
            "signals",
            "load",
            "service",
            "objective",
            "cut");

    private final Map<String, String> set;

    Options(Map<String, String> set) {
        this.set = set;
    }

    Settings settings(Settings standard) {
        return standard.ticking(above("tick", standard.tickSeconds), notNegative("look", standard.lookSeconds))
                .starting(notNegative("start", standard.startSeconds), notNegative("warm-up", standard.warmUpSeconds))
                .onProcessors((int) Math.max(
                        1, above("processors", standard.processors * Math.max(1, above("load", 1)))))
                .windowed(above("window", standard.windowSeconds))
                .sampled(isSampled());
    }

    private boolean isSampled() {
        String value = set.getOrDefault("signals", "exact");
        if (!Set.of("exact", "sampled").contains(value)) {
            throw new IllegalArgumentException("signals must be exact or sampled: got " + value);
        }
        return value.equals("sampled");
    }

    Scenario scaled(Scenario scenario) {
        return scenario.scaled(above("load", 1), above("service", 1), above("objective", 1))
                .first(above("cut", Double.MAX_VALUE));
    }

    /** Whether loads are those that the recorded clairvoyant ran over. */
    boolean isOriginalLoad() {
        return Set.of("load", "service", "objective", "cut").stream().noneMatch(set::containsKey);
    }

    /** The parameters of one controller, without its name. */
    Map<String, String> of(String controller) {
        Map<String, String> found = new HashMap<>();
        set.forEach((key, value) -> {
            if (key.startsWith(controller + ".")) {
                found.put(key.substring(controller.length() + 1), value);
            }
        });
        if (set.containsKey(FORECAST)) {
            found.putIfAbsent(FORECAST, set.get(FORECAST)); // who knows none leaves it unread
        }
        return found;
    }

    void refuseUnknown(List<Contender> all) {
        for (String key : set.keySet()) {
            boolean isControllers = all.stream().anyMatch(contender -> key.startsWith(contender.name() + "."));
            if (!KEYS.contains(key) && !isControllers) {
                throw new IllegalArgumentException("unknown key in --set: " + key);
            }
        }
    }

    private double above(String key, double standard) {
        double value = number(key, standard);
        if (!(value > 0)) {
            throw new IllegalArgumentException(key + " must be above 0: got " + set.get(key));
        }
        return value;
    }

    private double notNegative(String key, double standard) {
        double value = number(key, standard);
        if (!(value >= 0)) {
            throw new IllegalArgumentException(key + " must be 0 or more: got " + set.get(key));
        }
        return value;
    }

    private double number(String key, double standard) {
        String value = set.get(key);
        if (value == null) {
            return standard;
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
