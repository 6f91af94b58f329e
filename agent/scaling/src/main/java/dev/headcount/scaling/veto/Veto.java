package dev.headcount.scaling.veto;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Signal;

/**
 * One reason not to grow; immutable.
 *
 * <p>Invariant: what {@link #most} and {@link #words} answer depends on their arguments alone.
 * Threads: any. Cost: some comparisons, nothing is allocated until somebody wants words.
 */
public abstract class Veto {

    /** The answer of a veto that has nothing to say. */
    static final int NO_LIMIT = Integer.MAX_VALUE;

    private final String name;

    Veto(String name) {
        this.name = name;
    }

    /** What it is called in reasons and metrics: {@code breaker_open}, {@code errors} and so on. */
    public final String name() {
        return name;
    }

    /** Whether it stands back under these bounds, whatever it would say; most never do. */
    boolean yields(Signal signal, Bounds bounds) {
        return false;
    }

    /**
     * The largest target that the pool may grow to now.
     *
     * @param target wanted so far, within the bounds
     * @param sinceGrowthNanos since the target last grew; {@link Long#MAX_VALUE} when it never did
     * @return {@code target} to hold, {@link #NO_LIMIT} when nothing speaks against growth
     */
    abstract int most(Signal signal, int target, long sinceGrowthNanos);

    /** What was measured and what its limit is, in a few words for a person. */
    public abstract String words(Signal signal);

    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    @Override
    public final String toString() {
        return name;
    }
}
