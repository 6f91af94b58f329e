package dev.headcount.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lines of a championship as text: CSV, and tables in Markdown. */
final class Scoreboard {

    private final List<Line> lines;

    Scoreboard(List<Line> lines) {
        this.lines = lines;
    }

    String csv() {
        StringBuilder text = new StringBuilder(Line.HEADER).append('\n');
        lines.forEach(line -> text.append(line.csv()).append('\n'));
        return text.toString();
    }

    /** A line a contender, best first, and J by scenario. */
    String markdown() {
        return summary() + "\n" + byScenario();
    }

    private Map<String, List<Line>> byController() {
        Map<String, List<Line>> found = new LinkedHashMap<>();
        lines.forEach(line -> found.computeIfAbsent(line.controller(), name -> new ArrayList<>())
                .add(line));
        return found;
    }

    String summary() {
        StringBuilder text = new StringBuilder("| controller | J | J10 | worst J | worst J10 | threads / clairvoyant's"
                + " | violation % | reversals/min, mean, most | resizes/min, mean, most |\n"
                + "|---|---|---|---|---|---|---|---|---|\n");
        byController().values().stream()
                .sorted(Comparator.comparingDouble(Scoreboard::j))
                .forEach(of -> text.append(summary(of)));
        return text.toString();
    }

    private static double j(List<Line> of) {
        return Line.geometricMean(of.stream().map(Line::j).toList());
    }

    private static String summary(List<Line> of) {
        Line worst = of.stream().max(Comparator.comparingDouble(Line::j)).orElseThrow();
        Line worst10 = of.stream().max(Comparator.comparingDouble(Line::j10)).orElseThrow();
        return String.format(
                Locale.ROOT,
                "| %s%s | %.2f | %.2f | %.1f (%s) | %.1f (%s) | %.2f | %.1f | %.1f, %.1f | %.1f, %.1f |%n",
                of.get(0).controller(),
                of.get(0).isBound() ? " *" : "",
                j(of),
                Line.geometricMean(of.stream().map(Line::j10).toList()),
                worst.j(),
                worst.scenario(),
                worst10.j10(),
                worst10.scenario(),
                Line.geometricMean(of.stream().map(Line::cost).toList()),
                100
                        * of.stream()
                                .mapToDouble(line -> line.mean(outcome -> outcome.violation))
                                .average()
                                .orElse(0),
                of.stream()
                        .mapToDouble(line -> line.mean(outcome -> outcome.reversalsPerMinute))
                        .average()
                        .orElse(0),
                of.stream()
                        .mapToDouble(line -> line.mean(outcome -> outcome.reversalsPerMinute))
                        .max()
                        .orElse(0),
                of.stream()
                        .mapToDouble(line -> line.mean(outcome -> outcome.resizesPerMinute))
                        .average()
                        .orElse(0),
                of.stream()
                        .mapToDouble(line -> line.mean(outcome -> outcome.resizesPerMinute))
                        .max()
                        .orElse(0));
    }

    private String byScenario() {
        Map<String, List<Line>> controllers = byController();
        StringBuilder text = new StringBuilder("| scenario |");
        StringBuilder rule = new StringBuilder("|---|");
        controllers.keySet().forEach(name -> {
            text.append(' ').append(name).append(" |");
            rule.append("---|");
        });
        text.append('\n').append(rule).append('\n');
        List<Line> first = controllers.values().iterator().next();
        for (int row = 0; row < first.size(); row++) {
            text.append("| ").append(first.get(row).scenario()).append(" |");
            for (List<Line> of : controllers.values()) {
                text.append(String.format(Locale.ROOT, " %.2f |", of.get(row).j()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** A line a scenario and contender with what it is made of. */
    String details() {
        StringBuilder text = new StringBuilder(String.format(
                "%-20s %-22s %7s %9s %9s %6s %6s %6s %5s %7s %6s %7s%n",
                "scenario",
                "controller",
                "viol %",
                "p99 ms",
                "thread-s",
                "cost",
                "res/m",
                "rev/m",
                "peak",
                "recover",
                "lost",
                "J"));
        for (Line line : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-20s %-22s %7.2f %9.1f %9.0f %6.2f %6.1f %6.1f %5.0f %7s %6.0f %7.2f%n",
                    line.scenario(),
                    line.controller(),
                    100 * line.mean(outcome -> outcome.violation),
                    1000 * line.mean(outcome -> outcome.delayP99Seconds),
                    line.mean(outcome -> outcome.threadSeconds),
                    line.cost(),
                    line.mean(outcome -> outcome.resizesPerMinute),
                    line.mean(outcome -> outcome.reversalsPerMinute),
                    line.mean(outcome -> outcome.peak),
                    line.recover(),
                    line.mean(outcome -> outcome.dropped),
                    line.j()));
        }
        return text.toString();
    }
}
