package dev.headcount.replay;

/** What a clairvoyant reaches on a scenario: the measure of all others; immutable. */
public final class Base {

    /** At least 1, so that a load of nothing can be compared too. */
    public final double threadSeconds;
    /** 0 to 1. */
    public final double violation;

    public Base(double threadSeconds, double violation) {
        this.threadSeconds = Math.max(1, threadSeconds);
        this.violation = violation;
    }
}
