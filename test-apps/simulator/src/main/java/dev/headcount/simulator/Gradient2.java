package dev.headcount.simulator;

import dev.headcount.scaling.Signal;

/**
 * Netflix' Gradient2 concurrency limit as a size.
 *
 * <p>Law, each {@link LatencyWindow}: {@code long} is the exponential average of the windows'
 * latency (factor 2/601, its first ten plainly averaged), × 0.95 when more than twice {@code short}; nothing changes
 * with under half the limit in flight; {@code gradient = clamp(1.5 long / short, 0.5, 1)},
 * {@code limit = 0.8 limit + 0.2 (gradient x limit + 4)}. Bounded by floor and ceiling in place of 20 and 200.
 * Source: Netflix/concurrency-limits, Gradient2Limit, ExpAvgMeasurement.
 */
final class Gradient2 implements Controller {

    private static final double SMOOTHING = 0.2;
    private static final double TOLERANCE = 1.5;
    private static final int QUEUE_ALLOWANCE = 4;
    private static final int WARM_UP = 10;
    private static final double FACTOR = 2.0 / 601;

    private final Told told;
    private final LatencyWindow window = new LatencyWindow();
    private double limit;
    private double longLatency;
    private double warmUpSum;
    private int warmUpCount;

    Gradient2(Told told) {
        this.told = told;
        this.limit = told.floor();
    }

    @Override
    public String name() {
        return "gradient2";
    }

    @Override
    public boolean watchesTasks() {
        return true;
    }

    @Override
    public void ended(double staySeconds, double serviceSeconds, int busy, boolean hasFailed) {
        window.ended(serviceSeconds, busy, hasFailed);
    }

    @Override
    public int size(Signal signal, int target) {
        double now = signal.nowNanos() / 1e9;
        if (window.isFull(now)) {
            update(window.latencySeconds(), window.inFlight());
            window.begin(now);
        }
        return told.clamp((int) limit);
    }

    private void update(double latency, int inFlight) {
        if (warmUpCount < WARM_UP) {
            warmUpSum += latency;
            longLatency = warmUpSum / ++warmUpCount;
        } else {
            longLatency = longLatency * (1 - FACTOR) + latency * FACTOR;
        }
        if (longLatency / latency > 2) {
            longLatency *= 0.95;
        }
        if (inFlight < limit / 2) {
            return;
        }
        double gradient = Math.max(0.5, Math.min(1, TOLERANCE * longLatency / latency));
        double next = gradient * limit + QUEUE_ALLOWANCE;
        limit = limit * (1 - SMOOTHING) + next * SMOOTHING;
        limit = Math.max(told.floor(), Math.min(told.ceiling(), limit));
    }
}
