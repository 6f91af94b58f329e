package dev.headcount.scaling.adaptive;

import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;

/** A pool's counts as a test writes them down, one look after the other. */
final class Counts {

    final Ledger ledger = new Ledger();

    private long nanos = Long.MAX_VALUE - 1_000_000_000L;
    private long submitted;
    private long completed;
    private long failed;
    private double serviceSeconds;
    private int busy;
    private int size = 8;
    private int waiting;
    private double oldest;
    private double variation = 1;
    private double cpuShare = Double.NaN;

    Counts() {
        ledger.add(signal());
    }

    Counts busy(int value) {
        busy = value;
        return this;
    }

    Counts size(int value) {
        size = value;
        return this;
    }

    Counts waiting(int value, double oldestSeconds) {
        waiting = value;
        oldest = oldestSeconds;
        return this;
    }

    Counts variation(double value) {
        variation = value;
        return this;
    }

    Counts cpuShare(double value) {
        cpuShare = value;
        return this;
    }

    /** A look after {@code seconds} in which so many came and went, each at {@code service}. */
    Counts look(double seconds, long came, long went, double service) {
        nanos += Math.round(seconds * 1e9);
        submitted += came;
        completed += went;
        serviceSeconds += went * service;
        ledger.add(signal());
        return this;
    }

    /** Such looks for {@code seconds}, a tenth of a second each. */
    Counts looks(double seconds, long came, long went, double service) {
        for (int i = 0; i < Math.round(seconds * 10); i++) {
            look(0.1, came, went, service);
        }
        return this;
    }

    Counts fail(long tasks) {
        failed += tasks;
        return this;
    }

    Signal signal() {
        return Signal.builder()
                .nowNanos(nanos)
                .size(size)
                .busy(busy)
                .queueDepth(waiting)
                .oldestWaitSeconds(oldest)
                .serviceVariation(variation)
                .cpuShare(cpuShare)
                .processors(2)
                .tally(Tally.builder()
                        .submitted(submitted)
                        .completed(completed)
                        .failed(failed)
                        .services(completed)
                        .serviceSeconds(serviceSeconds)
                        .build())
                .build();
    }

    Load load() {
        Load load = new Load();
        load.read(ledger, signal());
        return load;
    }
}
