package dev.headcount.agent.loop;

import dev.headcount.agent.state.Memory;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.cost.Cost;
import dev.headcount.scaling.cost.Prices;
import dev.headcount.scaling.cost.Spending;
import java.util.Collections;
import java.util.List;

/**
 * What one pool costs, at the prices of the configuration; kept over restarts, and told when a budget comes to its end.
 *
 * <p>Law: four fifths of a budget are an event, and all of it, once a month each; after a restart once more.
 * Threads: the tick's; the memory is the state's. Cost: a comparison a tick without prices.
 */
final class Costing implements Memory {

    /** An idle pool still costs: its threads are counted so often. */
    private static final long IDLE_NANOS = 60_000_000_000L;

    private final Spending spending = new Spending();
    private final EventLog events;
    private final String pool;
    private Prices prices;
    private long seenNanos;
    private int announced;

    /** As of the last tick, for the state. */
    private volatile Cost cost = Cost.NONE;

    /** What the state has told and the tick has not taken yet, as {@link #lines} wrote it; else {@code null}. */
    private volatile String recalled;

    Costing(Prices prices, EventLog events, String pool) {
        this.prices = prices;
        this.events = events;
        this.pool = pool;
    }

    /** Takes these from now on; what was spent stays spent. */
    void follow(Prices next) {
        prices = next;
    }

    /** Whether a pool in which nothing moves has to be looked at all the same. */
    boolean isDue(long nowNanos) {
        return prices != Prices.NONE && nowNanos - seenNanos > IDLE_NANOS;
    }

    /** Counts what the time since the last look has cost; {@link Cost#NONE} while nothing has a price. */
    Cost see(Signal signal, long timeMillis) {
        if (prices == Prices.NONE && cost == Cost.NONE) {
            return cost;
        }
        seenNanos = signal.nowNanos();
        cost = spending.see(signal, timeMillis, prices);
        if (recalled != null && cost != Cost.NONE) {
            String[] parts = recalled.split(" ");
            recalled = null;
            spending.recall(parts[0], Double.parseDouble(parts[1]));
            cost = spending.see(signal, timeMillis, prices);
        }
        announce();
        return cost;
    }

    private void announce() {
        int level = cost.isSpent() ? 2 : cost.isNearlySpent() ? 1 : 0;
        if (level > announced) {
            boolean isHard = cost.prices().isHard();
            events.add(
                    Event.Type.COST,
                    pool,
                    cost.words()
                            + (level == 1
                                    ? ""
                                    : ": no growth above the floor until the month ends"
                                            + (isHard ? "" : ", unless waits miss the objective")));
        }
        announced = level; // a new month or a larger budget begins anew
    }

    @Override
    public List<String> lines() {
        Cost last = cost;
        return last == Cost.NONE
                ? Collections.<String>emptyList()
                : Collections.singletonList(last.month() + " " + last.spent());
    }

    @Override
    public void recall(List<String> lines) {
        for (String line : lines) {
            if (!line.matches("\\d{4}-\\d{2} \\d+(\\.\\d+)?(E-?\\d+)?")) {
                throw new IllegalArgumentException("expected a month and what was spent in it: got " + line);
            }
            recalled = line;
        }
    }
}
