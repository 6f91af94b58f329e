package dev.headcount.scaling.veto;

import dev.headcount.scaling.Signal;

/**
 * At most a quarter of the threads that the process may still start: a thread that can't start is an error in the
 * application, perhaps in a part of it that has nothing to do with this pool.
 *
 * <p>Law: {@code size + headroom / 4}, counted from the workers alive, since those of the target are still to start.
 */
final class ThreadHeadroom extends Veto {

    private static final int PART = 4;

    ThreadHeadroom() {
        super("thread_headroom");
    }

    @Override
    int most(Signal signal, int target, long sinceGrowthNanos) {
        int headroom = signal.host().threadHeadroom();
        if (headroom == Integer.MAX_VALUE) {
            return NO_LIMIT;
        }
        return (int) Math.max(target, Math.min(NO_LIMIT, (long) signal.size() + headroom / PART));
    }

    @Override
    public String words(Signal signal) {
        return "the process may start " + signal.host().threadHeadroom()
                + " more threads, one pool takes a quarter of them at most";
    }
}
