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
 * Holds the tasks a thread at a set point, as a thermostat holds a temperature.
 *
 * <p>Law: {@code m = min(2, (working + waiting) / threads wanted)}, smoothed; {@code e = m / setPoint - 1}; then
 * {@code ln(size) = gain x e + integral + derivative x m'}, where the integral grows by {@code e / integral time} a
 * second and {@code m'} is the filtered slope of the measurement, not of the error, so that a new set point is no
 * kick. In the logarithm the loop behaves the same at 4 threads and at 400: with the integral alone the error falls
 * to a third in one integral time.
 * Law, saturation: the integral keeps {@code ln(size)} within the bounds; and while the target doesn't follow (a
 * cooldown, a veto), between the target and the size at which {@code m} would meet the set point, so that a
 * wait winds nothing up.
 * Law, bumpless: when the target changed and not by this decider's word, or the bounds moved past it, the integral is
 * set such that the next proposal is the target itself.
 * Invariant: it grows only above the set point and shrinks only below it, by whole threads.
 * Time: a tick at which no time has passed keeps the target; after a gap it goes on as if 2 s had passed.
 * Threads: one pool's tick. Cost: two exponentials, two logarithms and one or two small objects a tick.
 * Blind to: waits and service times: it holds a utilisation, whether or not that keeps the objective; whether growth
 * paid.
 * Source: Åström and Hägglund (1995), <i>PID Controllers: Theory, Design, and Tuning</i>: derivative on the
 * measurement, anti-windup by clamping, bumpless transfer.
 */
public final class Pid implements Decider {

    static final Parameter SET_POINT = Parameter.named(
                    "set-point",
                    "70%",
                    "Tasks a thread that it aims at. Higher, and chance alone makes a queue; lower, and it pays for"
                            + " idle threads")
            .orShare(1, 100);

    static final Parameter GAIN = Parameter.named(
                    "gain", "0.3", "Of the error, at once. From 1 on the size swings at every tick")
            .orNumber(0, 10);

    static final Parameter INTEGRAL_TIME = Parameter.named(
                    "integral-time",
                    "3s",
                    "In which the integral corrects an error. Shorter than a few ticks, and it" + " swings")
            .orDuration("100ms", "1h");

    static final Parameter DERIVATIVE = Parameter.named(
                    "derivative", "0.1", "Seconds of the measurement's slope that count ahead; 0 for none")
            .orNumber(0, 60);

    static final Parameter FILTER = Parameter.named(
                    "filter", "ewma 1s", "Of the slope: two readings in a row are mostly noise")
            .orSmoothing();

    static final Parameter SMOOTHING =
            Parameter.named("smoothing", "ewma 500ms", "Of the measurement").orSmoothing();

    static final List<Parameter> PARAMETERS =
            Collections.unmodifiableList(Arrays.asList(SET_POINT, GAIN, INTEGRAL_TIME, DERIVATIVE, FILTER, SMOOTHING));

    /** Beyond it the pool is as full as it can be told apart from: a backlog of thousands is no error of thousands. */
    private static final double MOST = 2;

    private static final double NANOS = 1e9;
    private static final double LONGEST_GAP_SECONDS = 2;

    /** Takes back what a logarithm and its exponential may have added to a whole number of threads, or taken off. */
    private static final double ROUNDING = 1e-9;

    private final double setPoint;
    private final double gain;
    private final double integralSeconds;
    private final double derivative;
    private final Smoothing filter;
    private final Smoothing smoothing;
    private final Lapse lapse = new Lapse();

    private double integral;
    private double measured = Double.NaN;
    private int lastTarget;
    private int lastProposed;

    /** @throws IllegalArgumentException for a value out of its range */
    public Pid(Parameters parameters) {
        setPoint = parameters.number(SET_POINT);
        gain = parameters.number(GAIN);
        integralSeconds = parameters.number(INTEGRAL_TIME);
        derivative = parameters.number(DERIVATIVE);
        filter = parameters.smoothing(FILTER);
        smoothing = parameters.smoothing(SMOOTHING);
    }

    @Override
    public String name() {
        return "pid";
    }

    @Override
    public Proposal propose(Signal signal, int target, Bounds bounds) {
        long elapsed = lapse.nanos(signal.nowNanos());
        if (elapsed == 0) {
            return Proposal.keep(target, Lapse.NONE);
        }
        double seconds = Math.min(LONGEST_GAP_SECONDS, elapsed / NANOS);
        int own = Math.max(1, target - signal.residents());
        double tasks = (double) signal.working() + signal.queueDepth();
        double before = measured;
        measured = smoothing.add(Math.min(MOST, tasks / own), signal.nowNanos());
        double slope = Double.isNaN(before) ? 0 : filter.add((measured - before) / seconds, signal.nowNanos());
        double error = measured / setPoint - 1;
        double rest = gain * error + derivative * slope;

        boolean isOutside = target != lastTarget && target != lastProposed;
        boolean isHeld = target == lastTarget && target != lastProposed;
        if (isOutside) {
            integral = Math.log(own) - rest;
        } else {
            integral += error * seconds / integralSeconds;
            clampIntegral(rest, own, isHeld ? own * measured / setPoint : Double.NaN, signal, bounds);
        }
        int size = whole(Math.exp(integral + rest), own, error) + signal.residents();
        lastTarget = target;
        lastProposed = size;
        double shown = measured;
        return Proposal.of(size, () -> reason(signal, shown, isOutside));
    }

    /** @param aim the size that a held proposal must not pass; {@code NaN} when it isn't held */
    private void clampIntegral(double rest, int own, double aim, Signal signal, Bounds bounds) {
        double least = Math.max(1, bounds.floor() - signal.residents());
        double most = Math.max(least, bounds.ceiling() - signal.residents());
        if (!Double.isNaN(aim)) {
            least = Math.max(least, Math.min(own, aim));
            most = Math.max(least, Math.min(most, Math.max(own, aim)));
        }
        integral = Math.max(Math.log(least) - rest, Math.min(Math.log(most) - rest, integral));
    }

    /** Whole threads from {@code own} towards {@code wanted}: a fraction is no reason to change. */
    private static int whole(double wanted, int own, double error) {
        double more = wanted * (1 + ROUNDING);
        if (error > 0 && more >= own + 1) {
            return (int) Math.min(Integer.MAX_VALUE / 2, more);
        }
        double fewer = wanted * (1 - ROUNDING);
        return error < 0 && fewer <= own - 1 ? Math.max(1, (int) Math.ceil(fewer)) : own;
    }

    private String reason(Signal signal, double shown, boolean isOutside) {
        return Words.waiting(signal) + ", " + Quantity.number(100 * shown) + " tasks for 100 threads (" + smoothing
                + "), aims at " + Quantity.number(100 * setPoint)
                + (isOutside ? "; begins anew from a size that others set" : "");
    }
}
