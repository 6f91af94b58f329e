package dev.headcount.scaling.decider;

import dev.headcount.scaling.Quantity;
import dev.headcount.scaling.Signal;

/**
 * Evidence that tasks wait longer than they should now, not merely that some did.
 *
 * <p>Law: the first of these that is above the objective: the age of the oldest waiting task; the
 * estimated wait; the 99th percentile, while tasks wait and the window holds no wait from before the
 * last resize; the time in which the present workers would work off the queue.
 * Blind to: tasks that are waited for outside the queue.
 */
final class WaitPressure {

    private final String what;
    private final double seconds;

    private WaitPressure(String what, double seconds) {
        this.what = what;
        this.seconds = seconds;
    }

    /**
     * The evidence, or {@code null} when there is none.
     *
     * @param isWindowFresh whether the quantiles are of waits under the present target
     */
    static WaitPressure of(Signal signal, double objectiveSeconds, boolean isWindowFresh) {
        if (isAbove(signal.oldestWaitSeconds(), objectiveSeconds)) {
            return new WaitPressure("the oldest for", signal.oldestWaitSeconds());
        }
        boolean counts = signal.isWaitEstimated() || signal.queueDepth() > 0 && isWindowFresh;
        if (counts && isAbove(signal.waitP99Seconds(), objectiveSeconds)) {
            return new WaitPressure(signal.isWaitEstimated() ? "an estimated" : "p99", signal.waitP99Seconds());
        }
        double toWorkOff =
                signal.queueDepth() * signal.serviceMeanSeconds() / Math.max(1, signal.size() - signal.residents());
        return isAbove(toWorkOff, objectiveSeconds) ? new WaitPressure("to be worked off in", toWorkOff) : null;
    }

    /** What is no finite number says nothing. */
    private static boolean isAbove(double seconds, double objectiveSeconds) {
        return seconds > objectiveSeconds && !Double.isInfinite(seconds);
    }

    /** Such as {@code p99 2.3 s}. */
    @Override
    public String toString() {
        return what + " " + Quantity.seconds(seconds);
    }
}
