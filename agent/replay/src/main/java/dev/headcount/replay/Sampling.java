package dev.headcount.replay;

/**
 * Which tasks are measured: all, or one in a power of two so that about so many a second are.
 *
 * <p>Law: number {@code n} is measured when {@code frac(n × golden ratio) < 2^-shift}, as in the agent.
 */
final class Sampling {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int MAX_SHIFT = 20;

    private final boolean isExact;
    private final int perSecond;
    private int shift;
    private int sinceTick;
    private long number;

    Sampling(boolean isExact, int perSecond) {
        this.isExact = isExact;
        this.perSecond = perSecond;
    }

    /** How many tasks the next one stands for; 0 when it isn't measured. */
    int next() {
        if (isExact) {
            return 1;
        }
        number++;
        if (shift != 0 && number * GOLDEN >>> (64 - shift) != 0) {
            return 0;
        }
        int weight = 1 << shift;
        if (++sinceTick > perSecond / 2 && shift < MAX_SHIFT) {
            sinceTick = 0;
            shift++;
        }
        return weight;
    }

    void adapt(double tasksPerSecond) {
        shift = 0;
        while (shift < MAX_SHIFT && tasksPerSecond > (double) perSecond * (1L << shift)) {
            shift++;
        }
        sinceTick = 0;
    }
}
