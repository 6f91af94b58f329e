package dev.headcount.agent;

import dev.headcount.agent.loop.AgentFigures;
import dev.headcount.agent.loop.ProcessUtilisation;
import dev.headcount.agent.loop.TickLoop;
import dev.headcount.agent.signal.Distribution;

/** What an agent might say of itself, each number another one; a loop's own where there is a loop. */
public final class SomeFigures implements AgentFigures {

    private final TickLoop loop;
    public volatile boolean isHealthy = true;
    public volatile boolean isLastReloadSuccessful = true;
    public volatile long lastReloadSuccessMillis = 1_700_000_000_123L;
    public volatile long cpuMillis = 250;

    /** @param loop may be null */
    public SomeFigures(TickLoop loop) {
        this.loop = loop;
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public boolean isHealthy() {
        return isHealthy;
    }

    @Override
    public int pools() {
        return loop == null
                ? 7
                : (int) loop.pools().stream()
                        .filter(pool -> pool.view() != null)
                        .count();
    }

    @Override
    public int poolsOverflowed() {
        return 2;
    }

    @Override
    public double processUtilisation() {
        return loop == null ? 0.7123456 : ProcessUtilisation.of(loop.pools());
    }

    @Override
    public Distribution ticks() {
        return loop == null ? Distribution.NONE : loop.durations();
    }

    @Override
    public long cpuMillis() {
        return cpuMillis;
    }

    @Override
    public long errors() {
        return 3;
    }

    @Override
    public long hookFailures() {
        return 4;
    }

    @Override
    public long restarts() {
        return 5;
    }

    @Override
    public boolean isLastReloadSuccessful() {
        return isLastReloadSuccessful;
    }

    @Override
    public long lastReloadSuccessMillis() {
        return lastReloadSuccessMillis;
    }

    @Override
    public void refresh() {}
}
