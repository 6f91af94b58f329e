package dev.headcount.scaling.veto;

import dev.headcount.scaling.Signal;

/**
 * No growth by measurements that contradict each other, unless plain counts ask for it.
 *
 * <p>Law: holds while the quality is below a half, no task waits, none was refused and a worker is idle. Depth,
 * refusals and busy workers are counted and not sampled: a pool that is seen to be short of threads is helped,
 * however little is known of its waits.
 */
final class Unsure extends Veto {

    private static final double LIMIT = 0.5;

    Unsure() {
        super("unsure");
    }

    @Override
    int most(Signal signal, int target, long sinceGrowthNanos) {
        boolean isCertain = signal.queueDepth() > 0 || signal.droppedPerSecond() > 0 || signal.busy() >= signal.size();
        return signal.quality() < LIMIT && !isCertain ? target : NO_LIMIT;
    }

    @Override
    public String words(Signal signal) {
        return "signal quality " + percent(signal.quality()) + ", limit " + percent(LIMIT) + ", and no task waits";
    }
}
