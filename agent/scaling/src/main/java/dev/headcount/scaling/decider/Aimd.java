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
 * One thread more while tasks are late or the pool is full, a quarter less while it is lightly used.
 *
 * <p>The figures are those of the standard parameters.
 * Law, growth: {@code target + 1} while tasks wait and {@link WaitPressure} shows waits above the objective or the
 * smoothed utilisation is above 0.75; not while threads that were wanted earlier have not started.
 * Law, shrink: {@code 0.75 x target}, rounded up and never below the busy threads, while no task waits and the
 * smoothed utilisation is below 0.5. That leaves it below 0.67, so that no shrink asks for the next growth.
 * Time: a tick at which no time has passed keeps the target. How often it steps is up to the policy's rests.
 * Threads: one pool's tick. Cost: an exponential and one or two small objects a tick.
 * Blind to: how much is missing. From 8 to 64 threads it takes 56 steps, whatever the backlog; and whether growth paid.
 * Source: Chiu and Jain (1989), <i>Analysis of the Increase and Decrease Algorithms for Congestion Avoidance</i>.
 */
public final class Aimd implements Decider {

    static final Parameter STEP =
            Parameter.named("step", "1", "Threads that growth adds").orCount(1, 1_000);

    static final Parameter DECREASE = Parameter.named("decrease", "25%", "Share of the target that a shrink takes")
            .orShare(1, 90);

    static final Parameter GROW_ABOVE = Parameter.named(
                    "grow-above", "75%", "Utilisation above which waiting tasks mean growth")
            .orShare(1, 100);

    static final Parameter SHRINK_BELOW = Parameter.named(
                    "shrink-below",
                    "50%",
                    "Utilisation below which it shrinks. Above `grow-above` less the decrease, a shrink causes the"
                            + " next growth")
            .orShare(1, 99);

    static final Parameter SMOOTHING =
            Parameter.named("smoothing", "ewma 1s", "Of the utilisation").orSmoothing();

    static final List<Parameter> PARAMETERS =
            Collections.unmodifiableList(Arrays.asList(STEP, DECREASE, GROW_ABOVE, SHRINK_BELOW, SMOOTHING));

    private final int step;
    private final double decrease;
    private final double growAbove;
    private final double shrinkBelow;
    private final Smoothing smoothing;
    private final Lapse lapse = new Lapse();

    /** @throws IllegalArgumentException for a value out of its range, or bounds of utilisation in the wrong order */
    public Aimd(Parameters parameters) {
        parameters.requireBelow(SHRINK_BELOW, GROW_ABOVE);
        step = parameters.count(STEP);
        decrease = parameters.number(DECREASE);
        growAbove = parameters.number(GROW_ABOVE);
        shrinkBelow = parameters.number(SHRINK_BELOW);
        smoothing = parameters.smoothing(SMOOTHING);
    }

    @Override
    public String name() {
        return "aimd";
    }

    @Override
    public Proposal propose(Signal signal, int target, Bounds bounds) {
        if (lapse.nanos(signal.nowNanos()) == 0) {
            return Proposal.keep(target, Lapse.NONE);
        }
        double utilisation = smoothing.add(signal.utilisation(), signal.nowNanos());
        if (signal.queueDepth() > 0) {
            WaitPressure pressure = WaitPressure.of(signal, bounds.waitObjectiveSeconds(), /* isWindowFresh= */ true);
            boolean isStarting = signal.size() < target;
            if ((pressure != null || utilisation > growAbove) && !isStarting) {
                return Proposal.of(
                        (int) Math.min(Integer.MAX_VALUE, (long) target + step),
                        () -> reason(signal, utilisation) + (pressure == null ? "" : ", " + pressure) + ": " + step
                                + " more");
            }
        } else if (utilisation < shrinkBelow) {
            int smaller = Math.max(signal.busy(), (int) Math.ceil(target * (1 - decrease)));
            if (smaller >= 1 && smaller < target) {
                return Proposal.of(
                        smaller, () -> reason(signal, utilisation) + ": " + Words.percent(decrease) + " fewer");
            }
        }
        return Proposal.of(target, () -> reason(signal, utilisation));
    }

    private String reason(Signal signal, double utilisation) {
        return Words.waiting(signal) + ", " + Words.percent(utilisation) + " of "
                + Quantity.number(Math.max(0, signal.size() - signal.residents())) + " workers busy (" + smoothing
                + ")";
    }
}
