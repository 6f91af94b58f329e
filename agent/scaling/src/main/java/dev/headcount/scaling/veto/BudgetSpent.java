package dev.headcount.scaling.veto;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Signal;

/**
 * No growth above the floor once the month has cost its budget.
 *
 * <p>Invariant: unless the budget is hard, silent but where the wait objective is known to be met.
 */
final class BudgetSpent extends Veto {

    BudgetSpent() {
        super("budget");
    }

    @Override
    boolean yields(Signal signal, Bounds bounds) {
        return !signal.cost().prices().isHard() && !bounds.isMet(signal);
    }

    @Override
    int most(Signal signal, int target, long sinceGrowthNanos) {
        return signal.cost().isSpent() ? target : NO_LIMIT;
    }

    @Override
    public String words(Signal signal) {
        return signal.cost().words();
    }
}
