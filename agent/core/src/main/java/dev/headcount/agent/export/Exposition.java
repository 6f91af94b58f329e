package dev.headcount.agent.export;

import dev.headcount.agent.loop.AgentFigures;
import dev.headcount.agent.loop.FiveDigits;
import io.prometheus.metrics.model.snapshots.Labels;
import java.io.IOException;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * What a scrape gets: the pools' last views and the agent's own figures, in the format that the scraper asks for.
 *
 * <p>Invariant: numbers are taken before the first byte goes out, so a slow reader holds nothing but its thread.
 * Threads: any.
 */
final class Exposition {

    private final Supplier<List<Sighting>> pools;
    private final AgentFigures agent;
    private final PoolTable table; // guarded by itself
    private final Labels version;

    /** By format; the last that was laid out. A benign race: two scrapes may each lay out the same. */
    private final Page[] pages = new Page[Format.values().length];

    private volatile int expectedCells = 64;
    private volatile int expectedNumbers = 256;

    /** @param limit how many pools may have series of their own */
    Exposition(Supplier<List<Sighting>> pools, AgentFigures agent, IntSupplier limit) {
        this.pools = pools;
        this.agent = agent;
        this.table = new PoolTable(limit);
        this.version = Labels.of("version", agent.version());
    }

    /** Follows pools that come and go between scrapes. */
    void follow() {
        List<Sighting> seen = pools.get();
        synchronized (table) {
            table.see(seen, System.nanoTime());
        }
    }

    int overflowed() {
        return table.overflowed();
    }

    /** Everything that may fail but for the connection; what is returned only has to be written. */
    Scrape scrape(Format format) throws IOException {
        Cells cells = cells();
        Page page = pages[format.ordinal()];
        if (page == null || !page.fits(cells)) {
            page = Page.layOut(cells, format);
            pages[format.ordinal()] = page;
        }
        return new Scrape(page, cells);
    }

    private Cells cells() {
        List<Sighting> seen = pools.get();
        Cells cells = new Cells(expectedCells, expectedNumbers);
        synchronized (table) {
            table.see(seen, System.nanoTime());
            table.tell(cells);
        }
        tellAgent(cells);
        expectedCells = cells.count();
        expectedNumbers = cells.numberCount();
        return cells;
    }

    private void tellAgent(Cells cells) {
        cells.add(Family.PROCESS_UTILISATION, Labels.EMPTY, FiveDigits.of(agent.processUtilisation()));
        cells.add(Family.POOLS, Labels.EMPTY, agent.pools());
        cells.add(Family.POOLS_OVERFLOWED, Labels.EMPTY, overflowed());
        cells.add(Family.TICK, Labels.EMPTY, agent.ticks());
        cells.add(Family.AGENT_HEALTHY, Labels.EMPTY, agent.isHealthy() ? 1 : 0);
        cells.add(Family.AGENT_CPU, Labels.EMPTY, seconds(agent.cpuMillis()));
        cells.add(Family.AGENT_ERRORS, Labels.EMPTY, agent.errors());
        cells.add(Family.AGENT_HOOK_FAILURES, Labels.EMPTY, agent.hookFailures());
        cells.add(Family.AGENT_RESTARTS, Labels.EMPTY, agent.restarts());
        cells.add(Family.CONFIG_LAST_RELOAD_SUCCESSFUL, Labels.EMPTY, agent.isLastReloadSuccessful() ? 1 : 0);
        cells.add(Family.CONFIG_LAST_RELOAD_SUCCESS, Labels.EMPTY, seconds(agent.lastReloadSuccessMillis()));
        cells.add(Family.BUILD, version, 1);
    }

    /** Missing where it is negative, which says "unknown". */
    private static double seconds(long millis) {
        return millis < 0 ? Double.NaN : millis * 0.001;
    }
}
