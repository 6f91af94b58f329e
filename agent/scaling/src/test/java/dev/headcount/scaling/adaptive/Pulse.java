package dev.headcount.scaling.adaptive;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;

/** Signals of a pool with an even load, a tick every 200 ms. */
final class Pulse {

    static final Bounds BOUNDS = Bounds.of(2, 64, 256, 0.2);

    private static final long TICK_NANOS = 200_000_000L;

    private Pulse() {}

    /** So many ticks of it. */
    static void steady(Adaptive adaptive, int target, double rate, double service, int ticks) {
        for (int tick = 0; tick < ticks; tick++) {
            adaptive.propose(backlog(target, rate, service, tick, 0), target, BOUNDS);
        }
    }

    /** The signal of one tick, with {@code waiting} tasks in the queue and then all threads busy. */
    static Signal backlog(int size, double rate, double service, int tick, int waiting) {
        long tasks = Math.round(rate * tick * TICK_NANOS / 1e9);
        return Signal.builder()
                .nowNanos(Long.MAX_VALUE - 2_000_000_000L + tick * TICK_NANOS)
                .size(size)
                .busy(waiting > 0 ? size : (int) Math.min(size, Math.round(rate * service)))
                .queueDepth(waiting)
                .arrivalRatePerSecond(rate)
                .throughputPerSecond(rate)
                .serviceMeanSeconds(service)
                .serviceVariation(1)
                .tally(Tally.builder()
                        .submitted(tasks + waiting)
                        .completed(tasks)
                        .waits(tasks)
                        .services(tasks)
                        .serviceSeconds(tasks * service)
                        .build())
                .build();
    }
}
