package dev.headcount.scaling;

/**
 * How far a pool may grow when nobody has said so, and by which rule.
 *
 * <p>Law: the application's own maximum where that is a limit above core; else {@code 8 x core},
 * at least 4 a processor and at most 256. Then at most a quarter of the threads that the process can
 * still start; then at least core, since the application was promised that.
 * Invariant: {@code max(1, core) <= threads}, and finite.
 * Blind to: how many pools there are; four of them at their ceilings may still use all the headroom.
 */
public final class Ceiling {

    /** What an untuned core is multiplied with: a pool that blocks on a slow call seldom gains from more. */
    private static final int TIMES_CORE = 8;

    /** Keeps a pool of one or two threads from a ceiling that a machine of this size would laugh at. */
    private static final int EACH_PROCESSOR = 4;

    /** Stacks of some hundred threads are noticed by nobody, those of thousands by the memory limit. */
    private static final int MOST_BY_CORE = 256;

    /** What one pool may take of the threads that are left to the process; the others need some too. */
    private static final int HEADROOM_PARTS = 4;

    /** A larger maximum is a way to write "unbounded": no Linux starts more threads by default. */
    private static final int LARGEST_MEANT = 32_767;

    private final int threads;
    private final String source;

    private Ceiling(int threads, String source) {
        this.threads = threads;
        this.source = source;
    }

    /**
     * The default ceiling of a pool.
     *
     * @param core the application's own core size, 0 or more
     * @param maximum the application's own maximum, 1 or more; {@link Integer#MAX_VALUE} when unbounded
     * @param processors processors that the process may use, 1 or more
     * @param threadHeadroom threads that the process can still start, 0 or more;
     *     {@link Integer#MAX_VALUE} when unknown
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static Ceiling standard(int core, int maximum, int processors, int threadHeadroom) {
        atLeast("core", 0, core);
        atLeast("maximum", 1, maximum);
        atLeast("processors", 1, processors);
        atLeast("thread headroom", 0, threadHeadroom);
        Ceiling wanted = maximum > core && maximum <= LARGEST_MEANT
                ? new Ceiling(maximum, "the application's own maximum")
                : byCore(core, processors);
        int share = threadHeadroom / HEADROOM_PARTS;
        if (wanted.threads > share) {
            wanted = new Ceiling(share, "a quarter of the " + threadHeadroom + " threads left to the process");
        }
        int least = Math.max(1, core);
        return wanted.threads < least ? new Ceiling(least, "the application's core") : wanted;
    }

    private static Ceiling byCore(int core, int processors) {
        long timesCore = (long) TIMES_CORE * core;
        long eachProcessor = (long) EACH_PROCESSOR * processors;
        if (Math.max(timesCore, eachProcessor) > MOST_BY_CORE) {
            return new Ceiling(MOST_BY_CORE, "the most without a word from you");
        }
        return timesCore >= eachProcessor
                ? new Ceiling((int) timesCore, TIMES_CORE + " x core")
                : new Ceiling((int) eachProcessor, EACH_PROCESSOR + " a processor");
    }

    private static void atLeast(String name, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be " + least + " or more: got " + value);
        }
    }

    /** The ceiling, 1 or more and at least core. */
    public int threads() {
        return threads;
    }

    /** The rule that gave it, in a few words for {@link Bounds#from}. */
    public String source() {
        return source;
    }
}
