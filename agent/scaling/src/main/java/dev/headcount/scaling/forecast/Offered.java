package dev.headcount.scaling.forecast;

import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;

/**
 * How many threads the arrivals since the signal before would have kept busy.
 *
 * <p>Law: {@code load = arrived / elapsed x service}, with the mean service time of now, or the last known one.
 * It is what was asked of the pool and not what the pool did, so that too few threads don't look like too little load.
 * Invariant: 0 or more, below a million. Where a pool's tally stays empty, the rate of its signal stands in.
 * Time: compared by difference; a clock that stands or goes back makes a signal that says nothing.
 * Threads: single owner.
 * Source: Little (1961), <i>A proof for the queuing formula L = λW</i>.
 */
final class Offered {

    private static final double NANOS = 1e9;

    /** Threads, tasks a second or seconds: above it, it is a fault of its source. */
    static final double ABSURD = 1e6;

    private Tally before;
    private long nowNanos;
    private long elapsedNanos;
    private double serviceSeconds;
    private double threads;

    /** False where no time has passed, and at the first signal. */
    boolean read(Signal signal) {
        Tally tally = signal.tally();
        Tally last = before;
        elapsedNanos = last == null ? 0 : signal.nowNanos() - nowNanos;
        nowNanos = signal.nowNanos();
        before = tally;
        double service = signal.serviceMeanSeconds();
        serviceSeconds = service >= 0 && service < ABSURD ? service : serviceSeconds;
        if (elapsedNanos <= 0) {
            return false;
        }
        double rate = tally.submitted() > 0
                ? Math.max(0, tally.submitted() - last.submitted()) * NANOS / elapsedNanos
                : signal.arrivalRatePerSecond();
        double load = rate * serviceSeconds;
        threads = load >= 0 && load < ABSURD ? load : 0;
        return true;
    }

    /** Time between the last two signals, above 0 after {@link #read} said true. */
    long elapsedNanos() {
        return elapsedNanos;
    }

    /** The offered load between the last two signals, in threads. */
    double threads() {
        return threads;
    }
}
