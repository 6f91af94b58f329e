package dev.headcount.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes a scenario of what a pool was seen to do.
 *
 * <p>Law: arrivals are counted from look to look; what stood in the queue at the first look comes at once. Work is
 * what tasks took, {@link ServiceHistory}. Objective and bounds are those of the last look.
 * Time: the looks' own clock, so that a look read twice, or one missed, moves no task. Threads: one.
 * Blind to: whether other arrivals would have come had the pool answered otherwise, and what more threads would have
 * done to a downstream, unless the agent has found the knee.
 */
public final class Recorder {

    /** Looks closer than this are one piece: an early look is no burst. */
    private static final double PIECE_SECONDS = 0.15;

    private final String name;
    private final List<double[]> pieces = new ArrayList<>();
    private final ServiceHistory services = new ServiceHistory();
    private Look first;
    private Look last;
    private Look pieceStart;

    /** @param name of the pool */
    public Recorder(String name) {
        this.name = name;
    }

    /**
     * Takes one more look.
     *
     * @return its row of {@code observed.csv}; {@code null} when it is one that was seen before
     */
    public String add(Look look) {
        if (first == null) {
            first = look;
            last = look;
            pieceStart = look;
            return ObservedRow.text(name, first, first, first);
        }
        if (look.seconds <= last.seconds) {
            return null;
        }
        Look before = last;
        last = look;
        services.add(look.seconds - first.seconds, before, look);
        if (look.seconds - pieceStart.seconds >= PIECE_SECONDS) {
            double seconds = look.seconds - pieceStart.seconds;
            double rate = Math.max(0, look.arrived - pieceStart.arrived) / seconds;
            if (pieces.isEmpty() || pieces.get(pieces.size() - 1)[1] != 0 || rate != 0) {
                pieces.add(new double[] {pieceStart.seconds - first.seconds, rate});
            }
            pieceStart = look;
        }
        return ObservedRow.text(name, first, before, look);
    }

    /** How long it has been recording; 0 before the second look. */
    public double seconds() {
        return first == null ? 0 : pieceStart.seconds - first.seconds;
    }

    /** Tasks that arrived meanwhile. */
    public long arrivals() {
        return first == null ? 0 : Math.round(pieceStart.arrived - first.arrived);
    }

    /** Whether there is anything to replay: time, arrivals, and at least one task that was measured. */
    public boolean isUseful() {
        return seconds() > 0 && arrivals() + first.queueDepth > 0 && services.isKnown();
    }

    /** The scenario's rates. */
    public String rates() {
        StringBuilder text = new StringBuilder("seconds,arrivals_per_second\n");
        for (double[] piece : pieces) {
            text.append(String.format(Locale.ROOT, "%.6f,%.6f\n", piece[0], piece[1]));
        }
        return text.toString();
    }

    /**
     * The scenario's properties.
     *
     * @param trace the name of the file with the rates
     */
    public String properties(String trace) {
        ServiceHistory.Summary work = services.summary(last.knee);
        StringBuilder text = new StringBuilder();
        entry(text, "name", name);
        entry(text, "trace", trace);
        entry(text, "duration_s", number(seconds()));
        entry(text, "arrivals", "counted");
        entry(text, "service.dist", work.spread());
        entry(text, "service.mean_ms", number(work.meanSeconds * 1000));
        entry(text, "service.sigma", number(work.sigma()));
        entry(text, "slow.windows", work.windows());
        entry(text, "slo.wait_p99_ms", number(last.objectiveSeconds * 1000));
        entry(text, "floor", Integer.toString(last.floor));
        entry(text, "ceiling", Integer.toString(last.ceiling));
        if (last.knee > 0) {
            entry(text, "downstream.capacity", Integer.toString(last.knee));
        }
        if (last.queueCapacity >= 0) {
            entry(text, "queue.capacity", Integer.toString(last.queueCapacity));
            boolean isLost = last.rejected == first.rejected || last.dropped > first.dropped;
            entry(text, "queue.refusal", isLost ? "abort" : "caller-runs");
        }
        if (first.queueDepth > 0) {
            entry(text, "batch.times", "0");
            entry(text, "batch.size", Integer.toString(first.queueDepth));
        }
        return text.toString();
    }

    private static void entry(StringBuilder text, String key, String value) {
        text.append(key).append('=').append(value).append('\n');
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
