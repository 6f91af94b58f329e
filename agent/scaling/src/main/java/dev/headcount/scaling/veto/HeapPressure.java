package dev.headcount.scaling.veto;

import dev.headcount.scaling.Signal;

/** No growth while a collection leaves more than nine tenths of the largest heap in use. */
final class HeapPressure extends Veto {

    /** What the tasks of a few threads more hold must fit into the rest. */
    private static final double LIMIT = 0.9;

    HeapPressure() {
        super("memory");
    }

    @Override
    int most(Signal signal, int target, long sinceGrowthNanos) {
        return signal.host().heapAfterGc() > LIMIT ? target : NO_LIMIT; // false when unknown
    }

    @Override
    public String words(Signal signal) {
        return "heap " + percent(signal.host().heapAfterGc()) + " full after garbage collection, limit "
                + percent(LIMIT);
    }
}
