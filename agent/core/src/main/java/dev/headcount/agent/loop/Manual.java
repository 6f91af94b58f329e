package dev.headcount.agent.loop;

import dev.headcount.agent.config.Mode;
import dev.headcount.scaling.Overrides;

/**
 * What people and programs have set for one pool while it runs; immutable.
 *
 * <p>It outranks the configuration, survives its reload, and is gone with the process.
 */
final class Manual {

    static final Manual NONE = new Manual(0, 0, null, 0, Overrides.NONE);

    /** Threads; 0 when not set. */
    final int floor;
    /** Threads; 0 when not set. */
    final int ceiling;
    /** {@code null} when not set. */
    final Mode mode;
    /** 0 when not set. */
    final long waitObjectiveMillis;

    final Overrides overrides;

    private Manual(int floor, int ceiling, Mode mode, long waitObjectiveMillis, Overrides overrides) {
        this.floor = floor;
        this.ceiling = ceiling;
        this.mode = mode;
        this.waitObjectiveMillis = waitObjectiveMillis;
        this.overrides = overrides;
    }

    Manual withFloor(int newFloor) {
        return new Manual(newFloor, ceiling, mode, waitObjectiveMillis, overrides);
    }

    Manual withCeiling(int newCeiling) {
        return new Manual(floor, newCeiling, mode, waitObjectiveMillis, overrides);
    }

    Manual withMode(Mode newMode) {
        return new Manual(floor, ceiling, newMode, waitObjectiveMillis, overrides);
    }

    Manual withWaitObjectiveMillis(long newMillis) {
        return new Manual(floor, ceiling, mode, newMillis, overrides);
    }

    Manual withOverrides(Overrides newOverrides) {
        return new Manual(floor, ceiling, mode, waitObjectiveMillis, newOverrides);
    }
}
