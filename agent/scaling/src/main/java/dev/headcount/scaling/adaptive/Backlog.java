package dev.headcount.scaling.adaptive;

import dev.headcount.scaling.Signal;

/**
 * How many threads start every waiting task before it is late.
 *
 * <p>Law: a thread that is added starts a task at once, and one every {@code S} seconds from then on, as do the
 * {@code b} that are busy. So {@code q} waiting tasks have started after {@code t} seconds when
 * {@code c >= (b + q) / (1 + t / S)}; {@code t} is nine tenths of the objective. A queue that holds only {@code K}
 * tasks must be half empty a tick later: {@code c >= (b + q + rate t - K / 2) / (1 + t / S)}, {@code t} = 200 ms.
 * Invariant: 0 without a queue; never fewer for a longer one; never more than there are tasks.
 * Threads: any. Cost: a division.
 * Blind to: how long the tasks have waited. In a steady queue that says nothing new; for a batch it would ask for a
 * little more towards its end, which the ablation found not worth a line.
 */
final class Backlog {

    /** Of the objective; what is left covers the time until the next look. */
    private static final double PART = 0.9;

    /** How long a bounded queue must last until the next decision. */
    private static final double TICK_SECONDS = 0.2;

    /** Of a bounded queue; the rest takes in a burst. */
    private static final double FILL = 0.5;

    private Backlog() {}

    static double threads(Signal signal, Load load, double objectiveSeconds) {
        int waiting = signal.queueDepth();
        if (waiting == 0 || !load.isKnown()) {
            return 0;
        }
        double service = load.serviceSeconds();
        double tasks = (double) signal.working() + waiting;
        double threads = tasks / (1 + PART * objectiveSeconds / service);
        if (signal.queueCapacity() < Integer.MAX_VALUE) {
            double coming = load.ratePerSecond() * TICK_SECONDS - FILL * signal.queueCapacity();
            threads = Math.max(threads, (tasks + coming) / (1 + TICK_SECONDS / service));
        }
        return Math.min(threads, tasks);
    }
}
