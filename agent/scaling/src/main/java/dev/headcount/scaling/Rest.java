package dev.headcount.scaling;

/** A while in which a pool's target stays as it is, and why; immutable. */
final class Rest {

    private final long untilNanos;
    private final String why;

    Rest(long untilNanos, String why) {
        this.untilNanos = untilNanos;
        this.why = why;
    }

    /** What is left of it, in nanoseconds; 0 when it is over. */
    long leftNanos(long nowNanos) {
        return Math.max(0, untilNanos - nowNanos);
    }

    String why() {
        return why;
    }
}
