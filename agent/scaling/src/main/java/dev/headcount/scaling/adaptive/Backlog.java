package dev.headcount.scaling.adaptive;

import dev.headcount.scaling.Signal;

/**
 * How many threads start every waiting task before it is late.
 *
 * <p>Law: with {@code c} threads all busy, {@code c - b} more than now, the {@code n}-th task in line starts after
 * {@code (n - (c - b)) S / c} seconds; so those that must start within {@code t} need
 * {@code c >= (b + n) / (1 + t / S)}. First in, first out: the tasks in line are the latest that arrived, so
 * {@code q} less the arrivals of the last {@code x} seconds have waited longer than {@code x} and have
 * {@code t = T' - x} left, for every {@code x} the ledger knows, where {@code T'} is nine tenths of the objective.
 * A queue that holds only {@code K} tasks must be half empty a tick later:
 * {@code c >= (b + q + rate t - K / 2) / (1 + t / S)}, {@code t} = 200 ms.
 * Invariant: 0 without a queue; not fewer for a longer queue.
 * Cost: a pass over the readings that are younger than the oldest waiting task.
 * Blind to: queues that are not first in, first out; tasks that are late already, which are not hurried for their own
 * sake but stand before others.
 */
final class Backlog {

    /** Of the objective; what is left covers the time until the next look. */
    private static final double PART = 0.9;

    /** How long a bounded queue must last until the next decision. */
    private static final double TICK_SECONDS = 0.2;

    /** Of a bounded queue; the rest takes in a burst. */
    private static final double FILL = 0.5;

    /** Of the objective: tasks with less time left than this are as good as late. */
    private static final double HOPELESS = 0.1;

    private Backlog() {}

    static double threads(Ledger ledger, Signal signal, Load load, double objectiveSeconds) {
        int waiting = signal.queueDepth();
        if (waiting == 0 || !load.isKnown()) {
            return 0;
        }
        double service = load.serviceSeconds();
        double busy = signal.working();
        double within = PART * objectiveSeconds;
        double threads = (busy + waiting) / (1 + within / service);
        if (signal.queueCapacity() < Integer.MAX_VALUE) {
            double room = FILL * signal.queueCapacity();
            double coming = waiting + load.ratePerSecond() * TICK_SECONDS;
            threads = Math.max(threads, (busy + coming - room) / (1 + TICK_SECONDS / service));
        }
        for (int ago = 1; ago < ledger.count(); ago++) {
            double left = within - ledger.secondsSince(ago);
            double older = waiting - ledger.arrivedSince(ago);
            if (older <= 0 || left < HOPELESS * objectiveSeconds) {
                break;
            }
            threads = Math.max(threads, (busy + older) / (1 + left / service));
        }
        return Math.min(threads, busy + waiting);
    }
}
