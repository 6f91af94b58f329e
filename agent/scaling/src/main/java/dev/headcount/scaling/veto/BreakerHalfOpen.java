package dev.headcount.scaling.veto;

import dev.headcount.scaling.Breaker;
import dev.headcount.scaling.Policy;
import dev.headcount.scaling.Signal;

/**
 * One thread at a time while a breaker lets some calls through: what is behind it is only just getting well.
 *
 * <p>Law: {@code target + 1}, and that no sooner than 3 s after the last growth, whatever the policy's own cooldown.
 */
final class BreakerHalfOpen extends Veto {

    BreakerHalfOpen() {
        super("breaker_half_open");
    }

    @Override
    int most(Signal signal, int target, long sinceGrowthNanos) {
        if (signal.breaker().state() != Breaker.State.HALF_OPEN) {
            return NO_LIMIT;
        }
        return sinceGrowthNanos < Policy.DEFAULT_UP_NANOS ? target : target + 1;
    }

    @Override
    public String words(Signal signal) {
        return "circuit breaker " + signal.breaker() + ", one thread each 3 s until it has been closed for "
                + Breaker.RECENT_SECONDS + " s";
    }
}
