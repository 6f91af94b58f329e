package dev.headcount.scaling.forecast;

/**
 * Triple exponential smoothing: a level, its trend and a season that repeats.
 *
 * <p>Law, additive, with {@code s} the season's value of this place a period ago:
 * <pre>
 * level = α (y − s) + (1 − α) (level + trend)      prediction, h steps ahead:
 * trend = β (level − before) + (1 − β) trend         level + h trend + s of that place
 * s     = γ (y − level) + (1 − γ) s
 * </pre>
 * multiplicative: {@code y / s}, {@code y / level} and {@code (level + h trend) s} in their places.
 * A place in the season is given with each value, so that a period may miss some or show some twice; time that nobody
 * saw changes neither level nor trend.
 * Invariant: a multiplicative season never falls below {@link #LEAST_FACTOR}, so that no division explodes.
 * Threads: single owner. Cost: 8 B a place.
 * Source: Holt (1957), <i>Forecasting seasonals and trends by exponentially weighted moving averages</i>; Winters
 * (1960), <i>Forecasting sales by exponentially weighted moving averages</i>; in the form of Hyndman and
 * Athanasopoulos, <i>Forecasting: Principles and Practice</i>, 3rd edition, 8.3.
 */
final class HoltWinters {

    /** A hundredth of the level: below it a place has no load of its own. */
    private static final double LEAST_FACTOR = 0.01;

    private static final double LEAST_LEVEL = 1e-6;

    private final double alpha;
    private final double beta;
    private final double gamma;
    private final boolean isMultiplicative;
    private final double[] season;

    private double level;
    private double trend;

    HoltWinters(double alpha, double beta, double gamma, StartValues start) {
        this.alpha = alpha;
        this.beta = beta;
        this.gamma = gamma;
        this.isMultiplicative = start.isMultiplicative;
        this.season = start.season.clone();
        this.level = start.level;
        this.trend = start.trend;
    }

    /** What is expected at a place of the season, so many steps ahead. */
    double predict(int place, int steps) {
        double line = level + steps * trend;
        return isMultiplicative ? line * season[place] : line + season[place];
    }

    /** Learns what came at a place of the season. */
    void step(int place, double came) {
        double before = level;
        double here = season[place];
        double plain = isMultiplicative ? came / Math.max(LEAST_FACTOR, here) : came - here;
        level = alpha * plain + (1 - alpha) * (level + trend);
        if (isMultiplicative) {
            level = Math.max(LEAST_LEVEL, level);
        }
        trend = beta * (level - before) + (1 - beta) * trend;
        double fresh = isMultiplicative ? came / level : came - level;
        double smoothed = gamma * fresh + (1 - gamma) * here;
        season[place] = isMultiplicative ? Math.max(LEAST_FACTOR, smoothed) : smoothed;
    }

    boolean isMultiplicative() {
        return isMultiplicative;
    }

    double level() {
        return level;
    }

    double trend() {
        return trend;
    }

    double season(int place) {
        return season[place];
    }
}
