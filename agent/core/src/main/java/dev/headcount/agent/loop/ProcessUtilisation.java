package dev.headcount.agent.loop;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Signal;
import java.util.Collection;

/**
 * How much of what this process can do is in demand: what a fleet is scaled by.
 *
 * <p>Law: the largest, over resizable pools, of {@code needed / holdable}. Needed are the workers that run a task
 * or {@code arrivalRate x service}, whichever is more, and {@code queueDepth x service / drain} for what waits,
 * where {@code drain = max(wait objective, 1 s)}; with an unknown service time each waiting task needs one.
 * Holdable is the least, each without residents, of the ceiling, the knee, the workers alive and those that the process
 * may still start, and the threads that keep all processors busy, {@code processors / cpuShare}. So it is above 1 while
 * a pool stands at one of these with tasks waiting. What is unknown bounds nothing.
 * Blind to: processors that other pools use. Busy over size would not do: the autoscaler itself holds that steady.
 * Source: Little (1961), <i>A proof for the queuing formula L = λW</i>.
 */
public final class ProcessUtilisation {

    /** As in the growth law: a shorter drain would ask for threads that are idle before they have started. */
    private static final double LEAST_DRAIN_SECONDS = 1;

    private ProcessUtilisation() {}

    /** {@code NaN} when none of the pools is resizable. */
    public static double of(Collection<PoolControl> pools) {
        double largest = Double.NaN;
        for (PoolControl control : pools) {
            View view = control.view();
            if (view != null && control.isResizable()) {
                double one = of(view.signal, view.bounds, view.knee);
                largest = Double.isNaN(largest) ? one : Math.max(largest, one);
            }
        }
        return largest;
    }

    static double of(Signal signal, Bounds bounds, int knee) {
        double service = signal.serviceMeanSeconds();
        double waiting = signal.queueDepth();
        double needed = signal.working();
        if (!Double.isNaN(service)) {
            needed = Math.max(needed, signal.arrivalRatePerSecond() * service);
            waiting *= service / Math.max(bounds.waitObjectiveSeconds(), LEAST_DRAIN_SECONDS);
        }
        return (needed + waiting) / holdable(signal, bounds, knee);
    }

    private static double holdable(Signal signal, Bounds bounds, int knee) {
        double threads = knee > 0 ? Math.min(knee, bounds.ceiling()) : bounds.ceiling();
        threads = Math.min(threads, (double) signal.size() + signal.host().threadHeadroom()) - signal.residents();
        double processing = signal.cpuShare() > 0 ? signal.processors() / signal.cpuShare() : Double.POSITIVE_INFINITY;
        return Math.max(1, Math.min(threads, processing));
    }
}
