package dev.headcount.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One series on a page of text: its name and its labels in the order of their names.
 *
 * @param labels with their values as they are, not as the format escapes them
 */
record Series(String name, TreeMap<String, String> labels) implements Comparable<Series> {

    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)(?: \\d+)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    /** Every sample of a page whose name begins as ours do. */
    static Map<Series, Double> on(String page) {
        Map<Series, Double> samples = new TreeMap<>();
        page.lines().filter(line -> line.startsWith("headcount_")).forEach(line -> {
            Matcher sample = LINE.matcher(line);
            if (!sample.matches()) {
                throw new AssertionError("no sample: " + line);
            }
            Series series = new Series(sample.group(1), labels(sample.group(2), line));
            double value = Double.parseDouble(sample.group(3).replace("+Inf", "Infinity"));
            if (samples.put(series, value) != null) {
                throw new AssertionError("twice: " + line);
            }
        });
        return samples;
    }

    private static TreeMap<String, String> labels(String text, String line) {
        TreeMap<String, String> labels = new TreeMap<>();
        if (text == null) {
            return labels;
        }
        Matcher label = LABEL.matcher(text);
        int end = 0;
        while (label.lookingAt()) {
            labels.put(label.group(1), unescaped(label.group(2)));
            end = label.end();
            label.region(end, text.length());
        }
        if (end != text.length()) {
            throw new AssertionError("no labels: " + line);
        }
        return labels;
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\(.)")
                .matcher(text)
                .replaceAll(letter -> Matcher.quoteReplacement(letter.group(1).equals("n") ? "\n" : letter.group(1)));
    }

    String label(String label) {
        return labels.getOrDefault(label, "");
    }

    Series without(String... names) {
        TreeMap<String, String> fewer = new TreeMap<>(labels);
        for (String one : names) {
            fewer.remove(one);
        }
        return new Series(name, fewer);
    }

    Series renamed(UnaryOperator<String> change) {
        return new Series(change.apply(name), labels);
    }

    @Override
    public int compareTo(Series other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return name + labels;
    }
}
