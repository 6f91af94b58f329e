package dev.headcount.simulator;

import dev.headcount.replay.Scenario;
import dev.headcount.replay.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A scenario as SVG, three panels on one time axis: arrivals, size by controller, wait by controller. */
final class Picture {

    private static final int LEFT = 60;
    private static final int WIDTH = Trace.POINTS;
    private static final int HEIGHT = 180;
    private static final int GAP = 40;
    private static final int LEGEND = 170;
    private static final double LEAST_WAIT_SECONDS = 0.001;
    private static final List<String> COLOURS = List.of(
            "#d62728", "#1f77b4", "#2ca02c", "#ff7f0e", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22",
            "#17becf");

    private final Scenario scenario;
    private final Workload workload;
    private final List<Trace> traces;
    private final StringBuilder svg = new StringBuilder();

    Picture(Scenario scenario, Workload workload, List<Trace> traces) {
        this.scenario = scenario;
        this.workload = workload;
        this.traces = traces;
    }

    String svg() {
        int height = 3 * (HEIGHT + GAP) + GAP;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">",
                LEFT + WIDTH + LEGEND, height);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        add("<text x=\"%d\" y=\"20\" font-size=\"15\">%s</text>", LEFT, scenario.name);
        arrivals(GAP);
        sizes(GAP + HEIGHT + GAP);
        waits(GAP + 2 * (HEIGHT + GAP));
        legend();
        return svg.append("</svg>\n").toString();
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private void frame(int top, String title, String most) {
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#ccc\"/>",
                LEFT, top, WIDTH, HEIGHT);
        add("<text x=\"%d\" y=\"%d\">%s</text>", LEFT + 4, top - 4, title);
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 4, top + 10, most);
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.0f s</text>",
                LEFT + WIDTH, top + HEIGHT + 12, scenario.durationSeconds);
    }

    private void line(int top, double[] shares, String colour) {
        StringBuilder points = new StringBuilder();
        for (int point = 0; point < shares.length; point++) {
            if (!Double.isNaN(shares[point])) {
                points.append(String.format(
                        Locale.ROOT, "%d,%.1f ", LEFT + point, top + HEIGHT * (1 - Math.min(1, shares[point]))));
            }
        }
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.2\"/>",
                points.toString().trim(), colour);
    }

    private void arrivals(int top) {
        double each = scenario.durationSeconds / Trace.POINTS;
        double[] rates = new double[Trace.POINTS];
        for (int task = 0; task < workload.size(); task++) {
            rates[(int) Math.min(Trace.POINTS - 1, workload.arrivalSeconds(task) / each)] += 1 / each;
        }
        double most = Math.max(1, Arrays.stream(rates).max().orElse(1));
        frame(top, "arrivals a second", String.format(Locale.ROOT, "%.0f", most));
        line(top, Arrays.stream(rates).map(rate -> rate / most).toArray(), "#333");
    }

    private void sizes(int top) {
        frame(top, "size", Integer.toString(scenario.ceiling));
        for (int index = 0; index < traces.size(); index++) {
            double[] shares = Arrays.stream(traces.get(index).sizes())
                    .map(size -> size / scenario.ceiling)
                    .toArray();
            line(top, shares, colour(index));
        }
    }

    private void waits(int top) {
        double most = 100 * scenario.objectiveSeconds;
        frame(
                top,
                "99th percentile of waits of the last seconds, logarithmic; dotted: the objective",
                String.format(Locale.ROOT, "%.0f s", most));
        int y = (int) (top + HEIGHT * (1 - share(scenario.objectiveSeconds, most)));
        add(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#333\" stroke-dasharray=\"2 3\"/>",
                LEFT, y, LEFT + WIDTH, y);
        for (int index = 0; index < traces.size(); index++) {
            double[] shares = Arrays.stream(traces.get(index).waits())
                    .map(wait -> Double.isNaN(wait) ? wait : share(wait, most))
                    .toArray();
            line(top, shares, colour(index));
        }
    }

    private static double share(double seconds, double most) {
        return Math.max(
                0,
                Math.log(Math.max(LEAST_WAIT_SECONDS, seconds) / LEAST_WAIT_SECONDS)
                        / Math.log(most / LEAST_WAIT_SECONDS));
    }

    private static String colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    private void legend() {
        for (int index = 0; index < traces.size(); index++) {
            int y = GAP + HEIGHT + GAP + 14 * (index + 1);
            add(
                    "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"/>",
                    LEFT + WIDTH + 8, y - 4, LEFT + WIDTH + 24, y - 4, colour(index));
            add(
                    "<text x=\"%d\" y=\"%d\">%s</text>",
                    LEFT + WIDTH + 28, y, traces.get(index).controller());
        }
    }
}
