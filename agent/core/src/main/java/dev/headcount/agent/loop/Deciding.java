package dev.headcount.agent.loop;

import dev.headcount.agent.config.PoolSettings;
import dev.headcount.agent.extension.ExtensionPolicy;
import dev.headcount.agent.extension.Trouble;
import dev.headcount.agent.pool.Pool;
import dev.headcount.scaling.Autoscaler;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decision;
import dev.headcount.scaling.Overrides;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.forecast.Outlook;
import dev.headcount.scaling.veto.Vetoes;

/**
 * What decides for one pool, as its settings say.
 *
 * <p>Law: an extension that makes trouble puts the pool into quarantine and is not asked while that lasts; another
 * policy, or another build of the jar, ends it at once.
 * Threads: the tick's, but for {@link #giveUp}, which the supervisor calls, and {@link #policy}, for any.
 */
final class Deciding {

    private final Pool pool;
    private final Sizing sizing;
    private PoolSettings settings;
    private volatile Autoscaler autoscaler;
    private Vetoes vetoes;
    private VetoCounts vetoed = VetoCounts.NONE;

    /** {@code null} where one of ours decides. */
    private volatile ExtensionPolicy theirs;

    /** That the pool is in quarantine. */
    private volatile boolean isTheirTrouble;

    Deciding(Pool pool, Sizing sizing, PoolSettings settings, long nowNanos) {
        this.pool = pool;
        this.sizing = sizing;
        take(settings);
        begin(nowNanos);
    }

    private void take(PoolSettings next) {
        settings = next;
        vetoes = ChosenPolicy.vetoes(next);
        theirs = next.extensionPolicy();
    }

    /** From the application's own size on, with nothing remembered. */
    void begin(long nowNanos) {
        begin(Sizing.baseline(pool), nowNanos);
    }

    private void begin(int target, long nowNanos) {
        autoscaler = new Autoscaler(pool.name(), ChosenPolicy.of(settings), target, nowNanos);
    }

    /** Takes what the configuration says now; a policy that stays goes on as it was. */
    void follow(PoolSettings next, long nowNanos) {
        boolean isOther = ChosenPolicy.isOther(settings, next);
        take(next);
        if (isOther) {
            begin(autoscaler.target(), nowNanos);
            if (isTheirTrouble) { // what made it is gone
                isTheirTrouble = false;
                sizing.release();
            }
        }
    }

    /** What is wanted now; {@code null} while an extension is to decide and in trouble: then the sizes stay. */
    Decision decide(Signal signal, Bounds bounds, Overrides overrides, Outlook outlook, long timeMillis) {
        if (theirs != null && !sizing.isAllowed(signal.nowNanos())) {
            return null;
        }
        try {
            autoscaler.vetoes(vetoes);
            autoscaler.outlook(outlook);
            Decision decision = autoscaler.tick(signal, bounds, overrides, timeMillis);
            vetoed = vetoed.and(decision.veto());
            isTheirTrouble = false;
            return decision;
        } catch (Trouble trouble) {
            isTheirTrouble = true;
            sizing.quarantine(signal.nowNanos(), trouble.getMessage());
            return null;
        }
    }

    /** The application has set a size of its own. */
    void adopt(long nowNanos) {
        autoscaler.adopt(Sizing.baseline(pool), nowNanos);
    }

    /** What is to be said of an extension that holds {@code thread} up; {@code null} when none does. */
    String giveUp(Thread thread) {
        String trouble = theirs == null ? null : theirs.giveUp(thread);
        isTheirTrouble = trouble != null;
        return trouble;
    }

    /** Whether a policy of ours decides, which may be asked again what it would have done. */
    boolean isOurs() {
        return theirs == null;
    }

    /** The size wanted since the last decision. */
    int target() {
        return autoscaler.target();
    }

    /** The size from which more threads brought no more throughput; 0 for none known. */
    int knee() {
        return autoscaler.knee();
    }

    /** What the policy in use is called. */
    String policy() {
        return autoscaler.policy();
    }

    /** Decisions that vetoes have held back, since the pool was first seen. */
    VetoCounts vetoed() {
        return vetoed;
    }
}
