package dev.headcount.scaling.forecast;

import java.util.Objects;

/**
 * How many threads a pool is expected to need soon, and why; immutable.
 *
 * <p>Invariant: {@code leastThreads >= 0}; 0 expects nothing and raises nothing.
 * Threads: any.
 */
public final class Outlook {

    /** Nothing is expected. */
    public static final Outlook NOTHING = new Outlook(0, "no forecast");

    private final int leastThreads;
    private final String reason;

    Outlook(int leastThreads, String reason) {
        this.leastThreads = leastThreads;
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Threads that do an expected load without much waiting: the load itself and its square root, 0 for none.
     *
     * <p>Source: Halfin and Whitt (1981), <i>Heavy-traffic limits for queues with many exponential servers</i>. With a
     * margin of one root about every fifth task waits, and those shortly; what else is needed the decider adds when it
     * sees it.
     */
    static int threads(double load) {
        return load > 0 && load < Offered.ABSURD ? (int) Math.ceil(load + Math.sqrt(load)) : 0;
    }

    /** The least threads that this forecast asks for, 0 or more, residents not counted. */
    public int leastThreads() {
        return leastThreads;
    }

    /** What is expected, and how far that is trusted, in one line for a person. */
    public String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return leastThreads + ": " + reason;
    }
}
