package dev.headcount.scaling.decider;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decider;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Quantity;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Smoothing;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Grows under pressure by what Little's law asks for, shrinks when next to nothing is left to do.
 *
 * <p>The figures are those of the standard parameters.
 * Law, growth: when tasks wait and the smoothed utilisation is above 0.75, or when
 * {@link WaitPressure} shows waits above the objective, then
 * {@code arrivalRate x service / 0.75} threads for the arrivals and
 * {@code queueDepth x service / drain} for the backlog, where {@code drain = max(objective, 1 s)}; at
 * least one more than now, unless threads that were wanted earlier have not started yet. While no
 * task has ended yet it waits for the first one, a second at most, and then asks for half as many again.
 * With a {@code step} of one's own it grows by that instead, and waits for threads that have not started.
 * Law, shrink: when no task waits, the smallest size {@code s >= floor} with
 * {@code smoothedBusy / s < 0.10}, if that is below the target.
 * Time: a tick at which no time has passed keeps the target.
 * Invariant: between the two lies a wide range of loads in which nothing changes; a size that was
 * grown for a load is not given up while more than a tenth of the smaller size is in use.
 * Threads: one pool's tick. Cost: two exponentials and one or two small objects a tick.
 * Blind to: whether growth paid. A slow downstream lengthens the service time, which asks for more
 * threads, which may slow it further: only the ceiling ends that.
 * Source: Little (1961), <i>A proof for the queuing formula L = λW</i>.
 */
public final class Threshold implements Decider {

    static final Parameter GROW_ABOVE = Parameter.named(
                    "grow-above",
                    "75%",
                    "Utilisation above which waiting tasks mean growth. Far above it waits are long before anything"
                            + " happens; far below it threads are bought that nobody needs")
            .orShare(1, 100);

    static final Parameter SHRINK_BELOW = Parameter.named(
                    "shrink-below",
                    "10%",
                    "Utilisation that the smaller size must stay below. Near `grow-above`, a shrink causes the next"
                            + " growth")
            .orShare(1, 99);

    static final Parameter STEP = Parameter.named(
                    "step",
                    "little",
                    "Growth: to the size by Little's law, by a number of threads, or by a share of"
                            + " the present target")
            .orWord("little")
            .orCount(1, 1_000)
            .orShare(1, 1_000);

    static final Parameter SMOOTHING = Parameter.named(
                    "smoothing",
                    "ewma 1s",
                    "Of the utilisation: without it one reading with a full pool and one waiting task adds a thread")
            .orSmoothing();

    static final Parameter BUSY_SMOOTHING = Parameter.named(
                    "busy-smoothing",
                    "ewma 10s",
                    "Of the busy threads that a shrink looks at: long against a task and a burst, short against the"
                            + " cooldown")
            .orSmoothing();

    static final Parameter DRAIN = Parameter.named(
                    "drain",
                    "1s",
                    "Shortest time in which a backlog is to be worked off. Shorter, and the backlog of one tick asks"
                            + " for threads that are idle before they have started")
            .orDuration("50ms", "10m");

    static final Parameter BLIND_STEP = Parameter.named(
                    "blind-step", "50%", "Growth by Little's law while no task has ended to tell the service time")
            .orShare(1, 1_000);

    static final Parameter BLIND_PATIENCE = Parameter.named(
                    "blind-patience", "1s", "How long it waits for that first task: a blind step costs a cooldown")
            .orDuration("0s", "10m");

    static final List<Parameter> PARAMETERS = Collections.unmodifiableList(Arrays.asList(
            GROW_ABOVE, SHRINK_BELOW, STEP, SMOOTHING, BUSY_SMOOTHING, DRAIN, BLIND_STEP, BLIND_PATIENCE));

    /** At least the window of the quantiles: within it, p99 still tells of waits under the old target. */
    private static final long WINDOW_NANOS = 10_000_000_000L;

    private final double growAbove;
    private final double shrinkBelow;
    private final boolean isLittle;
    private final String step;
    private final double stepNumber;
    private final double leastDrainSeconds;
    private final double blindStep;
    private final double blindPatienceNanos;
    private final Smoothing busy;
    private final Smoothing utilisation;
    private final Lapse lapse = new Lapse();

    /** The target at the last tick; 0 before the first. */
    private int lastTarget;

    /** Since when tasks have been waiting without a service time; meaningful while {@link #isBlind}. */
    private long blindSinceNanos;

    private boolean isBlind;

    /** When the target was last seen to change. */
    private long changedNanos;

    /** With the constants as they come. */
    public Threshold() {
        this(Parameters.STANDARD);
    }

    /** @throws IllegalArgumentException for a value out of its range, or bounds of utilisation in the wrong order */
    public Threshold(Parameters parameters) {
        parameters.requireBelow(SHRINK_BELOW, GROW_ABOVE);
        growAbove = parameters.number(GROW_ABOVE);
        shrinkBelow = parameters.number(SHRINK_BELOW);
        step = parameters.text(STEP);
        stepNumber = parameters.number(STEP);
        isLittle = Double.isNaN(stepNumber);
        leastDrainSeconds = parameters.number(DRAIN);
        blindStep = parameters.number(BLIND_STEP);
        blindPatienceNanos = parameters.nanos(BLIND_PATIENCE);
        busy = parameters.smoothing(BUSY_SMOOTHING);
        utilisation = parameters.smoothing(SMOOTHING);
    }

    @Override
    public String name() {
        return "threshold";
    }

    @Override
    public Proposal propose(Signal signal, int target, Bounds bounds) {
        long now = signal.nowNanos();
        if (lapse.nanos(now) == 0) {
            return Proposal.keep(target, Lapse.NONE);
        }
        double smoothedBusy = busy.add(signal.working(), now);
        double smoothedUtilisation = utilisation.add(signal.utilisation(), now);
        boolean isWindowFresh = isWindowFresh(target, now);

        WaitPressure pressure = WaitPressure.of(signal, bounds.waitObjectiveSeconds(), isWindowFresh);
        if (pressure != null || smoothedUtilisation > growAbove && signal.queueDepth() > 0) {
            Demand demand = Demand.of(signal, growAbove, drainSeconds(bounds));
            if (isLittle && isTooEarly(demand, now)) {
                return Proposal.of(
                        target, () -> Words.waiting(signal) + ", and none has ended yet to tell how long they take");
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
        return isBlind && now - blindSinceNanos < blindPatienceNanos;
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

    private double drainSeconds(Bounds bounds) {
        return Math.max(bounds.waitObjectiveSeconds(), leastDrainSeconds);
    }

    private int grown(Signal signal, int target, Demand demand) {
        if (!isLittle) {
            long more = step.endsWith("%") ? Math.max(1, (long) (target * stepNumber)) : (long) stepNumber;
            return signal.size() < target ? target : bounded(target + more);
        }
        if (demand == null) {
            return bounded(target + Math.max(1, (long) (target * blindStep)));
        }
        // Threads that were wanted and have not started yet will help too: no more because of them.
        long least = signal.size() < target ? target : target + 1L;
        return bounded(Math.max(least, (long) signal.residents() + demand.threads()));
    }

    private int smallest(Signal signal, double smoothedBusy, Bounds bounds) {
        long lightlyUsed = signal.residents() + (long) (smoothedBusy / shrinkBelow) + 1;
        return bounded(Math.max(Math.max(lightlyUsed, signal.busy()), bounds.floor()));
    }

    private static int bounded(long threads) {
        return (int) Math.min(Integer.MAX_VALUE, threads);
    }

    private String growthReason(
            Signal signal, Bounds bounds, WaitPressure pressure, double smoothedUtilisation, Demand demand) {
        String evidence = pressure == null
                ? Words.percent(smoothedUtilisation) + " of the workers busy " + Words.of(utilisation)
                : pressure + ", above the " + Quantity.seconds(bounds.waitObjectiveSeconds()) + " objective";
        String need = !isLittle
                ? "a step of " + step
                : demand != null
                        ? demand.toString()
                        : "service time unknown: "
                                + (blindStep == 0.5 ? "half as many again" : Words.percent(blindStep) + " more");
        return Words.waiting(signal) + " (" + evidence + "), " + need;
    }

    private String shrinkReason(double smoothedBusy, int smaller) {
        return "no task waits and " + Quantity.number(smoothedBusy) + " threads were busy " + Words.of(busy)
                + ": less than " + Words.percent(shrinkBelow) + " of " + smaller;
    }

    private String keepReason(Signal signal, double smoothedUtilisation) {
        return Words.waiting(signal) + ", " + Words.percent(smoothedUtilisation) + " of the workers busy "
                + Words.of(utilisation);
    }
}
