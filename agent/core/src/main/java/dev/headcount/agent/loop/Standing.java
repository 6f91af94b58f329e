package dev.headcount.agent.loop;

import dev.headcount.agent.config.Mode;
import dev.headcount.agent.pool.Kind;
import dev.headcount.agent.pool.Pool;
import dev.headcount.scaling.Decision;

/**
 * How a pool stands at one tick, in a word and in a sentence.
 *
 * <p>Law: of several states the one that outranks the others is told: trouble, the stop by configuration, a pin, a
 * pause, a lease.
 * Threads: the tick's.
 */
final class Standing {

    private final Pool pool;
    private final Configured configured;
    private final Sizing sizing;

    Standing(Pool pool, Configured configured, Sizing sizing) {
        this.pool = pool;
        this.configured = configured;
        this.sizing = sizing;
    }

    PoolState state(Manual manual, long nowNanos, boolean isPaused) {
        if (!sizing.isAllowed(nowNanos)) {
            return PoolState.QUARANTINED;
        }
        if (!configured.isEnabled()) {
            return PoolState.PAUSED;
        }
        if (manual.overrides.pinAt(nowNanos) != null) {
            return PoolState.PINNED;
        }
        if (isPaused) {
            return PoolState.PAUSED;
        }
        return manual.overrides.leaseAt(nowNanos) != null ? PoolState.HELD : PoolState.NORMAL;
    }

    /**
     * Why it is the size it is.
     *
     * @param decision {@code null} when none was taken
     * @param lastChange the last decision that changed something; {@code null} when none did
     */
    String reason(
            PoolState state,
            Mode mode,
            boolean isResizable,
            boolean isDormant,
            Decision decision,
            Decision lastChange) {
        if (state == PoolState.QUARANTINED) {
            return "quarantined: " + sizing.trouble();
        }
        if (!configured.isEnabled()) {
            return "switched off by the configuration (enabled is false): measured, not resized";
        }
        if (!isResizable) {
            return pool.kind() == Kind.SEALED
                    ? "sealed: measured, resized only when a rule names it (pool: " + pool.name() + ")"
                    : pool.kind().label() + ": measured, never resized";
        }
        if (isDormant) {
            return "no workers: looked at again with its next task";
        }
        if (decision == null) {
            return "mode " + mode.text() + ": measured, not resized";
        }
        if (state == PoolState.PAUSED) {
            return "paused: sizes stay as they are; else " + decision.sentence();
        }
        if (mode == Mode.ADVISE && state != PoolState.PINNED) {
            return "advice: " + decision.sentence();
        }
        String last = lastChange == null || lastChange == decision ? "" : "; last change: " + lastChange.sentence();
        return decision.sentence() + last;
    }
}
