package dev.headcount.agent;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.config.Settings;
import dev.headcount.agent.export.Endpoint;
import dev.headcount.agent.loop.AgentFigures;
import dev.headcount.agent.loop.PoolControl;
import dev.headcount.agent.loop.TickLoop;

/**
 * Has the metrics endpoint follow the configuration.
 *
 * <p>Law: it starts a second after the application has begun, since the JDK's HTTP server wakes logging, whose
 * manager a main class may be about to choose. Until an address is configured there is no endpoint at all.
 * Threads: {@link #step} and {@link #stop} by the supervisor; the rest by any.
 */
final class Metrics {

    private static final long GRACE_NANOS = 1_000_000_000L;

    private final TickLoop loop;
    private final AgentFigures figures;
    private final Configuration configuration;
    private final MainStart main;
    private final long graceNanos;

    private volatile Endpoint endpoint;
    private Settings followed;
    private boolean hasBegun;
    private long begunNanos;

    /** @param main the thread that will run the application's main class; null when that has long begun */
    Metrics(TickLoop loop, AgentFigures figures, Configuration configuration, Thread main) {
        this.loop = loop;
        this.figures = figures;
        this.configuration = configuration;
        this.main = new MainStart(main);
        this.graceNanos = main == null ? 0 : GRACE_NANOS;
    }

    void step() {
        Settings now = configuration.current();
        if (now == followed || endpoint == null && now.metrics() == null || !isTime()) {
            return;
        }
        followed = now;
        if (endpoint == null) {
            endpoint = new Endpoint(
                    loop,
                    figures,
                    () -> configuration.current().metricsPools(),
                    this::isConfigured,
                    OwnThread::start,
                    Agent::say);
        }
        endpoint.follow(now.metrics());
    }

    private boolean isTime() {
        if (!hasBegun && main.hasHappened()) {
            hasBegun = true;
            begunNanos = System.nanoTime();
        }
        return hasBegun && System.nanoTime() - begunNanos >= graceNanos;
    }

    private boolean isConfigured(PoolControl control) {
        return configuration
                .current()
                .names(
                        control.pool().name(),
                        control.pool().creator(),
                        control.pool().kind().label(),
                        System.currentTimeMillis());
    }

    void stop() {
        if (endpoint != null) {
            endpoint.close();
        }
    }

    /** What is wrong, in one line; null when nothing is. */
    String problem() {
        Endpoint now = endpoint;
        return now == null ? null : now.problem();
    }

    int overflowed() {
        Endpoint now = endpoint;
        return now == null ? 0 : now.overflowed();
    }

    long failures() {
        Endpoint now = endpoint;
        return now == null ? 0 : now.failures();
    }
}
