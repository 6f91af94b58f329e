package dev.headcount.scaling;

/**
 * Grows under pressure by what Little's law asks for, shrinks when next to nothing is left to do.
 *
 * <p>Law, growth: when tasks wait and the smoothed utilisation is above 0.75, or when
 * {@link WaitPressure} shows waits above the objective, then
 * {@code arrivalRate x service / 0.75} threads for the arrivals and
 * {@code queueDepth x service / drain} for the backlog, where {@code drain = max(objective, 1 s)}; at
 * least one more than now, unless threads that were wanted earlier have not started yet. While no
 * task has ended yet it waits for the first one, a second at most, and then asks for half as many again.
 * Law, shrink: when no task waits, the smallest size {@code s >= floor} with
 * {@code smoothedBusy / s < 0.10}, if that is below the target.
 * Invariant: between the two lies a wide range of loads in which nothing changes; a size that was
 * grown for a load is not given up while more than a tenth of the smaller size is in use.
 * Threads: one pool's tick. Cost: two exponentials and one or two small objects a tick.
 * Blind to: whether growth paid. A slow downstream lengthens the service time, which asks for more
 * threads, which may slow it further: only the ceiling ends that.
 * Source: Little (1961), <i>A proof for the queuing formula L = λW</i>.
 */
public final class Threshold implements Decider {

    /** Above it waits grow steeply with each arrival; far below it threads are bought that nobody needs. */
    private static final double GROW_ABOVE = 0.75;

    /** Use of the smaller size; nearer to 0.75, a shrink would cause the next growth. */
    private static final double SHRINK_BELOW = 0.10;

    /** Long against a task and a burst, short against the cooldown of a shrink. */
    private static final long BUSY_HALF_LIFE_NANOS = 10_000_000_000L;

    /** A few ticks: without it one reading with a full pool and one waiting task would add a thread. */
    private static final long UTILISATION_HALF_LIFE_NANOS = 1_000_000_000L;

    /** At least the window of the quantiles: within it, p99 still tells of waits under the old target. */
    private static final long WINDOW_NANOS = 10_000_000_000L;

    /** Shorter, and a backlog of one tick asks for threads that are idle before they have started. */
    private static final double LEAST_DRAIN_SECONDS = 1;

    /** What is added of the present target when the service time is unknown; two steps double it. */
    private static final double BLIND_STEP = 0.5;

    /** A step taken blindly costs a cooldown that a right one then has to wait for. */
    private static final long BLIND_PATIENCE_NANOS = 1_000_000_000L;

    private final Ewma busy = new Ewma(BUSY_HALF_LIFE_NANOS);
    private final Ewma utilisation = new Ewma(UTILISATION_HALF_LIFE_NANOS);

    /** The target at the last tick; 0 before the first. */
    private int lastTarget;

    /** Since when tasks have been waiting without a service time; meaningful while {@link #isBlind}. */
    private long blindSinceNanos;

    private boolean isBlind;

    /** When the target was last seen to change. */
    private long changedNanos;

    @Override
    public String name() {
        return "threshold";
    }

    @Override
    public Proposal propose(Signal signal, int target, Bounds bounds) {
        long now = signal.nowNanos();
        double smoothedBusy = busy.add(signal.working(), now);
        double smoothedUtilisation = utilisation.add(signal.utilisation(), now);
        boolean isWindowFresh = isWindowFresh(target, now);

        WaitPressure pressure = WaitPressure.of(signal, bounds.waitObjectiveSeconds(), isWindowFresh);
        if (pressure != null || smoothedUtilisation > GROW_ABOVE && signal.queueDepth() > 0) {
            Demand demand = Demand.of(signal, GROW_ABOVE, drainSeconds(bounds));
            if (isTooEarly(demand, now)) {
                return Proposal.of(
                        target, () -> waiting(signal) + ", and none has ended yet to tell how long they take");
            }
            return Proposal.of(
                    grown(signal, target, demand),
                    () -> growthReason(signal, bounds, pressure, smoothedUtilisation, demand));
        }
        int smaller = smallest(signal, smoothedBusy, bounds);
        if (signal.queueDepth() == 0 && smaller < target) {
            return Proposal.of(smaller, () -> shrinkReason(smoothedBusy, smaller));
        }
        return Proposal.of(target, () -> keepReason(signal, smoothedUtilisation));
    }

    private boolean isTooEarly(Demand demand, long now) {
        if (demand == null && !isBlind) {
            blindSinceNanos = now;
        }
        isBlind = demand == null;
        return isBlind && now - blindSinceNanos < BLIND_PATIENCE_NANOS;
    }

    private boolean isWindowFresh(int target, long now) {
        if (lastTarget == 0) {
            changedNanos = now - WINDOW_NANOS;
        } else if (lastTarget != target) {
            changedNanos = now;
        }
        lastTarget = target;
        return now - changedNanos >= WINDOW_NANOS;
    }

    private static double drainSeconds(Bounds bounds) {
        return Math.max(bounds.waitObjectiveSeconds(), LEAST_DRAIN_SECONDS);
    }

    private static int grown(Signal signal, int target, Demand demand) {
        if (demand == null) {
            return bounded(target + Math.max(1, (long) (target * BLIND_STEP)));
        }
        // Threads that were wanted and have not started yet will help too: no more because of them.
        long least = signal.size() < target ? target : target + 1L;
        return bounded(Math.max(least, (long) signal.residents() + demand.threads()));
    }

    private static int smallest(Signal signal, double smoothedBusy, Bounds bounds) {
        long lightlyUsed = signal.residents() + (long) (smoothedBusy / SHRINK_BELOW) + 1;
        return bounded(Math.max(Math.max(lightlyUsed, signal.busy()), bounds.floor()));
    }

    private static int bounded(long threads) {
        return (int) Math.min(Integer.MAX_VALUE, threads);
    }

    private static String growthReason(
            Signal signal, Bounds bounds, WaitPressure pressure, double smoothedUtilisation, Demand demand) {
        String evidence = pressure == null
                ? percent(smoothedUtilisation) + " of the workers busy of late"
                : pressure + ", above the " + Quantity.seconds(bounds.waitObjectiveSeconds()) + " objective";
        String need = demand == null ? "service time unknown: half as many again" : demand.toString();
        return waiting(signal) + " (" + evidence + "), " + need;
    }

    private static String shrinkReason(double smoothedBusy, int smaller) {
        return "no task waits and " + Quantity.number(smoothedBusy) + " threads were busy of late: less than "
                + percent(SHRINK_BELOW) + " of " + smaller;
    }

    private static String keepReason(Signal signal, double smoothedUtilisation) {
        return waiting(signal) + ", " + percent(smoothedUtilisation) + " of the workers busy of late";
    }

    private static String waiting(Signal signal) {
        switch (signal.queueDepth()) {
            case 0:
                return "no task waits";
            case 1:
                return "1 task waits";
            default:
                return signal.queueDepth() + " tasks wait";
        }
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
