package dev.headcount.scaling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What one tick wants of one pool, from which inputs, by whose word, and why; immutable.
 *
 * <p>Law: {@link #sentence()} and {@link #lines()} are functions of the values in here, so a decision
 * can be explained long after it was taken, from the very numbers that it was taken from.
 * Threads: any, as far as the decider's lazy reason allows it.
 * Cost: a handful of references; text is made when somebody asks, each time.
 */
public final class Decision {

    private final long timeMillis;
    private final String pool;
    private final int from;
    private final int to;
    private final Step step;
    private final Signal signal;
    private final Bounds bounds;
    private final String policy;
    private final Reason reason;

    Decision(
            long timeMillis,
            String pool,
            int from,
            int to,
            Step step,
            Signal signal,
            Bounds bounds,
            String policy,
            Reason reason) {
        this.timeMillis = timeMillis;
        this.pool = pool;
        this.from = from;
        this.to = to;
        this.step = step;
        this.signal = signal;
        this.bounds = bounds;
        this.policy = policy;
        this.reason = reason;
    }

    /** Whether it would be said in the same words of another tick without pin, lease, rest, veto or cooldown. */
    boolean saysOf(Signal other, Bounds within, int target, Step wins, Proposal proposal, Raised raised) {
        return !isChange()
                && to == target
                && step == wins
                && signal.residents() == other.residents()
                && bounds.isSame(within)
                && reason.isOnly(proposal, raised);
    }

    /** Wall-clock time as the caller gave it, in milliseconds since 1970. */
    public long timeMillis() {
        return timeMillis;
    }

    /** The pool's name. */
    public String pool() {
        return pool;
    }

    /** The target before, 1 or more. */
    public int from() {
        return from;
    }

    /** The target from now on, 1 or more. */
    public int to() {
        return to;
    }

    /** Whether the target changes. */
    public boolean isChange() {
        return from != to;
    }

    /** Which step had the last word. */
    public Step step() {
        return step;
    }

    /** What the veto is called that held growth back, wholly or in part, such as {@code errors}; {@code null} for none. */
    public String veto() {
        return reason.veto() == null ? null : reason.veto().name();
    }

    /** Every measured input. */
    public Signal signal() {
        return signal;
    }

    /** The bounds that held. */
    public Bounds bounds() {
        return bounds;
    }

    /** What the decider is called, whether or not it had the last word. */
    public String policy() {
        return policy;
    }

    /** By whose word: a pin's actor, a lease's owner, else the decider's name. */
    public String actor() {
        return reason.actor(step, policy);
    }

    /** The reason that a person gave with a pin, or {@code null}. */
    public String because() {
        return reason.because(step);
    }

    /** What each step said, in order, one line each; unmodifiable. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        reason.addLines(this, lines);
        return Collections.unmodifiableList(lines);
    }

    /** From, to and why, in one line for a person. */
    public String sentence() {
        return (isChange() ? from + " -> " + to : to + " stays") + ": " + reason.words(this);
    }

    @Override
    public String toString() {
        return pool + ": " + sentence();
    }
}
