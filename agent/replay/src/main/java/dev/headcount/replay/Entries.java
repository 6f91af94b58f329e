package dev.headcount.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The keys and values of a properties file, each with its line.
 *
 * <p>Law: one {@code key=value} a line, {@code #} begins a comment line; a key that comes twice, one that nobody asked
 * for, and a value out of range are errors.
 */
final class Entries {

    private final String file;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Map<String, Integer> unread = new LinkedHashMap<>();

    Entries(String file, String text) {
        this.file = file;
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            String content = line.trim();
            if (!content.isEmpty() && content.charAt(0) != '#') {
                put(number, content);
            }
        }
    }

    private void put(int number, String content) {
        int equals = content.indexOf('=');
        if (equals < 1) {
            throw new ScenarioException(file + ":" + number + ": expected key=value: got " + content);
        }
        String key = content.substring(0, equals).trim();
        if (lines.containsKey(key)) {
            throw new ScenarioException(file + ":" + number + ": " + key + " is set twice, first in line "
                    + lines.get(key) + "; remove one");
        }
        values.put(key, content.substring(equals + 1).trim());
        lines.put(key, number);
        unread.put(key, number);
    }

    /** The value as it stands; {@code standard} when absent or empty. */
    String text(String key, String standard) {
        unread.remove(key);
        String value = values.get(key);
        return value == null || value.isEmpty() ? standard : value;
    }

    double number(String key, double standard, String wanted, Predicate<Double> isGood) {
        String value = text(key, null);
        if (value == null) {
            if (Double.isNaN(standard)) {
                throw new ScenarioException(file + ": " + key + " is missing; it must be " + wanted);
            }
            return standard;
        }
        double number = number(value);
        if (!isGood.test(number)) {
            throw bad(key, wanted, value);
        }
        return number;
    }

    double positive(String key, double standard) {
        return number(key, standard, "a number above 0", value -> value > 0 && !Double.isInfinite(value));
    }

    double notNegative(String key) {
        return number(key, 0, "a number, 0 or more", value -> value >= 0 && !Double.isInfinite(value));
    }

    int whole(String key, double standard, int least) {
        return (int) number(
                key,
                standard,
                "a whole number, " + least + " or more",
                value -> value >= least && value <= Integer.MAX_VALUE && value == Math.rint(value));
    }

    double[] numbers(String key) {
        String value = text(key, "");
        if (value.isEmpty()) {
            return new double[0];
        }
        String[] parts = value.split(",", 0);
        double[] numbers = new double[parts.length];
        for (int part = 0; part < parts.length; part++) {
            numbers[part] = number(parts[part].trim());
            if (!(numbers[part] >= 0)) {
                throw bad(key, "numbers, 0 or more, with commas between them", value);
            }
        }
        return numbers;
    }

    /** {@code NaN} for what is no number. */
    static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    ScenarioException bad(String key, String wanted, String found) {
        return new ScenarioException(
                file + ":" + lines.get(key) + ": " + key + " must be " + wanted + ": got " + found);
    }

    void refuseUnread() {
        unread.forEach((key, line) -> {
            throw new ScenarioException(file + ":" + line + ": unknown key " + key);
        });
    }
}
