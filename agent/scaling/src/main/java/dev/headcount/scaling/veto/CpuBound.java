package dev.headcount.scaling.veto;

import dev.headcount.scaling.Signal;

/**
 * No growth beyond what the processors can use, when it is processors that tasks wait for.
 *
 * <p>Law: {@code used = working x cpuShare} processors are this pool's. Above 85 % of all, at most as many threads as
 * keep all of them busy, {@code processors / cpuShare}; while the whole host is above 90 % and a quarter of its
 * processors or more is this pool's, none. Tasks that block don't wait for a processor, whatever the host does.
 * Invariant: where the first part speaks it allows what the adaptive policy's own cap does, or more, so that a
 * CPU-bound pool is not held twice.
 * Blind to: processors that other pools of this process will want.
 */
final class CpuBound extends Veto {

    /** As the adaptive policy's own cap: a processor more would still be used. */
    private static final double BUSY = 0.85;

    /** Above it tasks of this host wait for processors at least a part of the time. */
    private static final double HOST_LIMIT = 0.9;

    /** Less is no cause of the host's load, and no victim that a few threads of its own could not help. */
    private static final double PART = 0.25;

    CpuBound() {
        super("cpu");
    }

    @Override
    int most(Signal signal, int target, long sinceGrowthNanos) {
        double used = signal.working() * signal.cpuShare();
        int processors = signal.processors();
        if (!(used > PART * processors)) { // so too when unknown
            return NO_LIMIT;
        }
        if (signal.host().cpuLoad() > HOST_LIMIT) {
            return target;
        }
        if (used <= BUSY * processors) {
            return NO_LIMIT;
        }
        return Math.max(target, signal.residents() + (int) Math.ceil(processors / signal.cpuShare()));
    }

    @Override
    public String words(Signal signal) {
        double used = signal.working() * signal.cpuShare() / signal.processors();
        String own = "its tasks keep " + percent(used) + " of the processors busy";
        return signal.host().cpuLoad() > HOST_LIMIT
                ? "host CPU at " + percent(signal.host().cpuLoad()) + ", limit " + percent(HOST_LIMIT) + ", and " + own
                : own + ", limit " + percent(BUSY);
    }
}
