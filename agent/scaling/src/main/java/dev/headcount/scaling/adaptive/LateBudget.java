package dev.headcount.scaling.adaptive;

import dev.headcount.scaling.Tally;

/**
 * Scales the share of late tasks that staffing aims at, so that the share that really comes is the one allowed.
 *
 * <p>Law: over the last minutes (half of it 83 s old or less) {@code over = late / waits / 0.8 % - 1}, between -1 and
 * 3; staffing aims at {@code share x exp(-over / 2)}.
 * Invariant: the factor lies between 0.22 and 1.65, and is 1 before a hundred waits are known.
 * Threads: single owner.
 * Blind to: lateness by contention, which no queue shows; and which tasks were late through no fault of the size.
 * Source: integral control.
 */
final class LateBudget {

    /** What a 99th percentile allows, with room for what is counted late. */
    private static final double ALLOWED = 0.008;

    private static final double MEMORY_SECONDS = 120;
    private static final double LEAST_WAITS = 100;
    private static final double GAIN = 0.5;

    private Tally last = Tally.NOTHING;
    private double late;
    private double waits;

    void add(Tally tally, double elapsedSeconds) {
        double keep = Math.exp(-elapsedSeconds / MEMORY_SECONDS);
        late = late * keep + Math.max(0, tally.late() - last.late());
        waits = waits * keep + Math.max(0, tally.waits() - last.waits());
        last = tally;
    }

    double factor() {
        if (waits < LEAST_WAITS) {
            return 1;
        }
        return Math.exp(-GAIN * Math.min(3, late / waits / ALLOWED - 1));
    }
}
