package dev.headcount.scaling.adaptive;

import dev.headcount.scaling.Signal;

/**
 * As many threads as keep the processors busy, when it is processors that tasks wait for.
 *
 * <p>Law: tasks that spend a share {@code s} of their time on a processor, and none waiting for one, keep
 * {@code p} processors busy with {@code p / s} threads. That is the limit while {@code busy x share} exceeds 85 % of
 * the processors. {@code s} is the largest share seen lately: it falls when threads compete, the need doesn't.
 * Invariant: no limit while the share is unknown.
 * Threads: single owner.
 * Blind to: other pools and processes on the same processors; the host's load tells of those.
 */
final class CpuCap {

    private static final double BUSY = 0.85;
    private static final double MEMORY_SECONDS = 300;

    private double largestShare;

    /** The largest size that the processors can use; {@link Knee#NONE} for any. */
    int limit(Signal signal, double elapsedSeconds) {
        double share = signal.cpuShare();
        if (!(share > 0)) {
            return Knee.NONE;
        }
        largestShare = Math.max(share, largestShare * Math.exp(-elapsedSeconds / MEMORY_SECONDS));
        if (share * signal.working() <= BUSY * signal.processors()) {
            return Knee.NONE;
        }
        return (int) Math.max(1, Math.round(signal.processors() / largestShare));
    }
}
