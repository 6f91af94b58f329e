package dev.headcount.agent;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.loop.AgentFigures;
import dev.headcount.agent.loop.PoolControl;
import dev.headcount.agent.loop.ProcessUtilisation;
import dev.headcount.agent.loop.TickLoop;
import dev.headcount.agent.pool.Hooks;
import dev.headcount.agent.signal.Distribution;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Gathers what the rooms know of themselves. Threads: any. */
final class OwnFigures implements AgentFigures {

    /** Threads of ours rarely come and go, and several outputs ask. */
    private static final long FRESH_NANOS = 2_000_000_000L;

    private final String version;
    private final BooleanSupplier isHealthy;
    private final TickLoop loop;
    private final Hooks hooks;
    private final LongSupplier otherErrors;
    private final Configuration configuration;
    private final AgentCpu cpu = new AgentCpu();
    private long refreshedNanos = System.nanoTime() - FRESH_NANOS; // guarded by this
    private IntSupplier overflowed = () -> 0;

    /** @param otherErrors failures outside loop and hooks */
    OwnFigures(
            String version,
            BooleanSupplier isHealthy,
            TickLoop loop,
            Hooks hooks,
            LongSupplier otherErrors,
            Configuration configuration) {
        this.version = version;
        this.isHealthy = isHealthy;
        this.loop = loop;
        this.hooks = hooks;
        this.otherErrors = otherErrors;
        this.configuration = configuration;
    }

    /** Before any output reads. */
    OwnFigures overflowing(IntSupplier pools) {
        overflowed = pools;
        return this;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public boolean isHealthy() {
        return isHealthy.getAsBoolean();
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
        return overflowed.getAsInt();
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
        return loop.errors() + otherErrors.getAsLong();
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
