package dev.headcount.scaling.cost;

import dev.headcount.scaling.Signal;
import dev.headcount.scaling.adaptive.ErlangC;

/**
 * How many threads pay: the last of them saves waits that are worth its own price.
 *
 * <p>Law: by Little's law, waits cost {@code L w} an hour, where {@code L} tasks wait and {@code w} is the value of an
 * hour of one task's wait. In an M/G/c queue {@code L(c) = C(c, a) a / (c - a) (1 + v) / 2} under a load of {@code a}
 * threads, so that the thread after {@code c} saves {@code (L(c) - L(c + 1)) w}: less each time, and without end where
 * {@code c <= a}. Both sides are flows: a thread costs as long as it is kept, and saves as long as the load is there.
 * Cost: a division a thread. Threads: any.
 * Blind to: arrivals in bunches, whose waits are longer; a thread that starts slowly.
 * Source: Little (1961); Erlang (1917); Lee and Longton (1959) for the factor of the variation {@code v}.
 */
public final class Worth {

    private static final double MILLIS_AN_HOUR = 3.6e6;

    /** Far above any size; the law would only take its time. */
    private static final double MOST_LOAD = 10_000;

    private final double waitHour;

    /** The most threads that pay, residents not counted; {@link Integer#MAX_VALUE} where that is unknown. */
    private final int threads;

    private final double savedByNext;

    private Worth(double waitHour, int threads, double savedByNext) {
        this.waitHour = waitHour;
        this.threads = threads;
        this.savedByNext = savedByNext;
    }

    /** Under the load of this signal and at its prices; nothing is known without both prices. */
    public static Worth of(Signal signal) {
        Prices prices = signal.cost().prices();
        double waitHour = prices.waitMilli() * MILLIS_AN_HOUR;
        double load = signal.arrivalRatePerSecond() * signal.serviceMeanSeconds();
        double variation = Double.isNaN(signal.serviceVariation()) ? 1 : signal.serviceVariation();
        if (!(prices.threadHour() > 0 && waitHour > 0 && load <= MOST_LOAD)) {
            return new Worth(waitHour, Integer.MAX_VALUE, Double.NaN);
        }
        double factor = waitHour * (1 + variation) / 2;
        int threads = (int) load + 1;
        double loss = 1;
        for (int c = 1; c <= threads; c++) {
            loss = ErlangC.lossAfter(loss, c, load);
        }
        double waits = factor * waiting(loss, threads, load);
        while (true) {
            loss = ErlangC.lossAfter(loss, threads + 1, load);
            double waitsThen = factor * waiting(loss, threads + 1, load);
            double saved = waits - waitsThen;
            if (!(saved >= prices.threadHour())) { // so, too, where waits have no finite worth
                return new Worth(waitHour, Double.isNaN(saved) ? Integer.MAX_VALUE : threads, saved);
            }
            waits = waitsThen;
            threads++;
        }
    }

    /** Mean number of tasks that wait in an M/M/c queue. */
    private static double waiting(double loss, int threads, double load) {
        return ErlangC.waiting(loss, threads, load) * load / (threads - load);
    }

    /** The most threads that pay, residents not counted; {@link Integer#MAX_VALUE} where that is unknown. */
    public int threads() {
        return threads;
    }

    /** What one thread more than {@link #threads} would save an hour. */
    public double savedByNext() {
        return savedByNext;
    }

    /** What it is worth that one task does not wait for an hour. */
    public double waitHour() {
        return waitHour;
    }
}
