package dev.headcount.scaling.decider;

import dev.headcount.scaling.Quantity;
import dev.headcount.scaling.Signal;

/**
 * How many threads a pool needs for what arrives and for what waits.
 *
 * <p>Law: {@code arrivalRate x service / utilisation} threads keep up with the arrivals (Little's
 * law, with room for chance), {@code queueDepth x service / drain} more work off the backlog in
 * {@code drain} seconds.
 * Blind to: that more threads may make each task slower.
 * Source: Little (1961), <i>A proof for the queuing formula L = λW</i>.
 */
final class Demand {

    /** What {@code ThreadPoolExecutor} can count to: a larger number of threads means nothing. */
    private static final double MOST = (1 << 29) - 1;

    /** Takes back what the rounding of a division may have added to a whole number of threads. */
    private static final double ROUNDING = 1e-9;

    private final Signal signal;
    private final double utilisation;
    private final double drainSeconds;
    private final double forArrivals;
    private final double forBacklog;

    private Demand(Signal signal, double utilisation, double drainSeconds, double forArrivals, double forBacklog) {
        this.signal = signal;
        this.utilisation = utilisation;
        this.drainSeconds = drainSeconds;
        this.forArrivals = forArrivals;
        this.forBacklog = forBacklog;
    }

    /** The demand at {@code utilisation} of the threads for arrivals; {@code null} with unknown service time or rate. */
    static Demand of(Signal signal, double utilisation, double drainSeconds) {
        double service = signal.serviceMeanSeconds();
        return !(service * signal.arrivalRatePerSecond() < Double.POSITIVE_INFINITY)
                ? null
                : new Demand(
                        signal,
                        utilisation,
                        drainSeconds,
                        signal.arrivalRatePerSecond() * service / utilisation,
                        signal.queueDepth() * service / drainSeconds);
    }

    /** Threads for both, 0 or more, without residents. */
    int threads() {
        return whole(forArrivals + forBacklog);
    }

    /** Such as {@code 192 arrive a second at 100 ms each: 19 busy by Little's law, 26 threads at 75 %}. */
    @Override
    public String toString() {
        String words = Quantity.number(signal.arrivalRatePerSecond()) + " arrive a second at "
                + Quantity.seconds(signal.serviceMeanSeconds()) + " each: " + Quantity.number(forArrivals * utilisation)
                + " busy by Little's law, " + whole(forArrivals) + " threads at " + Math.round(utilisation * 100)
                + " %";
        int more = threads() - whole(forArrivals);
        return more > 0 ? words + " and " + more + " for the backlog in " + Quantity.seconds(drainSeconds) : words;
    }

    private static int whole(double threads) {
        return (int) Math.min(MOST, Math.ceil(threads - ROUNDING));
    }
}
