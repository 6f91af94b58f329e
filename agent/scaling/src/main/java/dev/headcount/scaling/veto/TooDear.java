package dev.headcount.scaling.veto;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.cost.Cost;
import dev.headcount.scaling.cost.Money;
import dev.headcount.scaling.cost.Worth;

/**
 * No thread that costs more than the waits which it saves are worth.
 *
 * <p>Law: up to as many threads as pay under this load, see {@link Worth}; and one for each task that waits now, where
 * its wait is worth a thread: that saves one waiting task at once. Where a price of threads, or a value of waits, or
 * the load is not known, nothing.
 * Invariant: silent unless the wait objective is known to be met.
 */
final class TooDear extends Veto {

    TooDear() {
        super("cost");
    }

    @Override
    boolean yields(Signal signal, Bounds bounds) {
        return !bounds.isMet(signal);
    }

    @Override
    int most(Signal signal, int target, long sinceGrowthNanos) {
        if (signal.cost() == Cost.NONE) { // so for nearly all pools, which are not to pay for others' prices
            return NO_LIMIT;
        }
        Worth worth = Worth.of(signal);
        if (worth.threads() == Integer.MAX_VALUE) {
            return NO_LIMIT;
        }
        boolean isWaitDear = worth.waitHour() >= signal.cost().prices().threadHour();
        long now = (long) target + (isWaitDear ? signal.queueDepth() : 0);
        return (int) Math.min(NO_LIMIT, Math.max(now, (long) worth.threads() + signal.residents()));
    }

    @Override
    public String words(Signal signal) {
        Worth worth = Worth.of(signal);
        return worth.threads() + " threads pay under this load, one more costs "
                + Money.text(signal.cost().prices().threadHour()) + " an hour and saves waits worth "
                + Money.text(worth.savedByNext());
    }
}
