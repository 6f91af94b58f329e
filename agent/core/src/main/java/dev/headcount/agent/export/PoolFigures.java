package dev.headcount.agent.export;

import dev.headcount.agent.export.PoolSeries.Fold;
import dev.headcount.agent.loop.View;
import dev.headcount.agent.signal.Distribution;

/** What is told of one pool, or of several that are folded; immutable. {@code NaN} stands for no series. */
final class PoolFigures {

    private static final int COUNT = PoolSeries.ALL.length;

    /** Of no pool at all: what several are added to. */
    static final PoolFigures NONE = new PoolFigures(zeros(), Distribution.NONE, Distribution.NONE);

    private final double[] values;
    private final Distribution waits;
    private final Distribution services;

    private PoolFigures(double[] values, Distribution waits, Distribution services) {
        this.values = values;
        this.waits = waits;
        this.services = services;
    }

    /** @param values by the ordinal of {@link PoolSeries}; handed over */
    static PoolFigures of(double[] values, Distribution waits, Distribution services) {
        return new PoolFigures(values, waits, services);
    }

    static PoolFigures of(View view) {
        double[] values = new double[COUNT];
        for (PoolSeries series : PoolSeries.ALL) {
            values[series.ordinal()] = series.of(view);
        }
        return new PoolFigures(values, view.totals.waits, view.totals.services);
    }

    double get(PoolSeries series) {
        return values[series.ordinal()];
    }

    Distribution waits() {
        return waits;
    }

    Distribution services() {
        return services;
    }

    /** As of a pool that has ended: what it has done stays, what it was doing is nothing. */
    PoolFigures ended() {
        double[] left = values.clone();
        for (PoolSeries series : PoolSeries.ALL) {
            if (series.endsWithThePool()) {
                left[series.ordinal()] = 0;
            }
        }
        return new PoolFigures(left, waits, services);
    }

    /** Only what never falls. */
    PoolFigures counters() {
        double[] left = zeros();
        for (PoolSeries series : PoolSeries.ALL) {
            if (series.isCounter()) {
                left[series.ordinal()] = values[series.ordinal()];
            }
        }
        return new PoolFigures(left, waits, services);
    }

    PoolFigures folded(PoolFigures other) {
        double[] both = zeros();
        for (PoolSeries series : PoolSeries.ALL) {
            int at = series.ordinal();
            if (series.fold == Fold.SUM) {
                both[at] = values[at] + other.values[at];
            } else if (series.fold == Fold.MAX) {
                both[at] = Math.max(values[at], other.values[at]);
            }
        }
        return new PoolFigures(both, waits.plus(other.waits), services.plus(other.services));
    }

    private static double[] zeros() {
        double[] zeros = new double[COUNT];
        for (PoolSeries series : PoolSeries.ALL) {
            zeros[series.ordinal()] = series.fold == Fold.NONE ? Double.NaN : 0;
        }
        return zeros;
    }
}
