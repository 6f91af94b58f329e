package dev.headcount.scaling.forecast;

import dev.headcount.scaling.Quantity;

/**
 * Whether a forecast may be followed: each prediction is scored against what came, and against two that cost nothing.
 *
 * <p>Law: trusted when enough predictions were scored and its error (root of the decayed mean square) is
 * <ul>
 *   <li>at most 30 % of the usual load, and
 *   <li>below 80 % of the error of <i>what is now stays</i>, and of <i>it will be as on average</i>, and
 *   <li>of late, by a mean that forgets fast: at most 30 % of the usual load, or no worse than what is now.
 * </ul>
 * So noise is never trusted, since the average predicts it best; and a pattern that changes loses its trust with the
 * first predictions that fail, long before the slow mean has noticed, and gets it back when both are low again.
 * Invariant: what is no load isn't scored. Time: counted in predictions.
 * Threads: single owner.
 * Blind to: what an error costs. Threads too many weigh as much here as threads too few.
 * Source: the naive forecasts as the measure are Hyndman and Koehler's (2006), <i>Another look at measures of forecast
 * accuracy</i>.
 */
final class Trust {

    /** Of the usual load: as much as the margin of a pool of a dozen threads; more would not be noticed to be wrong. */
    private static final double LIMIT = 0.3;

    /** Of a naive error. The best of sixteen fits to noise comes out some 5 % better than it is. */
    private static final double BETTER = 0.8;

    private final double slow;
    private final double fast;
    private final int least;

    private int scored;
    private double average;
    private double square;
    private double own;
    private double stay;
    private double flat;
    private double ownLately;
    private double stayLately;

    /**
     * Without a score.
     *
     * @param slowHalfLife predictions after which a score counts half, as for the half-life of the fast mean
     * @param least fewer scores are not enough, 1 or more
     */
    Trust(double slowHalfLife, double fastHalfLife, int least) {
        this.slow = 1 - Math.pow(0.5, 1 / slowHalfLife);
        this.fast = 1 - Math.pow(0.5, 1 / fastHalfLife);
        this.least = least;
    }

    /**
     * Scores one prediction.
     *
     * @param stayed what the load was when the prediction was made
     */
    void score(double predicted, double stayed, double came) {
        if (!isLoad(predicted) || !isLoad(stayed) || !isLoad(came)) {
            return;
        }
        double usual = scored == 0 ? came : average;
        scored = Math.min(Integer.MAX_VALUE - 1, scored) + 1;
        double weight = Math.max(slow, 1.0 / scored);
        double quick = Math.max(fast, 1.0 / scored);
        own += weight * (squared(predicted - came) - own);
        stay += weight * (squared(stayed - came) - stay);
        flat += weight * (squared(usual - came) - flat);
        square += weight * (squared(came) - square);
        average += weight * (came - average);
        ownLately += quick * (squared(predicted - came) - ownLately);
        stayLately += quick * (squared(stayed - came) - stayLately);
    }

    private static boolean isLoad(double value) {
        return value >= 0 && value <= Offered.ABSURD;
    }

    boolean isEarned() {
        return scored >= least && isClose() && isBetter() && isSoLately();
    }

    private boolean isClose() {
        return own <= squared(LIMIT) * square;
    }

    private boolean isBetter() {
        return own < squared(BETTER) * Math.min(stay, flat);
    }

    private boolean isSoLately() {
        return ownLately <= Math.max(squared(LIMIT) * square, stayLately);
    }

    /** The verdict with its numbers, such as {@code off by 1.2 threads where 6.3 would be a naive guess's error}. */
    String words() {
        if (scored < least) {
            return "not trusted yet, " + scored + " of " + least + " predictions scored";
        }
        String error = "off by " + number(own);
        if (!isSoLately()) {
            return "not trusted, off by " + number(ownLately) + " of late: the pattern has changed; usually " + error;
        }
        if (!isClose()) {
            return "not trusted, " + error + ", above 30 % of the usual load of " + number(square);
        }
        return (isBetter() ? "trusted, " : "not trusted, ") + error + (isBetter() ? ", below" : ", not below")
                + " 80 % of " + number(Math.min(stay, flat)) + ", the error of "
                + (stay <= flat ? "what is now stays" : "the average");
    }

    private static String number(double meanSquare) {
        return Quantity.number(Math.sqrt(meanSquare));
    }

    private static double squared(double value) {
        return value * value;
    }
}
