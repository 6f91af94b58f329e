package dev.headcount.scaling.veto;

import dev.headcount.scaling.Signal;

/**
 * No growth while more tasks fail than the limit: what fails downstream is seldom helped by more callers.
 *
 * <p>Blind to: failures that tasks keep to themselves; the rate is a lower bound.
 */
final class Errors extends Veto {

    private final double limit;

    Errors(double limit) {
        super("errors");
        this.limit = limit;
    }

    @Override
    int most(Signal signal, int target, long sinceGrowthNanos) {
        return signal.errorRate() > limit ? target : NO_LIMIT; // false when unknown
    }

    @Override
    public String words(Signal signal) {
        return percent(signal.errorRate()) + " of the tasks fail, limit " + percent(limit);
    }
}
