package dev.headcount.agent.loop;

import dev.headcount.agent.config.Mode;
import dev.headcount.agent.signal.Totals;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decision;
import dev.headcount.scaling.Signal;
import java.util.Collections;
import java.util.List;

/**
 * Everything that is shown of one pool, as of one tick; immutable.
 *
 * <p>Invariant: all of it is of the same moment, so numbers and reason fit together; two views need not.
 */
public final class View {

    public final Signal signal;
    public final Totals totals;
    public final Bounds bounds;
    public final Mode mode;
    public final PoolState state;
    public final int originalCore;
    public final int originalMaximum;
    public final int target;

    /** The size from which more threads have brought no more throughput; 0 when none is known. */
    public final int knee;

    public final long resizesUp;
    public final long resizesDown;
    public final VetoCounts vetoes;

    /** What following the load has been worth so far. */
    public final Scored scored;

    private final Advising.Told advice;
    private final String forecast;
    private final Decision decision;
    private final String note;

    View(
            Signal signal,
            Totals totals,
            Bounds bounds,
            Mode mode,
            PoolState state,
            int originalCore,
            int originalMaximum,
            int target,
            int knee,
            long resizesUp,
            long resizesDown,
            VetoCounts vetoes,
            Scored scored,
            Advising.Told advice,
            String forecast,
            Decision decision,
            String note) {
        this.signal = signal;
        this.totals = totals;
        this.bounds = bounds;
        this.mode = mode;
        this.state = state;
        this.originalCore = originalCore;
        this.originalMaximum = originalMaximum;
        this.target = target;
        this.knee = knee;
        this.resizesUp = resizesUp;
        this.resizesDown = resizesDown;
        this.vetoes = vetoes;
        this.scored = scored;
        this.advice = advice;
        this.forecast = forecast;
        this.decision = decision;
        this.note = note;
    }

    /** Fewest threads that the pool's past would advise, or 0 while that is too short to say. */
    public int advisedFloor() {
        return advice == null ? 0 : advice.floor();
    }

    /** Most threads that the pool's past would advise, or 0 while that is too short to say. */
    public int advisedCeiling() {
        return advice == null ? 0 : advice.ceiling();
    }

    /** Sizes that the pool's past would advise and the numbers behind them; empty while that is too short to say. */
    public List<String> advice() {
        return advice == null ? Collections.<String>emptyList() : advice.lines();
    }

    /** What is expected of the load, and how far that is trusted; empty where nothing is to be forecast. */
    public String forecast() {
        return forecast;
    }

    /** The latest decision that changed the target, or {@code null} when none did. */
    public Decision lastChange() {
        return decision;
    }

    /** Why the pool is the size it is, in one sentence. */
    public String reason() {
        return note;
    }
}
