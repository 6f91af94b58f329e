package dev.headcount.replay;

import dev.headcount.scaling.Policy;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Puts one load, recorded or made up, through other sizes than it had.
 *
 * <p>Law: all see the same tasks, with the same work, and begin with the size that the recording began with. The first
 * tenth, at most 30 s unless somebody says how long, is not judged: policies have yet to see the load. Threads: any, one at a time.
 * Blind to: chance. Arrivals and work are drawn again, so sizes that answered to the first draw are of no use in the
 * second: of what was observed, only the law or the size that was kept can be replayed and compared.
 */
public final class WhatIf {

    private static final double WARM_UP_SHARE = 0.1;
    private static final double ON_TIME = 0.99;
    private static final int FIRST_SIZES = 8;

    private final Scenario scenario;
    private final Observed observed;
    private final Workload workload;
    private final Settings settings;

    /** @param observed {@code null} or empty when nobody saw the load */
    public WhatIf(Scenario scenario, Observed observed) {
        this(scenario, observed, Math.min(Settings.STANDARD.warmUpSeconds, WARM_UP_SHARE * scenario.durationSeconds));
    }

    /** A load that nobody saw, of which the first seconds are not judged. */
    public WhatIf(Scenario scenario, double warmUpSeconds) {
        this(scenario, null, warmUpSeconds);
    }

    private WhatIf(Scenario scenario, Observed observed, double warmUpSeconds) {
        this.scenario = scenario;
        this.observed = observed == null || observed.isEmpty() ? null : observed;
        workload = Workload.of(scenario, scenario.seed);
        settings = Settings.STANDARD.starting(Settings.STANDARD.startSeconds, warmUpSeconds);
    }

    /** What is not judged, in seconds. */
    public double warmUpSeconds() {
        return settings.warmUpSeconds;
    }

    /** Tasks that are judged. */
    public long tasks() {
        return Arrays.stream(workload.arrivals)
                .filter(moment -> moment >= settings.warmUpSeconds)
                .count();
    }

    /** What was seen; {@code null} when nothing was. */
    public Outcome observed() {
        return observed == null ? null : observed.outcome(settings.warmUpSeconds);
    }

    /** The size that the pool was kept at throughout; 0 where it changed, or nobody saw it. */
    public int observedSize() {
        return observed == null ? 0 : observed.constantTarget();
    }

    /** What {@code policy} would have done. */
    public Outcome with(Policy policy) {
        return run(new PolicyLaw(policy, scenario, observed == null ? 0 : observed.startSize()));
    }

    /** What one size would have done; it may lie outside the bounds. */
    public Outcome with(int size) {
        Scenario fixed = scenario.asked(size, size, scenario.objectiveSeconds);
        return Replay.run(fixed, workload, settings, scenario.seed, (signal, target) -> size);
    }

    private Outcome run(Law law) {
        return Replay.run(scenario, workload, settings, scenario.seed, law);
    }

    /**
     * The one size that, within the bounds, would have been best: the cheapest with at most one task in a hundred
     * late, or else the one with the fewest late.
     *
     * <p>Law: late tasks are taken to fall with the size, to a point, and then to rise; eight sizes a constant factor
     * apart first, then halving steps around the best.
     */
    public int bestSize() {
        NavigableMap<Integer, Outcome> tried = new TreeMap<>();
        double factor = Math.pow((double) scenario.ceiling / scenario.floor, 1.0 / (FIRST_SIZES - 1));
        for (int index = 0; index < FIRST_SIZES; index++) {
            tried((int) Math.round(scenario.floor * Math.pow(factor, index)), tried);
        }
        while (true) {
            int best = best(tried);
            Integer below = tried.lowerKey(best);
            Integer above = tried.higherKey(best);
            boolean isDone = (below == null || best - below <= 1) && (above == null || above - best <= 1);
            if (isDone) {
                return best;
            }
            if (below != null) {
                tried((best + below) / 2, tried);
            }
            if (above != null) {
                tried((best + above + 1) / 2, tried);
            }
        }
    }

    private void tried(int size, NavigableMap<Integer, Outcome> tried) {
        tried.computeIfAbsent(size, this::with);
    }

    private static int best(NavigableMap<Integer, Outcome> tried) {
        int best = tried.firstKey();
        for (int size : tried.keySet()) {
            if (isBetter(tried.get(size), tried.get(best))) {
                best = size;
            }
        }
        return best;
    }

    private static boolean isBetter(Outcome one, Outcome other) {
        boolean isOneOnTime = one.violation <= 1 - ON_TIME;
        boolean isOtherOnTime = other.violation <= 1 - ON_TIME;
        if (isOneOnTime && isOtherOnTime) {
            return one.threadSeconds < other.threadSeconds;
        }
        return one.violation == other.violation ? one.completed > other.completed : one.violation < other.violation;
    }
}
