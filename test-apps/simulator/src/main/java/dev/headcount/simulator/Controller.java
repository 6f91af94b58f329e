package dev.headcount.simulator;

import dev.headcount.replay.Law;
import dev.headcount.scaling.Signal;

/** A law with a name; made for one run. */
public interface Controller extends Law {

    /** As in the scoreboard. */
    String name();

    /** The size wanted from now on; what lies outside the bounds is clamped. */
    @Override
    int size(Signal signal, int target);

    /** Makes a controller for one run. */
    @FunctionalInterface
    interface Factory {
        Controller make(Told told);
    }
}
