package dev.headcount.agent.loop;

import dev.headcount.agent.pool.Pool;
import dev.headcount.agent.signal.Reading;
import dev.headcount.agent.signal.Vitals;
import dev.headcount.scaling.Breaker;

/**
 * What else there is to know for a pool that may have to grow: what the host has to give, whether its circuit breaker is
 * open, and what other beans say.
 *
 * <p>Threads: the loop's; {@link #externals()} any.
 */
final class Surroundings {

    private final Pool pool;
    private final HostWatch host;
    private final EventLog events;
    private final Externals externals = new Externals();
    private Breaker breaker = Breaker.NONE;

    Surroundings(Pool pool, HostWatch host, EventLog events) {
        this.pool = pool;
        this.host = host;
        this.events = events;
    }

    /** What other beans are asked for it, and what they said. */
    Externals externals() {
        return externals;
    }

    void tell(Vitals vitals, Reading reading) {
        if (reading.queueDepth > 0 || reading.busy >= reading.size) {
            host.want();
        }
        pool.breakers().given(externals.breaker(reading.nanos));
        Breaker before = breaker;
        breaker = pool.breakers().at(reading.nanos);
        if (breaker.state() != before.state()) {
            events.add(Event.Type.BREAKER, pool.name(), "circuit breaker " + breaker + ", was " + before);
        }
        vitals.surroundings(host.host(reading.nanos), breaker);
        vitals.told(externals.veto(reading.nanos), externals.errorRate(reading.nanos));
    }
}
