package dev.headcount.scaling.veto;

import dev.headcount.scaling.Signal;

/**
 * No growth while the collector stops the process for more than a tenth of the time: tasks are slow for want of
 * memory, and more of them at once need more of it.
 */
final class GcPressure extends Veto {

    /** A healthy service spends a percent or two; from a tenth on it is itself a cause of waiting. */
    private static final double LIMIT = 0.1;

    GcPressure() {
        super("gc");
    }

    @Override
    int most(Signal signal, int target, long sinceGrowthNanos) {
        return signal.host().gcShare() > LIMIT ? target : NO_LIMIT; // false when unknown
    }

    @Override
    public String words(Signal signal) {
        return percent(signal.host().gcShare()) + " of the time goes to garbage collection, limit " + percent(LIMIT);
    }
}
