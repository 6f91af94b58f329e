package dev.headcount.agent.loop;

import dev.headcount.agent.config.Key;
import dev.headcount.agent.config.Mode;
import dev.headcount.agent.config.PoolSettings;
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

    private static final String BY_HAND = "set by hand";

    private final ThreadHeadroom headroom = new ThreadHeadroom();
    private final HostWatch host = new HostWatch(headroom);

    /** What the process still has to give; the bounds and the vetoes are told the same. */
    HostWatch host() {
        return host;
    }

    /** False under a SecurityManager: new workers would inherit our access context. It may be installed any time. */
    boolean mayResize() {
        return System.getSecurityManager() == null;
    }

    Mode mode(Manual manual, PoolSettings settings) {
        if (!mayResize()) {
            return Mode.OBSERVE;
        }
        return manual.mode != null ? manual.mode : settings.mode();
    }

    Bounds of(
            Pool pool,
            Manual manual,
            PoolSettings settings,
            MovingBounds moving,
            double serviceMeanSeconds,
            long nowNanos) {
        int core = pool.resizer().baselineCore();
        int maximum = pool.resizer().baselineMaximum();
        int processors = Runtime.getRuntime().availableProcessors();
        int left = headroom.threads(nowNanos);
        int own = Math.max(1, pool.kind() == Kind.EAGER ? maximum : core);

        int ceiling;
        String ceilingSource;
        if (manual.ceiling > 0) {
            ceiling = manual.ceiling;
            ceilingSource = BY_HAND;
        } else if (settings.ceiling() != null) {
            ceiling = settings.ceiling().threads(core, processors);
            ceilingSource = settings.origin(Key.CEILING);
        } else if (moving.advisedCeiling() > 0) {
            ceiling = Math.min(moving.advisedCeiling(), Math.min(HARD_LIMIT, left));
            ceilingSource = AdvisedBounds.SOURCE;
        } else {
            Ceiling standard = Ceiling.standard(core, maximum, processors, left);
            ceiling = standard.threads();
            ceilingSource = standard.source();
        }
        int starting = moving.startingCeiling();
        boolean isStarting = manual.ceiling == 0 && starting > 0 && starting < ceiling;
        if (isStarting) {
            ceiling = starting;
            ceilingSource = "while the JVM starts, " + settings.origin(Key.START_UP);
        }
        int floor = own;
        String floorSource = "the application's own";
        if (manual.floor > 0) {
            floor = manual.floor;
            floorSource = BY_HAND;
        } else if (settings.floor() != null) {
            floor = settings.floor().threads(core, processors);
            floorSource = settings.origin(Key.FLOOR);
        } else if (moving.advisedFloor() > 0) {
            floor = moving.advisedFloor();
            floorSource = AdvisedBounds.SOURCE;
        }
        int scheduled = moving.scheduledFloor();
        if (manual.floor == 0 && Math.min(scheduled, ceiling) > floor) {
            floor = Math.min(scheduled, ceiling);
            floorSource = "scheduled, " + settings.origin(Key.SCHEDULE);
        }
        boolean isMeant = settings.isNamed(isStarting ? Key.START_UP : Key.CEILING);
        if (manual.ceiling > 0 || isMeant || settings.floor() != null || moving.advisedFloor() > 0) {
            floor = manual.floor > 0 ? floor : Math.min(floor, ceiling);
        }
        // A hand, or a rule for this pool, may go below its own size; a ceiling that is meant for all pools may not.
        ceiling = Math.max(ceiling, floor);
        int hardLimit = Math.max(ceiling, Math.min(HARD_LIMIT, left));
        return Bounds.of(floor, ceiling, hardLimit, objectiveSeconds(manual, settings, serviceMeanSeconds))
                .from(floorSource, ceilingSource);
    }

    private static double objectiveSeconds(Manual manual, PoolSettings settings, double serviceMeanSeconds) {
        if (manual.waitObjectiveMillis > 0) {
            return manual.waitObjectiveMillis / 1e3;
        }
        return settings.waitObjectiveMillis() > 0
                ? settings.waitObjectiveMillis() / 1e3
                : WaitObjective.standardSeconds(serviceMeanSeconds);
    }
}
