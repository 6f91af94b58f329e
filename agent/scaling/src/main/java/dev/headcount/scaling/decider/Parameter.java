package dev.headcount.scaling.decider;

import dev.headcount.scaling.DurationText;
import dev.headcount.scaling.Smoothing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One constant of a decider: its name, what may be written for it, what holds otherwise, and what it bounds.
 *
 * <p>Deciders read their constants through it, the configuration checks what people write with it, and the page for
 * people and the schema for editors are made from it, so the four can't disagree.
 * Threads: immutable.
 */
public final class Parameter {

    private static final double MILLIS = 1e3;
    private static final String NUMBER = "\\d{1,6}(\\.\\d{1,6})?";

    /** A form that a value may have: how to say it, its pattern, and its range. */
    private static final class Form {
        final String expected;
        final String pattern;
        final String unit;
        final double least;
        final double most;

        Form(String expected, String pattern, String unit, double least, double most) {
            this.expected = expected;
            this.pattern = pattern;
            this.unit = unit;
            this.least = least;
            this.most = most;
        }

        double number(String text) {
            if (!text.matches(pattern)) {
                return Double.NaN;
            }
            double number = unit.equals("s")
                    ? DurationText.millis(text) / MILLIS
                    : unit.isEmpty()
                            ? Double.parseDouble(text)
                            : Double.parseDouble(text.substring(0, text.length() - 1)) / 100;
            return number >= least && number <= most ? number : Double.NaN;
        }
    }

    private final String name;
    private final String standard;
    private final String meaning;
    private final List<Form> forms;

    private Parameter(String name, String standard, String meaning, List<Form> forms) {
        this.name = name;
        this.standard = standard;
        this.meaning = meaning;
        this.forms = forms;
    }

    /**
     * A parameter that accepts nothing yet.
     *
     * @param standard what holds when nobody gives it, as somebody would write it
     * @param meaning what it bounds, without a full stop
     */
    static Parameter named(String name, String standard, String meaning) {
        return new Parameter(name, standard, meaning, Collections.<Form>emptyList());
    }

    Parameter orWord(String word) {
        return or(new Form(word, word, "word", 0, 0));
    }

    /** A whole number. */
    Parameter orCount(int least, int most) {
        return or(new Form("a whole number from " + least + " to " + most, "0|[1-9]\\d{0,5}", "", least, most));
    }

    Parameter orNumber(double least, double most) {
        return or(new Form("a number from " + text(least) + " to " + text(most), NUMBER, "", least, most));
    }

    /** Per cent; {@link Parameters#number} gives it as 0 to 1. */
    Parameter orShare(int least, int most) {
        return or(new Form(
                "a share from " + least + "% to " + most + "%", NUMBER + "%", "%", least / 100.0, most / 100.0));
    }

    /** Seconds in, seconds out. */
    Parameter orDuration(String least, String most) {
        return or(new Form(
                "a duration from " + least + " to " + most,
                DurationText.PATTERN,
                "s",
                DurationText.millis(least) / MILLIS,
                DurationText.millis(most) / MILLIS));
    }

    Parameter orSmoothing() {
        return or(new Form(Smoothing.EXPECTED, Smoothing.PATTERN, "word", 0, 0));
    }

    /** A text of some pattern. */
    Parameter orText(String expected, String pattern) {
        return or(new Form(expected, pattern, "word", 0, 0));
    }

    private Parameter or(Form form) {
        List<Form> more = new ArrayList<>(forms);
        more.add(form);
        return new Parameter(name, standard, meaning, Collections.unmodifiableList(more));
    }

    private static String text(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** As it is written in a file, such as {@code grow-above}. */
    public String name() {
        return name;
    }

    /** What holds when nobody gives it. */
    public String standard() {
        return standard;
    }

    /** What it bounds. */
    public String meaning() {
        return meaning;
    }

    /** What may be written, in words. */
    public String expected() {
        StringBuilder words = new StringBuilder();
        for (Form form : forms) {
            words.append(words.length() == 0 ? "" : " or ").append(form.expected);
        }
        return words.toString();
    }

    /** The same for editors: a regular expression, no stricter than {@link #accepts}. */
    public String pattern() {
        StringBuilder pattern = new StringBuilder();
        for (Form form : forms) {
            pattern.append(pattern.length() == 0 ? "^(" : "|").append(form.pattern);
        }
        return pattern.append(")$").toString();
    }

    public boolean accepts(String text) {
        for (Form form : forms) {
            if (form.unit.equals("word") ? text.matches(form.pattern) : !Double.isNaN(form.number(text))) {
                return true;
            }
        }
        return false;
    }

    /** A count, a share of 1, or seconds; {@code NaN} for a word. */
    double number(String text) {
        double number = Double.NaN;
        for (Form form : forms) {
            number = Double.isNaN(number) && !form.unit.equals("word") ? form.number(text) : number;
        }
        return number;
    }
}
