package dev.headcount.simulator;

/**
 * The windows by which Netflix' limits see tasks.
 *
 * <p>Law: a window ends after a second or more, once ten tasks of at least 100 µs have ended in it; it tells their mean
 * latency, the most that were in flight, and whether any failed.
 * Source: Netflix/concurrency-limits, WindowedLimit, ImmutableAverageSampleWindow.
 */
final class LatencyWindow {

    private static final double SECONDS = 1;
    private static final int LEAST_SAMPLES = 10;
    private static final double LEAST_LATENCY_SECONDS = 100e-6;

    private double from = Double.NaN;
    private double sum;
    private int samples;
    private int inFlight;
    private boolean hasDropped;

    void ended(double seconds, int busy, boolean hasFailed) {
        hasDropped |= hasFailed;
        if (seconds >= LEAST_LATENCY_SECONDS) {
            sum += seconds;
            samples++;
            inFlight = Math.max(inFlight, busy);
        }
    }

    boolean isFull(double now) {
        if (Double.isNaN(from)) {
            from = now;
        }
        return now - from >= SECONDS - 1e-6 && samples >= LEAST_SAMPLES;
    }

    double latencySeconds() {
        return sum / samples;
    }

    int inFlight() {
        return inFlight;
    }

    boolean hasDropped() {
        return hasDropped;
    }

    void begin(double now) {
        from = now;
        sum = 0;
        samples = 0;
        inFlight = 0;
        hasDropped = false;
    }
}
