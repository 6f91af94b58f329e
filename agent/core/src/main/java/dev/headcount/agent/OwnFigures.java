package dev.headcount.agent;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.loop.AgentFigures;
import dev.headcount.agent.loop.PoolControl;
import dev.headcount.agent.loop.ProcessUtilisation;
import dev.headcount.agent.loop.TickLoop;
import dev.headcount.agent.pool.Hooks;
import dev.headcount.agent.signal.Distribution;

/** Gathers what the rooms know of themselves. Threads: any. */
final class OwnFigures implements AgentFigures {

    /** Threads of ours rarely come and go, and several outputs ask. */
    private static final long FRESH_NANOS = 2_000_000_000L;

    private final Supervisor supervisor;
    private final TickLoop loop;
    private final Hooks hooks;
    private final Configuration configuration;
    private final AgentCpu cpu = new AgentCpu();
    private long refreshedNanos = System.nanoTime() - FRESH_NANOS; // guarded by this

    OwnFigures(Supervisor supervisor, TickLoop loop, Hooks hooks, Configuration configuration) {
        this.supervisor = supervisor;
        this.loop = loop;
        this.hooks = hooks;
        this.configuration = configuration;
    }

    @Override
    public String version() {
        return Supervisor.version();
    }

    @Override
    public boolean isHealthy() {
        return supervisor.isMeasuring();
    }

    @Override
    public int pools() {
        int count = 0;
        for (PoolControl control : loop.pools()) {
            count += control.view() == null ? 0 : 1;
        }
        return count;
    }

    @Override
    public int poolsOverflowed() {
        return supervisor.metrics().overflowed();
    }

    @Override
    public double processUtilisation() {
        return ProcessUtilisation.of(loop.pools());
    }

    @Override
    public Distribution ticks() {
        return loop.durations();
    }

    @Override
    public long cpuMillis() {
        return cpu.millis();
    }

    @Override
    public long errors() {
        return loop.errors() + supervisor.failures() + supervisor.metrics().failures();
    }

    @Override
    public long hookFailures() {
        return hooks.failures();
    }

    @Override
    public long restarts() {
        return loop.restarts();
    }

    @Override
    public boolean isLastReloadSuccessful() {
        return configuration.error() == null;
    }

    @Override
    public long lastReloadSuccessMillis() {
        return configuration.lastSuccessMillis() == 0 ? -1 : configuration.lastSuccessMillis();
    }

    @Override
    public synchronized void refresh() {
        long now = System.nanoTime();
        if (now - refreshedNanos >= FRESH_NANOS) {
            refreshedNanos = now;
            cpu.look();
        }
    }
}
