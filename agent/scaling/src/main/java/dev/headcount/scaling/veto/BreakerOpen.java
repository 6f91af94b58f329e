package dev.headcount.scaling.veto;

import dev.headcount.scaling.Breaker;
import dev.headcount.scaling.Signal;

/** No growth while the breaker that the tasks call through is open: more callers would only be refused faster. */
final class BreakerOpen extends Veto {

    BreakerOpen() {
        super("breaker_open");
    }

    @Override
    int most(Signal signal, int target, long sinceGrowthNanos) {
        return signal.breaker().state() == Breaker.State.OPEN ? target : NO_LIMIT;
    }

    @Override
    public String words(Signal signal) {
        return "circuit breaker " + signal.breaker() + ", growth needs it closed";
    }
}
