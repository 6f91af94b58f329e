package dev.headcount.scaling.adaptive;

import dev.headcount.scaling.Signal;

/**
 * As many threads as keep the processors busy, when it is processors that tasks wait for.
 *
 * <p>Law: tasks that spend a share {@code s} of their time on a processor, and none waiting for one, keep
 * {@code p} processors busy with {@code p / s} threads. That is the limit while {@code busy x share} exceeds 85 % of
 * the processors, and for five seconds more: the share is that of the last second and {@code busy} that of this
 * moment, so that one reading says little. {@code s} is the largest share seen lately: it falls when threads compete,
 * the need doesn't.
 * Invariant: no limit while the share is unknown.
 * Threads: single owner.
 * Blind to: other pools and processes on the same processors; the host's load tells of those.
 */
final class CpuCap {

    private static final double BUSY = 0.85;
    private static final double MEMORY_SECONDS = 300;

    /** Shorter, and a pool that is capped grows with each reading that happens to be low, and is capped again. */
    private static final double HELD_SECONDS = 5;

    private double largestShare;
    private double heldSeconds;

    /** The largest size that the processors can use; {@link Knee#NONE} for any. */
    int limit(Signal signal, double elapsedSeconds) {
        double share = signal.cpuShare();
        heldSeconds = Math.max(0, heldSeconds - elapsedSeconds);
        if (!(share > 0)) {
            return Knee.NONE;
        }
        largestShare = Math.max(share, largestShare * Math.exp(-elapsedSeconds / MEMORY_SECONDS));
        if (share * signal.working() > BUSY * signal.processors()) {
            heldSeconds = HELD_SECONDS;
        } else if (heldSeconds == 0) {
            return Knee.NONE;
        }
        return (int) Math.max(1, Math.round(signal.processors() / largestShare));
    }
}
