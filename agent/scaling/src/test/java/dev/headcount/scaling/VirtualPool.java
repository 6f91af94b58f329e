package dev.headcount.scaling;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A pool with one first-in-first-out queue in virtual time, for control laws: exact, seeded, single-threaded.
 *
 * <p>Law: an arrival starts at once when a worker is free, else it queues; a worker that ends a task leaves
 * when the pool is larger than its target, else it takes the oldest task.
 * Blind to: the time that a thread takes to start, and keep-alive: idle workers leave at once.
 */
final class VirtualPool {

    private static final long WINDOW_NANOS = 10 * Signals.SECOND;

    private final Random random;
    private final double serviceSeconds;
    private final ArrayDeque<Long> queue = new ArrayDeque<>();
    private final PriorityQueue<Long> completions = new PriorityQueue<>();

    /** Start and wait of each task that started within the window, in nanoseconds. */
    private final ArrayDeque<long[]> waits = new ArrayDeque<>();

    private int size;
    private int target;
    private long now;
    private long nextArrival = Long.MAX_VALUE;

    /** With {@code random}, arrivals are Poisson and service times exponential; with {@code null}, both are even. */
    VirtualPool(int size, double serviceSeconds, Random random) {
        this.size = size;
        this.target = size;
        this.serviceSeconds = serviceSeconds;
        this.random = random;
    }

    void resize(int newTarget) {
        target = newTarget;
        while (size < target) {
            size++;
            startNext();
        }
        while (size > target && completions.size() < size) {
            size--;
        }
    }

    /** Lets {@code nanos} pass with this load, and reads the pool at their end. */
    Signal run(long nanos, double arrivalsPerSecond) {
        long end = now + nanos;
        int arrivals = 0;
        int completed = 0;
        if (arrivalsPerSecond == 0) {
            nextArrival = Long.MAX_VALUE;
        } else if (nextArrival == Long.MAX_VALUE) {
            nextArrival = now + gap(1 / arrivalsPerSecond);
        }
        while (Math.min(nextArrival, nextCompletion()) <= end) {
            if (nextArrival < nextCompletion()) {
                now = nextArrival;
                nextArrival += gap(1 / arrivalsPerSecond);
                arrivals++;
                queue.add(now);
            } else {
                now = completions.remove();
                completed++;
                if (size > target) {
                    size--;
                }
            }
            startNext();
        }
        now = end;
        return signal(arrivals, completed, nanos / (double) Signals.SECOND);
    }

    private long nextCompletion() {
        return completions.isEmpty() ? Long.MAX_VALUE : completions.peek();
    }

    private void startNext() {
        if (completions.size() < size && !queue.isEmpty()) {
            waits.add(new long[] {now, now - queue.remove()});
            completions.add(now + gap(serviceSeconds));
        }
    }

    private long gap(double meanSeconds) {
        double seconds = random == null ? meanSeconds : -Math.log(1 - random.nextDouble()) * meanSeconds;
        return Math.max(1, Math.round(seconds * Signals.SECOND));
    }

    private Signal signal(int arrivals, int completed, double seconds) {
        while (!waits.isEmpty() && now - waits.peek()[0] > WINDOW_NANOS) {
            waits.remove();
        }
        double[] sorted = waits.stream()
                .mapToDouble(wait -> wait[1] / (double) Signals.SECOND)
                .sorted()
                .toArray();
        return Signal.builder()
                .nowNanos(Signals.START + now)
                .size(size)
                .busy(completions.size())
                .queueDepth(queue.size())
                .core(target)
                .arrivalRatePerSecond(arrivals / seconds)
                .throughputPerSecond(completed / seconds)
                .waitP50Seconds(quantile(sorted, 0.5))
                .waitP99Seconds(quantile(sorted, 0.99))
                .waitMeanSeconds(Arrays.stream(sorted).average().orElse(Double.NaN))
                .oldestWaitSeconds(queue.isEmpty() ? 0 : (now - queue.peek()) / (double) Signals.SECOND)
                .serviceMeanSeconds(serviceSeconds)
                .build();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
