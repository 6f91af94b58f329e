package dev.headcount.agent.signal;

/**
 * Which tasks are sampled: all of a slow pool's, one in a power of two of a fast one's.
 *
 * <p>Law: task number {@code n} is sampled when {@code frac(n × golden ratio) < 2^-shift}. Multiples of
 * the golden ratio are the most evenly spread of all, so the share is exact and no period of the
 * application's own can hide between the samples.
 * Threads: {@link #isSampled} by any thread, racily: a stale shift samples a few tasks more or fewer,
 * which their weights put right. {@link #adapt} by the tick.
 * Cost: a multiplication and a shift.
 * Source: Knuth, The Art of Computer Programming 3, §6.4 (Fibonacci hashing).
 */
final class SampleRate {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** One in a million at the most: beyond it a window would hold too few to be worth anything. */
    private static final int MAX_SHIFT = 20;

    private final int samplesPerSecond;

    /** How many samples one tick may bring before the share halves at once: a burst out of silence. */
    private final int burst;

    private int shift; // benign race: see the class comment
    private int sinceTick; // benign race: a lost count lets a burst have a few samples more

    /** @param samplesPerSecond the aim is between half of this and all of it; a power of two */
    SampleRate(int samplesPerSecond) {
        this.samplesPerSecond = samplesPerSecond;
        this.burst = samplesPerSecond / 2;
    }

    boolean isSampled(long number) {
        int now = shift;
        if (now != 0 && (number * GOLDEN) >>> (64 - now) != 0) {
            return false;
        }
        if (++sinceTick > burst && now < MAX_SHIFT) {
            sinceTick = 0;
            shift = now + 1;
        }
        return true;
    }

    /** Sets the share for a pool that moved {@code tasksPerSecond}; called once a tick. */
    void adapt(double tasksPerSecond) {
        int wanted = 0;
        while (wanted < MAX_SHIFT && tasksPerSecond > (double) samplesPerSecond * (1L << wanted)) {
            wanted++;
        }
        shift = wanted;
        sinceTick = 0;
    }

    /** One in so many tasks is sampled. */
    int interval() {
        return 1 << shift;
    }
}
