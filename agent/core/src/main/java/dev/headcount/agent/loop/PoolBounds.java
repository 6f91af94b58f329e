package dev.headcount.agent.loop;

import dev.headcount.agent.config.Key;
import dev.headcount.agent.config.Mode;
import dev.headcount.agent.config.Settings;
import dev.headcount.agent.pool.Kind;
import dev.headcount.agent.pool.Pool;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Ceiling;
import dev.headcount.scaling.WaitObjective;

/**
 * What holds for a pool: set by hand, else by configuration, else by default.
 *
 * <p>Law: a floor is at least 1, a ceiling at least the floor; the application's own core is the default
 * floor, and for an eager pool, of which only the maximum is ever raised, its own maximum.
 * Threads: the loop's.
 */
final class PoolBounds {

    /** No default and no hand reaches beyond it: ten thousand threads are somebody's typing error. */
    private static final int HARD_LIMIT = 10_000;

    private final Settings settings;
    private final ThreadHeadroom headroom = new ThreadHeadroom();

    PoolBounds(Settings settings) {
        this.settings = settings;
    }

    /** False under a SecurityManager: new workers would inherit our access context. It may be installed any time. */
    boolean mayResize() {
        return System.getSecurityManager() == null;
    }

    Mode mode(Manual manual) {
        if (!mayResize()) {
            return Mode.OBSERVE;
        }
        return manual.mode != null ? manual.mode : settings.mode();
    }

    Bounds of(Pool pool, Manual manual, double serviceMeanSeconds, long nowNanos) {
        int core = pool.resizer().baselineCore();
        int maximum = pool.resizer().baselineMaximum();
        int own = Math.max(1, pool.kind() == Kind.EAGER ? maximum : core);
        int left = headroom.threads(nowNanos);
        Ceiling standard = Ceiling.standard(core, maximum, Runtime.getRuntime().availableProcessors(), left);

        int ceiling = standard.threads();
        String ceilingSource = standard.source();
        if (manual.ceiling > 0) {
            ceiling = manual.ceiling;
            ceilingSource = "set by hand";
        } else if (settings.ceiling() > 0) {
            ceiling = settings.ceiling();
            ceilingSource = "configured";
        }
        // A hand may go below the application's own size; a ceiling that is meant for all pools may not.
        int floor = manual.floor > 0 ? manual.floor : manual.ceiling > 0 ? Math.min(own, manual.ceiling) : own;
        ceiling = Math.max(ceiling, floor);
        int hardLimit = Math.max(ceiling, Math.min(HARD_LIMIT, left));
        return Bounds.of(floor, ceiling, hardLimit, objectiveSeconds(manual, serviceMeanSeconds))
                .from(manual.floor > 0 ? "set by hand" : "the application's own", ceilingSource);
    }

    private double objectiveSeconds(Manual manual, double serviceMeanSeconds) {
        if (manual.waitObjectiveMillis > 0) {
            return manual.waitObjectiveMillis / 1e3;
        }
        return settings.isGiven(Key.WAIT_OBJECTIVE)
                ? settings.waitObjectiveMillis() / 1e3
                : WaitObjective.standardSeconds(serviceMeanSeconds);
    }
}
