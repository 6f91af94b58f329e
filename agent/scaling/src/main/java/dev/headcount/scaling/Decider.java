package dev.headcount.scaling;

/**
 * Proposes a size for one pool; the first step of a tick, and the door for policies of one's own.
 *
 * <p>Law: a proposal is a function of the arguments and of what earlier calls left in this object.
 * What is proposed may lie outside the bounds and may come at any time: the steps behind it clamp
 * and settle, so a decider holds no bound and no cooldown of its own.
 * Time: {@link Signal#nowNanos()} only, with uneven steps; ticks may be missed.
 * Threads: one instance serves one pool and is called by one thread at a time.
 * Cost: called for each pool with work, five times a second: no long text unless it is asked for,
 * see {@link Proposal#of(int, java.util.function.Supplier)}.
 */
public interface Decider {

    /** What the policy is called in a decision's actor and in JMX, such as {@code threshold}; never {@code null}. */
    String name();

    /**
     * The size that this policy wants.
     *
     * @param target the size wanted so far, 1 or more; the workers alive are {@link Signal#size()}
     * @return never {@code null}; {@code target} itself to leave things as they are
     * @throws RuntimeException if it can't; the target then stays, and the caller lets the pool rest
     */
    Proposal propose(Signal signal, int target, Bounds bounds);
}
