package dev.headcount.scaling.settle;

/**
 * Takes wanted targets for one pool, in its own time: {@link Settling} applied.
 *
 * <p>Law: a cooldown, the flap guard's rest and the deadband leave the target as it is, but the guard lets a shrink from
 * a size that does harm pass, up to its own thirty; else a shrink ends at the
 * highest size that was wanted within the window, and a change is no larger than the largest step.
 * Time: compared by difference only.
 * Threads: single owner. Cost: nothing a tick, but for a window's one comparison.
 */
public final class Settler {

    private final Settling rules;
    private final Cooldown cooldown;
    private final FlapGuard guard;

    /** {@code null} without a window. */
    private final Stabilisation window;

    private Hold hold;

    /** @param target the size from which it starts, which counts as wanted */
    public Settler(Settling rules, int target, long nowNanos) {
        this.rules = rules;
        this.cooldown = new Cooldown(rules.upNanos, rules.downNanos, nowNanos);
        this.guard = new FlapGuard(rules.upNanos, rules.downNanos);
        this.window = rules.windowNanos == 0 ? null : new Stabilisation(rules.windowNanos, nowNanos);
        see(target, nowNanos);
    }

    /** So much was wanted, whether or not it comes to that. */
    public void see(int wanted, long nowNanos) {
        if (window != null) {
            window.see(wanted, nowNanos);
        }
    }

    /** The target has changed, whoever changed it. */
    public void changed(long nowNanos) {
        rest(nowNanos);
        guard.changed(nowNanos);
    }

    /** The cooldown begins anew. */
    public void rest(long nowNanos) {
        cooldown.start(nowNanos);
    }

    /**
     * The target to take now; {@link #hold} then says what kept it from {@code wanted}.
     *
     * @param from the target so far
     * @param wanted within the bounds
     * @param most what growth may be made coarser to, {@code wanted} or more, within the bounds; more does harm
     * @param isLate whether the wait objective is missed
     */
    public int settle(int from, int wanted, int most, boolean isLate, long nowNanos) {
        hold = null;
        if (wanted == from) {
            return from;
        }
        boolean isGrowing = wanted > from;
        int lately = guard.lately(nowNanos);
        boolean isOfHarm = from > most;
        long leftNanos = Math.max(
                cooldown.leftNanos(isGrowing, nowNanos), guard.leftNanos(isGrowing || isOfHarm, lately, nowNanos));
        if (leftNanos > 0) {
            hold = Hold.cooldown(leftNanos, lately);
            return from;
        }
        if (Math.abs(wanted - from) < rules.deadband * from && !(isGrowing && isLate)) {
            hold = Hold.deadband(rules.deadband, from);
            return from;
        }
        return isGrowing ? grown(from, wanted, most, lately) : shrunk(from, wanted, nowNanos);
    }

    private int grown(int from, int wanted, int most, int lately) {
        int coarse = Math.max(wanted, Math.min(most, FlapGuard.growth(from, wanted, lately)));
        int step = rules.growth.from(from);
        if (coarse - from > step) {
            hold = Hold.step(step);
            return from + step;
        }
        hold = coarse == wanted ? null : Hold.coarse(lately);
        return coarse;
    }

    private int shrunk(int from, int wanted, long nowNanos) {
        int lowest = window == null ? wanted : Math.min(from, Math.max(wanted, window.highest(nowNanos)));
        int step = rules.shrink.from(from);
        if (from - lowest > step) {
            hold = Hold.step(step);
            return from - step;
        }
        hold = lowest == wanted ? null : Hold.window(lowest, rules.windowNanos, lowest == from);
        return lowest;
    }

    /** What kept the last {@link #settle} from what was wanted; {@code null} when nothing did. */
    public Hold hold() {
        return hold;
    }
}
