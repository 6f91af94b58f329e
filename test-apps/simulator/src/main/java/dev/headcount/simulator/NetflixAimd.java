package dev.headcount.simulator;

import dev.headcount.scaling.Signal;

/**
 * Netflix' AIMD concurrency limit as a size.
 *
 * <p>Law, each {@link LatencyWindow}: × 0.9 when a task failed or the latency was above 5 s; else + 1 when at least
 * half the limit was in flight. Bounded by floor and ceiling in place of 20 and 200.
 * Source: Netflix/concurrency-limits, AIMDLimit.
 */
final class NetflixAimd implements Controller {

    private static final double BACK_OFF = 0.9;
    private static final double TIME_OUT_SECONDS = 5;

    private final Told told;
    private final LatencyWindow window = new LatencyWindow();
    private int limit;

    NetflixAimd(Told told) {
        this.told = told;
        this.limit = told.floor();
    }

    @Override
    public String name() {
        return "aimd_netflix";
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
            if (window.hasDropped() || window.latencySeconds() > TIME_OUT_SECONDS) {
                limit = (int) (limit * BACK_OFF);
            } else if (2 * window.inFlight() >= limit) {
                limit++;
            }
            limit = told.clamp(limit);
            window.begin(now);
        }
        return limit;
    }
}
