package dev.headcount.scaling;

/** Signals as tests write them down; a clock that starts off zero and close to its overflow. */
public final class Signals {

    public static final long MILLI = 1_000_000L;
    public static final long SECOND = 1_000 * MILLI;

    /** Wraps around within the first minute of a test: only differences may be compared. */
    public static final long START = Long.MAX_VALUE - 30 * SECOND;

    private Signals() {}

    /** A pool of eight with the service time known, and nothing to do. */
    public static Signal.Builder idle(double seconds) {
        return Signal.builder().nowNanos(at(seconds)).size(8).core(8).serviceMeanSeconds(0.1);
    }

    /** All eight busy, a hundred tasks behind them, 192 a second to come. */
    public static Signal.Builder overloaded(double seconds) {
        return idle(seconds)
                .busy(8)
                .queueDepth(100)
                .arrivalRatePerSecond(192)
                .throughputPerSecond(80)
                .waitP50Seconds(0.4)
                .waitP99Seconds(1.2)
                .waitMeanSeconds(0.5)
                .oldestWaitSeconds(1.25);
    }

    public static long at(double seconds) {
        return START + Math.round(seconds * SECOND);
    }
}
