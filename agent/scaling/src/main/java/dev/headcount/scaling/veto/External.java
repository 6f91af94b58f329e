package dev.headcount.scaling.veto;

import dev.headcount.scaling.Signal;

/**
 * No growth while somebody else says so: a value of the application's that a rule names.
 *
 * <p>Blind to: whether more threads would have anything to do with that value; who wrote the rule knows.
 */
final class External extends Veto {

    External() {
        super("external");
    }

    @Override
    int most(Signal signal, int target, long sinceGrowthNanos) {
        return signal.externalVeto().isEmpty() ? NO_LIMIT : target;
    }

    @Override
    public String words(Signal signal) {
        return signal.externalVeto();
    }
}
