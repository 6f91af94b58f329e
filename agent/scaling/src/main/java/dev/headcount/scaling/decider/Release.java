package dev.headcount.scaling.decider;

import dev.headcount.scaling.Ewma;
import dev.headcount.scaling.Quantity;
import dev.headcount.scaling.Signal;

/**
 * When a pool is so lightly used that threads can go, for laws that only say how to grow.
 *
 * <p>Law: while no task waits and the busy threads, averaged with a half-life of 10 s, are fewer than a share
 * {@code below} of the target, the size at which they would be twice that share; so that nothing changes again until
 * the load has halved or doubled. Never below the busy threads and the floor.
 * Threads: single owner. Cost: an exponential a tick.
 */
final class Release {

    static final Parameter BELOW = Parameter.named(
                    "release-below",
                    "25%",
                    "Use below which threads go, to twice that use. Above half the use that growth leaves, the two"
                            + " laws take turns")
            .orShare(1, 50);

    /** Long against a task and a burst, short against what an idle thread costs. */
    private static final long HALF_LIFE_NANOS = 10_000_000_000L;

    private final Ewma busy = new Ewma(HALF_LIFE_NANOS);
    private final double below;

    Release(Parameters parameters) {
        below = parameters.number(BELOW);
    }

    /** The size after a release; {@code target} where there is none. Takes the reading of the tick in any case. */
    int size(Signal signal, int target, int floor) {
        double used = busy.add(signal.working(), signal.nowNanos());
        int own = Math.max(1, target - signal.residents());
        if (signal.queueDepth() > 0 || used >= below * own) {
            return target;
        }
        int needed = (int) Math.ceil(used / (2 * below)) + signal.residents();
        return Math.min(target, Math.max(Math.max(1, floor), Math.max(signal.busy(), needed)));
    }

    /** Such as {@code 1.2 threads were busy of late, ewma 10s, less than 25 %}. */
    String words(double used) {
        return Quantity.number(used) + " threads were busy " + Words.of(busy) + ", less than " + Words.percent(below);
    }

    double used() {
        return busy.value();
    }
}
