package dev.headcount.simulator;

import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;

/**
 * What happened between two signals, from their tallies; and a smoothing that does not depend on how often it is asked.
 *
 * <p>Law: {@code smoothed += (1 - (1 - alpha)^seconds) (value - smoothed)}: {@code alpha} is that of a tick of 1 s.
 */
final class Lapse {

    private Signal before;
    private Signal now;

    /** Moves on to the next signal; false for the first, which ends nothing. */
    boolean next(Signal signal) {
        before = now;
        now = signal;
        return before != null && signal.nowNanos() > before.nowNanos();
    }

    double seconds() {
        return (now.nowNanos() - before.nowNanos()) / 1e9;
    }

    private Tally from() {
        return before.tally();
    }

    private Tally to() {
        return now.tally();
    }

    double arrivalsPerSecond() {
        return (to().submitted() + to().dropped() - from().submitted() - from().dropped()) / seconds();
    }

    long completed() {
        return to().completed() - from().completed();
    }

    double completedPerSecond() {
        return completed() / seconds();
    }

    /** Tasks that left the queue. */
    long taken() {
        return to().waits() - from().waits();
    }

    /** Of those that left the queue, the share that had waited too long; 0 when none left it. */
    double lateShare() {
        long taken = taken();
        return taken == 0 ? 0 : (double) (to().late() - from().late()) / taken;
    }

    /** {@code NaN} when no task ended. */
    double serviceSeconds() {
        long services = to().services() - from().services();
        return services == 0 ? Double.NaN : (to().serviceSeconds() - from().serviceSeconds()) / services;
    }

    /** Busy workers on average over the size, from the tasks that ended; of this moment when none did: 0 to 1. */
    double utilisation() {
        return completed() == 0 || now.size() == 0
                ? now.utilisation()
                : Math.min(1, (to().serviceSeconds() - from().serviceSeconds()) / seconds() / now.size());
    }

    /** {@code old} a step nearer to {@code value}; {@code NaN}s are passed over. */
    double smooth(double old, double value, double alpha) {
        if (Double.isNaN(value)) {
            return old;
        }
        return Double.isNaN(old) ? value : old + (1 - Math.pow(1 - alpha, seconds())) * (value - old);
    }
}
