package dev.headcount.workbench;

import dev.headcount.replay.Law;
import dev.headcount.replay.Replay;
import dev.headcount.scaling.Signal;

/**
 * A law that is asked when the real agent looked, and no sooner: where a burst falls between two looks decides how long
 * its tasks wait, by tens of milliseconds, and that is chance, not truth.
 *
 * <p>Law: at a tick it decides; at a look between two, when more tasks wait than at the look before.
 */
final class Looks implements Law {

    /** From a tick to each look that follows it, in seconds, as the agent's loop has them. */
    private static final double[] AFTER_TICK = {0.0, 0.051, 0.101, 0.151};

    private final Law law;
    private final double[] tickSeconds;
    private final Sizes sizes;
    private int tick;
    private int look;
    private double now;
    private int seenDepth;

    /**
     * @param tickSeconds when each tick began, since the load did, in order; none before 0
     * @param sizes gets the size at each look
     */
    Looks(Law law, double[] tickSeconds, Sizes sizes) {
        this.law = law;
        this.tickSeconds = tickSeconds;
        this.sizes = sizes;
    }

    @Override
    public int startSize() {
        return law.startSize();
    }

    @Override
    public double pauseSeconds() {
        return tick < tickSeconds.length ? Math.max(0, tickSeconds[tick] + AFTER_TICK[look] - now) : Double.MAX_VALUE;
    }

    @Override
    public int size(Signal signal, int target) {
        now = Replay.secondsOf(signal.nowNanos());
        sizes.add(now, signal.size());
        boolean isDue = look == 0 || signal.queueDepth() > seenDepth;
        seenDepth = signal.queueDepth();
        advance();
        return isDue ? law.size(signal, target) : target;
    }

    /** The next look is left out where the next tick comes first, as when the machine was slow. */
    private void advance() {
        double next = tick + 1 < tickSeconds.length ? tickSeconds[tick + 1] : Double.MAX_VALUE;
        look++;
        if (look == AFTER_TICK.length || tickSeconds[tick] + AFTER_TICK[look] >= next) {
            look = 0;
            tick++;
        }
    }
}
