package dev.headcount.scaling.decider;

import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Smoothing;

/** What the reasons of several deciders say in the same words. */
final class Words {

    private Words() {}

    static String waiting(Signal signal) {
        switch (signal.queueDepth()) {
            case 0:
                return "no task waits";
            case 1:
                return "1 task waits";
            default:
                return signal.queueDepth() + " tasks wait";
        }
    }

    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** How a reading that is shown was smoothed, such as {@code of late, ewma 1s}. */
    static String of(Smoothing smoothing) {
        String kind = smoothing.toString();
        return kind.equals("none") ? "now" : "of late, " + kind;
    }
}
