package dev.headcount.scaling;

/**
 * What the process and its host still have to give, as of one tick; immutable.
 *
 * <p>Invariant: a share is 0 to 1, and {@code NaN} when unknown; the headroom is 0 or more, and
 * {@link Integer#MAX_VALUE} when nothing limits it or nothing is known.
 */
public final class Host {

    /** Nothing is known, which vetoes nothing. */
    public static final Host UNKNOWN = new Host(Double.NaN, Double.NaN, Double.NaN, Integer.MAX_VALUE);

    private final double cpuLoad;
    private final double gcShare;
    private final double heapAfterGc;
    private final int threadHeadroom;

    private Host(double cpuLoad, double gcShare, double heapAfterGc, int threadHeadroom) {
        this.cpuLoad = cpuLoad;
        this.gcShare = gcShare;
        this.heapAfterGc = heapAfterGc;
        this.threadHeadroom = threadHeadroom;
    }

    /** @throws IllegalArgumentException if a value is outside its range */
    public static Host of(double cpuLoad, double gcShare, double heapAfterGc, int threadHeadroom) {
        if (threadHeadroom < 0) {
            throw new IllegalArgumentException("threadHeadroom must be 0 or more: got " + threadHeadroom);
        }
        return new Host(
                share("cpuLoad", cpuLoad),
                share("gcShare", gcShare),
                share("heapAfterGc", heapAfterGc),
                threadHeadroom);
    }

    private static double share(String name, double value) {
        if (value < 0 || value > 1) {
            throw new IllegalArgumentException(name + " must be 0..1, or NaN when unknown: got " + value);
        }
        return value;
    }

    /** Share of the host's processors that is busy, with anybody's work. */
    public double cpuLoad() {
        return cpuLoad;
    }

    /** Share of the time in which the collector stops the process. */
    public double gcShare() {
        return gcShare;
    }

    /** Share of the largest heap that was left in use after a collection. */
    public double heapAfterGc() {
        return heapAfterGc;
    }

    /** Threads that the process may still start. */
    public int threadHeadroom() {
        return threadHeadroom;
    }
}
