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
 * Adds threads while tasks wait and throughput rises with them, and takes a step back when it doesn't.
 *
 * <p>Law, each {@code interval}: after a step from {@code n} to {@code n'} threads, throughput {@code X} to {@code X'},
 * growth has paid when {@code (X' / X - 1) >= pays x (n' / n - 1)}. A step that paid is followed by another one while
 * tasks wait; one that didn't is taken back, and the next is tried after {@code rest}. Threads go by {@link Release}.
 * Time: a tick at which no time has passed keeps the target.
 * Threads: one pool's tick. Cost: one or two small objects a tick.
 * Blind to: waits: a step that made tasks start earlier and ended no more of them is taken back; a load that changed
 * by itself during a step, which passes for the step's doing.
 * Source: Hellerstein, Morrison and Eilebrecht (2008), <i>Optimizing Concurrency Levels in the .NET ThreadPool</i>;
 * without their waves, which tell a step's effect from chance.
 */
public final class HillClimbing implements Decider {

    static final Parameter INTERVAL = Parameter.named(
                    "interval", "2s", "From a step to the verdict on it; many tasks must end within it")
            .orDuration("200ms", "1h");

    static final Parameter STEP = Parameter.named("step", "10%", "Threads that a step adds, at least one")
            .orCount(1, 1_000)
            .orShare(1, 1_000);

    static final Parameter PAYS = Parameter.named(
                    "pays", "50%", "Of the throughput that a step would bring at best: less, and it is taken back")
            .orShare(0, 100);

    static final Parameter REST = Parameter.named("rest", "30s", "Until the next step after one that didn't pay")
            .orDuration("0s", "1h");

    static final Parameter SMOOTHING = Parameter.named(
                    "smoothing", "sma 1s", "Of the throughput; shorter than the interval")
            .orSmoothing();

    static final List<Parameter> PARAMETERS =
            Collections.unmodifiableList(Arrays.asList(INTERVAL, STEP, PAYS, REST, SMOOTHING, Release.BELOW));

    private final long intervalNanos;
    private final double stepNumber;
    private final boolean isShare;
    private final double pays;
    private final long restNanos;
    private final Smoothing smoothing;
    private final Release release;
    private final Lapse lapse = new Lapse();

    private double throughput;
    private long sinceNanos;
    private long restLeftNanos;

    /** The step on trial: from this size; 0 when there is none. */
    private int from;

    private int to;
    private double throughputBefore;

    /** @throws IllegalArgumentException for a value out of its range */
    public HillClimbing(Parameters parameters) {
        intervalNanos = parameters.nanos(INTERVAL);
        stepNumber = parameters.number(STEP);
        isShare = parameters.text(STEP).endsWith("%");
        pays = parameters.number(PAYS);
        restNanos = parameters.nanos(REST);
        smoothing = parameters.smoothing(SMOOTHING);
        release = new Release(parameters);
    }

    @Override
    public String name() {
        return "hill-climbing";
    }

    @Override
    public Proposal propose(Signal signal, int target, Bounds bounds) {
        long elapsed = lapse.nanos(signal.nowNanos());
        if (elapsed == 0) {
            return Proposal.keep(target, Lapse.NONE);
        }
        double reading = signal.throughputPerSecond();
        throughput = reading < Double.POSITIVE_INFINITY ? smoothing.add(reading, signal.nowNanos()) : throughput;
        int released = release.size(signal, target, bounds.floor());
        restLeftNanos = Math.max(0, restLeftNanos - elapsed);
        sinceNanos += elapsed;
        if (from > 0 && target != to) { // the step was not taken, or somebody has moved on
            from = 0;
            sinceNanos = 0;
        }
        if (released < target) {
            from = 0;
            double used = release.used();
            return Proposal.of(released, () -> Words.waiting(signal) + ", " + release.words(used));
        }
        if (sinceNanos < intervalNanos) {
            return step(signal, target, from > 0 ? "the last step is on trial" : "looks again soon");
        }
        sinceNanos = 0;
        return from > 0 && !hasPaid() ? back(signal) : onward(signal, target);
    }

    private boolean hasPaid() {
        return throughput - throughputBefore >= pays * throughputBefore * ((double) to / from - 1);
    }

    private Proposal back(Signal signal) {
        int size = from;
        int tried = to;
        double before = throughputBefore;
        double after = throughput;
        from = 0;
        restLeftNanos = restNanos;
        return Proposal.of(
                size,
                () -> Words.waiting(signal) + ", but growth from " + size + " to " + tried + " did not pay: "
                        + Quantity.number(before) + " tasks a second before and " + Quantity.number(after) + " after ("
                        + smoothing + ")");
    }

    private Proposal onward(Signal signal, int target) {
        boolean hadPaid = from > 0;
        from = 0;
        if (signal.queueDepth() == 0 || restLeftNanos > 0 || signal.size() < target) {
            return step(signal, target, restLeftNanos > 0 ? "the last step did not pay" : "no step");
        }
        long more = Math.max(1, (long) (isShare ? target * stepNumber : stepNumber));
        from = target;
        to = (int) Math.min(Integer.MAX_VALUE, target + more);
        throughputBefore = throughput;
        return step(signal, to, hadPaid ? "the last step paid, another one" : "a step, to see whether it pays");
    }

    private Proposal step(Signal signal, int size, String what) {
        double shown = throughput;
        return Proposal.of(
                size,
                () -> Words.waiting(signal) + ", " + Quantity.number(shown) + " tasks a second (" + smoothing + "): "
                        + what);
    }
}
