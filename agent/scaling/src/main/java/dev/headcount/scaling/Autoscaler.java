package dev.headcount.scaling;

import dev.headcount.scaling.forecast.Outlook;
import dev.headcount.scaling.settle.Hold;
import dev.headcount.scaling.settle.Settler;
import dev.headcount.scaling.veto.Veto;
import dev.headcount.scaling.veto.Vetoes;
import java.util.Objects;

/**
 * Keeps the target of one pool: once a tick it asks the decider, and says what is wanted and why.
 *
 * <p>Law: {@code decide → forecast → veto → clamp → settle}. A pin takes the place of all five and may leave the
 * bounds; a rest, unless pinned, leaves the target as it is; a lease, unless the pool rests, takes
 * the place of decide, forecast, veto and settle. A forecast may raise a proposal, and never lowers one. A veto is asked for growth that the bounds would allow, and no other.
 * Invariant: without pin and rest, the target lies within the bounds after each tick; the clamp does
 * not wait, the proposal does: see {@link Settler}. The target is
 * 1 or more and at most the hard limit, unless the application itself set more and the pool rests.
 * Time: {@link Signal#nowNanos()}, compared by difference; uneven and missed ticks are fine.
 * Threads: owned by the loop; not safe to share. Cost: two small objects a tick, no text; nothing where nothing changes.
 * Blind to: whether the pool follows. What it really has is {@link Signal#size()}.
 */
public final class Autoscaler {

    private final String pool;
    private final Policy policy;
    private final Decider decider;
    private final Settler settler;

    private Vetoes vetoes = Vetoes.standard();
    private Outlook outlook = Outlook.NOTHING;

    /** What the outlook made of the latest proposal; {@code null} where it made no difference. */
    private Raised raised;

    private int knee;
    private int target;
    private boolean hasGrown;
    private long grownNanos;
    private Decision last;

    /** The latest rest, over or not; {@code null} before the first. */
    private Rest rest;

    /**
     * Starts from the size that the pool has.
     *
     * @param pool its name, for the decisions
     * @param target the application's own size, 1 or more
     * @throws IllegalArgumentException if {@code target} is below 1
     */
    public Autoscaler(String pool, Policy policy, int target, long nowNanos) {
        this.pool = Objects.requireNonNull(pool, "pool");
        this.policy = Objects.requireNonNull(policy, "policy");
        this.decider = policy.newDecider();
        this.settler = new Settler(policy.settling(), target, nowNanos);
        this.target = checked(target);
    }

    /** What speaks against growth from now on; {@link Vetoes#standard()} at first. */
    public void vetoes(Vetoes next) {
        vetoes = Objects.requireNonNull(next, "vetoes");
    }

    /** What is expected from now on; {@link Outlook#NOTHING} at first. */
    public void outlook(Outlook next) {
        outlook = Objects.requireNonNull(next, "outlook");
    }

    /**
     * Decides once, and takes the decision's {@link Decision#to()} for the target from then on.
     *
     * <p>While nothing changes, neither the target nor anything that is said of it, it is the decision of the first
     * such tick, with the signal and the time of that.
     *
     * @param timeMillis wall-clock time, only recorded
     * @throws RuntimeException what the decider throws; nothing has changed then
     */
    public Decision tick(Signal signal, Bounds bounds, Overrides overrides, long timeMillis) {
        long now = signal.nowNanos();
        Overrides.Pin pin = overrides.pinAt(now);
        Overrides.Lease lease = overrides.leaseAt(now);
        Rest resting = rest != null && rest.leftNanos(now) > 0 ? rest : null;
        Proposal proposal = resting == null ? proposal(signal, bounds) : null;
        knee = proposal == null ? knee : proposal.knee();

        int from = target;
        int to;
        Step step;
        Veto veto = null;
        Hold hold = null;
        raised = proposal == null ? null : Raised.of(proposal, outlook, signal, bounds, raised);
        if (pin != null) {
            to = Math.min(pin.size(), bounds.hardLimit());
            step = Step.PIN;
        } else if (resting != null) {
            to = from;
            step = Step.REST;
        } else if (lease != null) {
            to = bounds.clamp(lease.target(), signal.residents());
            step = Step.LEASE;
        } else {
            int within = bounds.clamp(from, signal.residents());
            int asked = raised == null ? proposal.size() : raised.size();
            int wanted = bounds.clamp(asked, signal.residents());
            settler.see(wanted, now);
            int most = proposal.most();
            if (wanted > within) {
                long sinceGrowth = hasGrown ? now - grownNanos : Long.MAX_VALUE;
                veto = vetoes.against(signal, bounds, within, wanted, sinceGrowth);
                if (veto != null) {
                    wanted = Vetoes.allowed(veto, signal, within, sinceGrowth);
                    most = wanted;
                }
            }
            to = settler.settle(within, wanted, Math.min(most, bounds.ceiling()), isLate(signal, bounds), now);
            hold = settler.hold();
            step = hold != null
                    ? hold.isWhole() && within != from ? Step.CLAMP : Step.SETTLE
                    : veto != null
                            ? Step.VETO
                            : to != asked ? Step.CLAMP : raised == null ? Step.DECIDE : Step.FORECAST;
        }
        move(to, now);
        boolean isPlain = pin == null && lease == null && resting == null && veto == null && hold == null;
        if (isPlain && to == from && last != null && last.saysOf(signal, bounds, to, step, proposal, raised)) {
            return last;
        }
        Reason reason = new Reason(proposal, raised, pin, lease, resting, hold, veto);
        last = new Decision(timeMillis, pool, from, to, step, signal, bounds, decider.name(), reason);
        return last;
    }

    private Proposal proposal(Signal signal, Bounds bounds) {
        Proposal proposal = decider.propose(signal, target, bounds);
        if (proposal == null) {
            throw new IllegalStateException("decider " + decider.name() + " proposed nothing");
        }
        return proposal;
    }

    private static boolean isLate(Signal signal, Bounds bounds) {
        double objective = bounds.waitObjectiveSeconds();
        return signal.oldestWaitSeconds() > objective || signal.waitP99Seconds() > objective; // false when unknown
    }

    private void move(int to, long nowNanos) {
        if (to != target) {
            hasGrown |= to > target;
            grownNanos = to > target ? nowNanos : grownNanos;
            target = to;
            settler.changed(nowNanos);
        }
    }

    /**
     * Follows the application, which has resized the pool by itself: its size is the target, and the
     * pool rests for the cooldown of growth, 3 s at least, then shrinks no earlier than after that of a shrink.
     *
     * @param size what the application set, 1 or more
     * @throws IllegalArgumentException if {@code size} is below 1
     */
    public void adopt(int size, long nowNanos) {
        String why = "the application resized it from " + target + " to " + size;
        target = checked(size);
        settler.rest(nowNanos);
        settler.see(target, nowNanos);
        rest(nowNanos, Math.max(policy.settling().upNanos(), Policy.DEFAULT_UP_NANOS), why);
    }

    /**
     * Leaves the target as it is for {@code nanos} from now, whatever the load says; a pin still
     * passes. Of two rests the one that ends later holds.
     *
     * @throws IllegalArgumentException if {@code nanos} is negative
     */
    public void rest(long nowNanos, long nanos, String why) {
        if (nanos < 0) {
            throw new IllegalArgumentException("rest must be 0 ns or more: got " + nanos);
        }
        Objects.requireNonNull(why, "why");
        if (rest == null || rest.leftNanos(nowNanos) <= nanos) {
            rest = new Rest(nowNanos + nanos, why);
        }
    }

    /** The size wanted since the last tick or adoption, 1 or more. */
    public int target() {
        return target;
    }

    /** The size from which more threads brought no more throughput, as the decider last said; 0 for none known. */
    public int knee() {
        return knee;
    }

    /** The pool's name. */
    public String pool() {
        return pool;
    }

    /** What the decider is called. */
    public String policy() {
        return decider.name();
    }

    private static int checked(int target) {
        if (target < 1) {
            throw new IllegalArgumentException("target must be 1 or more: got " + target);
        }
        return target;
    }
}
