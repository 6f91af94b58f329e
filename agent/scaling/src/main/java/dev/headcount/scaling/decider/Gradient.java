package dev.headcount.scaling.decider;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decider;
import dev.headcount.scaling.Ewma;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Quantity;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Smoothing;
import dev.headcount.scaling.Tally;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * Follows the latency of what the tasks call: fewer threads while tasks take longer than usual, a few more while tasks
 * wait and they don't.
 *
 * <p>Law, each {@code interval}: {@code gradient = clamp(tolerance x usual / recent, 0.5, 1)} of the service time,
 * {@code size = (1 - pace) x size + pace x (gradient x size + headroom)}; growth only while tasks wait. The usual
 * service time is an average with a long half-life, which falls by 5 % an interval while it is twice the recent one,
 * so that a fault's memory fades. With under half of the threads busy the size stays, but for {@link Release}.
 * Time: a tick at which no time has passed keeps the target.
 * Threads: one pool's tick. Cost: three exponentials and one or two small objects a tick.
 * Blind to: waits and their objective: from 8 to 64 threads it takes a minute, whatever the backlog; a slow-down that
 * isn't of its making, which it answers by fewer threads all the same; a lasting one becomes usual.
 * Source: Gradient2Limit of Netflix's concurrency-limits (Apache License 2.0), which bounds the calls in flight; here
 * the service time is the latency, and the release is ours.
 */
public final class Gradient implements Decider {

    static final Parameter INTERVAL = Parameter.named(
                    "interval", "1s", "From one change to the next; some tasks must end within it")
            .orDuration("100ms", "1h");

    static final Parameter TOLERANCE = Parameter.named(
                    "tolerance", "1.5", "How many times the usual service time is still no slow-down")
            .orNumber(1, 100);

    static final Parameter HEADROOM = Parameter.named(
                    "headroom", "4", "Threads that it tries to add at each change, times the pace")
            .orCount(1, 1_000);

    static final Parameter PACE =
            Parameter.named("pace", "20%", "How far each change goes").orShare(1, 100);

    static final Parameter USUAL = Parameter.named(
                    "usual", "5m", "Half-life of the usual service time: what lasts longer is taken for usual")
            .orDuration("1s", "24h");

    static final Parameter SMOOTHING = Parameter.named("smoothing", "ewma 500ms", "Of the recent service time")
            .orSmoothing();

    static final List<Parameter> PARAMETERS = Collections.unmodifiableList(
            Arrays.asList(INTERVAL, TOLERANCE, HEADROOM, PACE, USUAL, SMOOTHING, Release.BELOW));

    private static final double LEAST_GRADIENT = 0.5;
    private static final double LEAST_USE = 0.5;
    private static final double FADED = 2;
    private static final double FADING = 0.95;

    private final long intervalNanos;
    private final double tolerance;
    private final int headroom;
    private final double pace;
    private final Ewma usual;
    private final Smoothing smoothing;
    private final Release release;
    private final Lapse lapse = new Lapse();

    private Tally lastTally = Tally.NOTHING;
    private double recent = Double.NaN;
    private double fade = 1;
    private double limit;
    private long sinceNanos;

    /** @throws IllegalArgumentException for a value out of its range */
    public Gradient(Parameters parameters) {
        intervalNanos = parameters.nanos(INTERVAL);
        tolerance = parameters.number(TOLERANCE);
        headroom = parameters.count(HEADROOM);
        pace = parameters.number(PACE);
        usual = new Ewma(parameters.nanos(USUAL));
        smoothing = parameters.smoothing(SMOOTHING);
        release = new Release(parameters);
    }

    @Override
    public String name() {
        return "gradient";
    }

    @Override
    public Proposal propose(Signal signal, int target, Bounds bounds) {
        long elapsed = lapse.nanos(signal.nowNanos());
        if (elapsed == 0) {
            return Proposal.keep(target, Lapse.NONE);
        }
        double service = serviceSeconds(signal);
        if (service > 0 && service < Double.POSITIVE_INFINITY) {
            recent = smoothing.add(service, signal.nowNanos());
            usual.add(recent, signal.nowNanos());
        }
        int released = release.size(signal, target, bounds.floor());
        sinceNanos += elapsed;
        if (Double.isNaN(recent)) {
            return Proposal.of(released, () -> "no task has ended yet to tell how long they take");
        }
        if (released < target) {
            double used = release.used();
            return Proposal.of(released, () -> Words.waiting(signal) + ", " + release.words(used));
        }
        if (sinceNanos < intervalNanos) {
            return Proposal.of(target, reason(signal, 1, "looks again soon"));
        }
        sinceNanos = 0;
        return changed(signal, target);
    }

    private Proposal changed(Signal signal, int target) {
        if (whole(limit, target) != target) {
            limit = target;
        }
        double usualSeconds = usual.value() * fade;
        fade = usualSeconds > FADED * recent ? fade * FADING : Math.min(1, fade / FADING);
        if (signal.utilisation() < LEAST_USE) {
            return Proposal.of(target, reason(signal, 1, "less than half of the threads are busy"));
        }
        double gradient = Math.max(LEAST_GRADIENT, Math.min(1, tolerance * usualSeconds / recent));
        double next = (1 - pace) * limit + pace * (gradient * limit + headroom);
        limit = next > limit && signal.queueDepth() == 0 ? limit : Math.max(1, next);
        return Proposal.of(whole(limit, target), reason(signal, gradient, ""));
    }

    private static int whole(double limit, int target) {
        double rounded = limit > target ? Math.floor(limit) : Math.ceil(limit);
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, rounded));
    }

    private double serviceSeconds(Signal signal) {
        Tally tally = signal.tally();
        long tasks = tally.services() - lastTally.services();
        double seconds = tally.serviceSeconds() - lastTally.serviceSeconds();
        boolean isTold = tally.services() > 0;
        lastTally = tally;
        return !isTold ? signal.serviceMeanSeconds() : tasks > 0 ? seconds / tasks : Double.NaN;
    }

    private Supplier<String> reason(Signal signal, double gradient, String what) {
        double recentSeconds = recent;
        double usualSeconds = usual.value() * fade;
        return () -> Words.waiting(signal) + ", " + Quantity.seconds(recentSeconds) + " a task (" + smoothing
                + ") against the usual " + Quantity.seconds(usualSeconds) + ": "
                + (what.isEmpty() ? "gradient " + Words.percent(gradient) : what);
    }
}
