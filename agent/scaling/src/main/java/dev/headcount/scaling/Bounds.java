package dev.headcount.scaling;

import java.util.Objects;

/**
 * Between what a target may lie, how long a task may wait, and who said so; immutable.
 *
 * <p>Invariant: {@code 1 <= floor <= ceiling <= hardLimit}, all finite.
 * Law: the floor and the ceiling bind every step but a person's pin; the hard limit binds that too.
 */
public final class Bounds {

    private final int floor;
    private final int ceiling;
    private final int hardLimit;
    private final double waitObjectiveSeconds;
    private final String floorSource;
    private final String ceilingSource;

    private Bounds(
            int floor,
            int ceiling,
            int hardLimit,
            double waitObjectiveSeconds,
            String floorSource,
            String ceilingSource) {
        this.floor = floor;
        this.ceiling = ceiling;
        this.hardLimit = hardLimit;
        this.waitObjectiveSeconds = waitObjectiveSeconds;
        this.floorSource = floorSource;
        this.ceilingSource = ceilingSource;
    }

    /**
     * Bounds in threads, whose sources are not told yet.
     *
     * @param waitObjectiveSeconds what the 99th percentile of waits should stay below, above 0
     * @throws IllegalArgumentException if a value is outside its range; the message names value and range
     */
    public static Bounds of(int floor, int ceiling, int hardLimit, double waitObjectiveSeconds) {
        if (hardLimit < 1 || hardLimit == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("hard limit must be a finite size, 1 or more: got " + hardLimit);
        }
        if (ceiling < 1 || ceiling > hardLimit) {
            throw new IllegalArgumentException("ceiling must be 1.." + hardLimit + ": got " + ceiling);
        }
        if (floor < 1 || floor > ceiling) {
            throw new IllegalArgumentException("floor must be 1.." + ceiling + " (the ceiling): got " + floor);
        }
        if (!(waitObjectiveSeconds > 0) || Double.isInfinite(waitObjectiveSeconds)) {
            throw new IllegalArgumentException(
                    "wait objective must be above 0 s and finite: got " + waitObjectiveSeconds);
        }
        return new Bounds(floor, ceiling, hardLimit, waitObjectiveSeconds, "", "");
    }

    /** The same bounds, with a few words on where each comes from, such as {@code 8 x core}; empty for unknown. */
    public Bounds from(String newFloorSource, String newCeilingSource) {
        Objects.requireNonNull(newFloorSource, "floor source");
        Objects.requireNonNull(newCeilingSource, "ceiling source");
        return new Bounds(floor, ceiling, hardLimit, waitObjectiveSeconds, newFloorSource, newCeilingSource);
    }

    /** Fewest threads to want, 1 or more. */
    public int floor() {
        return floor;
    }

    /** Most threads to want, at least the floor. */
    public int ceiling() {
        return ceiling;
    }

    /** What even a pin can't exceed, at least the ceiling. */
    public int hardLimit() {
        return hardLimit;
    }

    /** What the 99th percentile of waits should stay below, in seconds, above 0. */
    public double waitObjectiveSeconds() {
        return waitObjectiveSeconds;
    }

    /** Where the floor comes from; empty when not told. */
    public String floorSource() {
        return floorSource;
    }

    /** Where the ceiling comes from; empty when not told. */
    public String ceilingSource() {
        return ceilingSource;
    }

    /**
     * The nearest size to {@code wanted} within these bounds.
     *
     * <p>Residents work for nobody's queue, so the floor stays above them as far as the ceiling lets it.
     */
    int clamp(int wanted, int residents) {
        return Math.min(ceiling, Math.max(wanted, Math.max(floor, residents + 1)));
    }

    /** Whether waits are known to keep to the objective, and no task was refused; without a queue none waits. */
    public boolean isMet(Signal signal) {
        double p99 = signal.waitP99Seconds();
        return signal.oldestWaitSeconds() <= waitObjectiveSeconds
                && (p99 <= waitObjectiveSeconds || Double.isNaN(p99) && signal.queueDepth() == 0)
                && signal.droppedPerSecond() == 0;
    }

    boolean isSame(Bounds other) {
        return this == other
                || floor == other.floor
                        && ceiling == other.ceiling
                        && hardLimit == other.hardLimit
                        && waitObjectiveSeconds == other.waitObjectiveSeconds
                        && floorSource.equals(other.floorSource)
                        && ceilingSource.equals(other.ceilingSource);
    }

    @Override
    public String toString() {
        return floor + ".." + ceiling;
    }
}
