package dev.headcount.replay;

/** What a clairvoyant reaches on a scenario: the measure of all others; immutable. */
public final class Base {

    public final double threadSeconds;
    /** 0 to 1. */
    public final double violation;

    public Base(double threadSeconds, double violation) {
        this.threadSeconds = threadSeconds;
        this.violation = violation;
    }
}
