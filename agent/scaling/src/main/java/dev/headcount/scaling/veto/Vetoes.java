package dev.headcount.scaling.veto;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * All vetoes, with the limits that a user may set; immutable.
 *
 * <p>Law: the veto that allows least has its say; of two that allow the same, the earlier one in {@link #names()}.
 * Threads: any. Cost: asked only when a target is to grow; allocates nothing where nothing has a price.
 */
public final class Vetoes {

    /**
     * Half of what is tried fails. Lower, and a service whose clients send bad requests can't be helped; higher, and
     * a downstream that is going under is sent more callers for longer.
     */
    public static final double DEFAULT_ERROR_LIMIT = 0.5;

    private static final Vetoes STANDARD = new Vetoes(DEFAULT_ERROR_LIMIT);

    private final Veto[] vetoes;

    private Vetoes(double errorLimit) {
        vetoes = new Veto[] {
            new BreakerOpen(),
            new External(),
            new ThreadHeadroom(),
            new GcPressure(),
            new HeapPressure(),
            new Errors(errorLimit),
            new CpuBound(),
            new Unsure(),
            new BreakerHalfOpen(),
            new BudgetSpent(),
            new TooDear()
        };
    }

    /** With {@link #DEFAULT_ERROR_LIMIT}. */
    public static Vetoes standard() {
        return STANDARD;
    }

    /**
     * With a limit of one's own.
     *
     * @param errorLimit share of failed tasks above which a pool doesn't grow, above 0; 1 for never
     * @throws IllegalArgumentException if it is outside its range
     */
    public static Vetoes withErrorLimit(double errorLimit) {
        if (!(errorLimit > 0 && errorLimit <= 1)) {
            throw new IllegalArgumentException("error limit must be above 0 and at most 1: got " + errorLimit);
        }
        return errorLimit == DEFAULT_ERROR_LIMIT ? STANDARD : new Vetoes(errorLimit);
    }

    /**
     * The veto that holds growth beyond {@code target} back most, or {@code null} when it may grow to {@code wanted}.
     *
     * @param target the size wanted so far, within the bounds
     * @param wanted the size that it is to grow to
     * @param sinceGrowthNanos since the target last grew; {@link Long#MAX_VALUE} when it never did
     */
    public Veto against(Signal signal, Bounds bounds, int target, int wanted, long sinceGrowthNanos) {
        Veto strictest = null;
        int least = wanted;
        for (Veto veto : vetoes) {
            int most = veto.most(signal, target, sinceGrowthNanos);
            if (most < least && !veto.yields(signal, bounds)) {
                least = most;
                strictest = veto;
            }
        }
        return strictest;
    }

    /** What {@code veto}, an answer of {@link #against} to the same arguments, leaves of the growth. */
    public static int allowed(Veto veto, Signal signal, int target, long sinceGrowthNanos) {
        return Math.max(target, veto.most(signal, target, sinceGrowthNanos));
    }

    /** What they are called, in the order in which they are asked. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Veto veto : Arrays.asList(STANDARD.vetoes)) {
            names.add(veto.name());
        }
        return Collections.unmodifiableList(names);
    }
}
