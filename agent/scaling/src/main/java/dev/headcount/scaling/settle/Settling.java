package dev.headcount.scaling.settle;

import java.util.Objects;

/**
 * When a wanted target may be taken, and how much of it at once: what a policy brings along, or a user chose; immutable.
 *
 * <p>What is not said neither waits nor limits. The guard against flapping holds for all.
 */
public final class Settling {

    /** Every change at once, whole. */
    public static final Settling AT_ONCE = new Settling(0, 0, 0, 0, LargestStep.ANY, LargestStep.ANY);

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long HOUR_NANOS = 60 * MINUTE_NANOS;

    final long upNanos;
    final long downNanos;
    final double deadband;
    final long windowNanos;
    final LargestStep growth;
    final LargestStep shrink;

    private Settling(
            long upNanos, long downNanos, double deadband, long windowNanos, LargestStep growth, LargestStep shrink) {
        this.upNanos = upNanos;
        this.downNanos = downNanos;
        this.deadband = deadband;
        this.windowNanos = windowNanos;
        this.growth = growth;
        this.shrink = shrink;
    }

    /**
     * Other rests.
     *
     * @param newUpNanos before growth after any change, 0 or more
     * @param newDownNanos before a shrink after any change, 0 or more
     * @throws IllegalArgumentException if one is negative
     */
    public Settling withCooldowns(long newUpNanos, long newDownNanos) {
        if (newUpNanos < 0 || newDownNanos < 0) {
            throw new IllegalArgumentException(
                    "cooldowns must be 0 ns or more: got " + newUpNanos + " up, " + newDownNanos + " down");
        }
        return new Settling(newUpNanos, newDownNanos, deadband, windowNanos, growth, shrink);
    }

    /**
     * Leaves a target that is off by less than {@code share} of itself; growth passes while the wait objective is missed.
     *
     * @param share 0, for none, to below 1; the HorizontalPodAutoscaler's tolerance is 0.1
     */
    public Settling withDeadband(double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("deadband must be 0 to below 1: got " + share);
        }
        return new Settling(upNanos, downNanos, share, windowNanos, growth, shrink);
    }

    /** Shrinks to the highest size that was wanted within so long, 0 or more. */
    public Settling withWindow(long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException("stabilisation window must be 0 ns or more: got " + nanos);
        }
        return new Settling(upNanos, downNanos, deadband, nanos, growth, shrink);
    }

    /** Takes no larger steps than this, in both directions. */
    public Settling withLargestStep(LargestStep step) {
        Objects.requireNonNull(step, "step");
        return new Settling(upNanos, downNanos, deadband, windowNanos, step, step);
    }

    /**
     * For workers that are dear to make, since they hold connections or models: never fewer than the last hour wanted,
     * and then one less a minute.
     */
    public Settling keepingWorkers() {
        return new Settling(
                upNanos,
                Math.max(MINUTE_NANOS, downNanos),
                deadband,
                Math.max(HOUR_NANOS, windowNanos),
                growth,
                LargestStep.threads(1));
    }

    /** Rest before growth after any change, in nanoseconds, 0 or more. */
    public long upNanos() {
        return upNanos;
    }

    /** Rest before a shrink after any change, in nanoseconds, 0 or more. */
    public long downNanos() {
        return downNanos;
    }

    @Override
    public boolean equals(Object object) {
        if (!(object instanceof Settling)) {
            return false;
        }
        Settling other = (Settling) object;
        return upNanos == other.upNanos
                && downNanos == other.downNanos
                && deadband == other.deadband
                && windowNanos == other.windowNanos
                && growth.equals(other.growth)
                && shrink.equals(other.shrink);
    }

    @Override
    public int hashCode() {
        return Objects.hash(upNanos, downNanos, deadband, windowNanos, growth, shrink);
    }
}
