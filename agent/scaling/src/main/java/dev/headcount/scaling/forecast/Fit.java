package dev.headcount.scaling.forecast;

/**
 * One {@link HoltWinters} with parameters of its own, and how well it has done.
 *
 * <p>Law: its error is the decayed mean of squared differences between what it expected of a bucket right before it,
 * and what came; half of it is of the last day. An error is scored before it is learned from.
 * Threads: single owner.
 */
final class Fit {

    /** A day: on a Friday the last weekend still counts, and a shape that is over is forgotten in a week. */
    private static final double HALF_LIFE_BUCKETS = 288;

    private static final double WEIGHT = 1 - Math.pow(0.5, 1 / HALF_LIFE_BUCKETS);
    private static final double ABSURD = 1e12;

    final Season season;
    private final HoltWinters model;

    private int scored;
    private double error;

    Fit(Season season, HoltWinters model) {
        this.season = season;
        this.model = model;
    }

    /** The start values already know these buckets, so nothing is scored. */
    void replay(int place, double came) {
        model.step(place, came);
    }

    void learn(int place, double came) {
        double off = model.predict(place, /* steps= */ 1) - came;
        double squared = off * off < ABSURD ? off * off : ABSURD;
        scored = Math.min(scored, Integer.MAX_VALUE - 1) + 1;
        error += Math.max(WEIGHT, 1.0 / scored) * (squared - error);
        model.step(place, came);
    }

    /** The load, 0 or more and finite. */
    double expect(int place, int steps) {
        double load = model.predict(place, steps);
        return load > 0 ? Math.min(load, Offered.ABSURD) : 0;
    }

    /** Whether it has been tried for a day: before that its error is that of a few hours. */
    boolean isTried() {
        return scored >= Season.DAY.period;
    }

    double error() {
        return error;
    }

    @Override
    public String toString() {
        return season.word + ", " + (model.isMultiplicative() ? "multiplicative" : "additive");
    }
}
