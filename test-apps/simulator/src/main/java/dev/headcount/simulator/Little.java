package dev.headcount.simulator;

import dev.headcount.scaling.Signal;
import java.util.ArrayDeque;

/**
 * Square-root staffing on Little's law, with or without the backlog.
 *
 * <p>Law: {@code size = a + b sqrt(a)}, {@code a = arrival rate x service time}, both smoothed; with the backlog,
 * {@code queue x service / objective} more. The largest of the last {@code hold} seconds stands.
 * Blind to: a service time that is long because of the size.
 * Source: Little (1961); Halfin and Whitt (1981).
 */
final class Little implements Controller {

    private static final double ALPHA = 0.3;

    private final String name;
    private final double margin;
    private final boolean hasBacklog;
    private final double holdSeconds;
    private final double objectiveSeconds;
    private final Lapse lapse = new Lapse();
    /** Moment and size, the moments rising and the sizes falling. */
    private final ArrayDeque<double[]> held = new ArrayDeque<>();

    private double rate = Double.NaN;
    private double service = Double.NaN;

    Little(String name, double margin, boolean hasBacklog, double holdSeconds, Told told) {
        this.name = name;
        this.margin = told.number("b", margin);
        this.hasBacklog = hasBacklog;
        this.holdSeconds = told.number("hold", holdSeconds);
        this.objectiveSeconds = told.objectiveSeconds();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size(Signal signal, int target) {
        if (!lapse.next(signal)) {
            return target;
        }
        rate = lapse.smooth(rate, lapse.arrivalsPerSecond(), ALPHA);
        service = lapse.smooth(service, lapse.serviceSeconds(), ALPHA);
        if (Double.isNaN(service)) {
            return target;
        }
        double offered = rate * service;
        double size = offered + margin * Math.sqrt(offered);
        if (hasBacklog) {
            size += signal.queueDepth() * service / objectiveSeconds;
        }
        return hold(signal.nowNanos() / 1e9, Math.ceil(size));
    }

    private int hold(double now, double size) {
        while (!held.isEmpty() && held.peekLast()[1] <= size) {
            held.removeLast();
        }
        held.addLast(new double[] {now, size});
        while (now - held.peekFirst()[0] > holdSeconds) {
            held.removeFirst();
        }
        return (int) Math.min(Integer.MAX_VALUE, held.peekFirst()[1]);
    }
}
