package dev.headcount.scaling.forecast;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Sixteen ways to fit the course of a load, side by side; the one that errs least at present speaks.
 *
 * <p>Law: each of four sets of (α, β, γ), additive and multiplicative, by day and by week. A season begins when two
 * periods have been seen, three quarters of their buckets at least. A fit that has been tried for a day goes before
 * one that hasn't.
 * <p>The sets are corners, not an optimum. A level that follows within a day lets the season learn a new shape within
 * two periods or ten; one that follows within hours or minutes takes a busier day as it comes, but swallows what the
 * season ought to learn. The trend is slow: two steps ahead it is worth nothing, and it can do harm.
 * Threads: single owner. Cost: 150 KB once the week has begun; sixteen steps every five minutes.
 */
final class Fits {

    private static final double[][] SETS = {
        {0.005, 0.001, 0.1}, {0.005, 0.001, 0.4}, {0.05, 0.001, 0.2}, {0.3, 0.01, 0.1}
    };

    private static final double LEAST_KNOWN = 0.75;

    private final ZoneId zone;
    private final List<Fit> fits = new ArrayList<>();
    private final boolean[] hasBegun = new boolean[Season.values().length];
    private Fit best;

    Fits(ZoneId zone) {
        this.zone = zone;
    }

    /** Learns a bucket, which is in the history already. */
    void learn(long bucket, double load, History history) {
        int day = Season.DAY.place(bucket, zone);
        int week = Season.WEEK.place(bucket, zone);
        for (Fit fit : fits) {
            fit.learn(fit.season == Season.DAY ? day : week, load);
        }
        for (Season season : Season.values()) {
            // asked once an hour, since the answer is dear while many buckets are missing
            if (!hasBegun[season.ordinal()] && history.count() >= 2 * season.period && bucket % 12 == 0) {
                begin(season, history);
            }
        }
        best = best();
    }

    private void begin(Season season, History history) {
        double[] loads = new double[2 * season.period];
        int[] places = new int[loads.length];
        long first = history.newest() - loads.length + 1;
        int known = 0;
        for (int i = 0; i < loads.length; i++) {
            loads[i] = history.get(first + i);
            places[i] = season.place(first + i, zone);
            known += Double.isNaN(loads[i]) ? 0 : 1;
        }
        if (known < LEAST_KNOWN * loads.length) {
            return;
        }
        hasBegun[season.ordinal()] = true;
        add(season, StartValues.of(loads, places, season.period, /* isMultiplicative= */ false), loads, places);
        add(season, StartValues.of(loads, places, season.period, /* isMultiplicative= */ true), loads, places);
    }

    private void add(Season season, StartValues start, double[] loads, int[] places) {
        if (start == null) {
            return;
        }
        for (double[] set : SETS) {
            Fit fit = new Fit(season, new HoltWinters(set[0], set[1], set[2], start));
            for (int i = season.period; i < loads.length; i++) {
                if (!Double.isNaN(loads[i])) {
                    fit.replay(places[i], loads[i]);
                }
            }
            fits.add(fit);
        }
    }

    private Fit best() {
        Fit least = null;
        for (Fit fit : fits) {
            boolean isBetter =
                    least == null || (fit.isTried() == least.isTried() ? fit.error() < least.error() : fit.isTried());
            least = isBetter ? fit : least;
        }
        return least;
    }

    boolean isEmpty() {
        return best == null;
    }

    /** The load of a bucket that lies so many steps ahead, 0 or more. */
    double expect(long bucket, int steps) {
        return best.expect(best.season.place(bucket, zone), steps);
    }

    /** The fit that speaks, such as {@code day, additive}. */
    @Override
    public String toString() {
        return String.valueOf(best);
    }
}
