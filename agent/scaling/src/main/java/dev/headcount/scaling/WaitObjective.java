package dev.headcount.scaling;

/**
 * How long a task may wait when nobody has said so.
 *
 * <p>Law: {@code max(100 ms, 2 x mean service time)}; 100 ms while the service time is unknown.
 */
public final class WaitObjective {

    /** Below it a person does not notice; a smaller default would buy threads for waits that nobody feels. */
    private static final double LEAST_SECONDS = 0.1;

    /** Waiting twice as long as the work itself is what a task of a minute can bear and one of 1 ms cannot. */
    private static final double OF_SERVICE = 2;

    private WaitObjective() {}

    /**
     * The default objective of a pool, in seconds, at least 0.1.
     *
     * @param serviceMeanSeconds 0 or more; {@code NaN} when unknown
     */
    public static double standardSeconds(double serviceMeanSeconds) {
        double byService = OF_SERVICE * serviceMeanSeconds;
        return byService > LEAST_SECONDS && !Double.isInfinite(byService) ? byService : LEAST_SECONDS;
    }
}
