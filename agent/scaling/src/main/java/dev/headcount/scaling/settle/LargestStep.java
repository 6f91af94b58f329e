package dev.headcount.scaling.settle;

/**
 * How many threads one change may bring: a number, a share of the size before, or any; immutable.
 *
 * <p>Invariant: a share is one thread at least, so that the smallest pool can move.
 */
public final class LargestStep {

    /** As many as are wanted. */
    public static final LargestStep ANY = new LargestStep(Integer.MAX_VALUE, 0);

    private final int threads;
    private final double share;

    private LargestStep(int threads, double share) {
        this.threads = threads;
        this.share = share;
    }

    /** @throws IllegalArgumentException if {@code threads} is below 1 */
    public static LargestStep threads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("largest step must be 1 thread or more: got " + threads);
        }
        return new LargestStep(threads, 0);
    }

    /** @throws IllegalArgumentException if {@code share} is not above 0 and finite */
    public static LargestStep share(double share) {
        if (!(share > 0) || Double.isInfinite(share)) {
            throw new IllegalArgumentException("largest step must be a share above 0: got " + share);
        }
        return new LargestStep(0, share);
    }

    /** Threads that a change from {@code size} may add or take, 1 or more. */
    int from(int size) {
        return share == 0 ? threads : (int) Math.max(1, Math.min(Integer.MAX_VALUE, share * size));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LargestStep
                && ((LargestStep) other).threads == threads
                && ((LargestStep) other).share == share;
    }

    @Override
    public int hashCode() {
        return threads + Double.hashCode(share);
    }
}
