package dev.headcount.scaling;

import java.util.Objects;

/**
 * The circuit breaker that a pool's tasks call through, as it stands at one tick; immutable.
 *
 * <p>Law: of several breakers the worst counts: open, then half-open, then closed. One that was open within the last
 * {@link #RECENT_SECONDS} and is not now counts as half-open, so that one which flaps is trusted no more than one
 * that is being tried.
 */
public final class Breaker {

    /** What a breaker does with calls, from the best to the worst. */
    public enum State {
        /** Calls pass; also where no breaker is known. */
        CLOSED,
        /** Some calls pass, to see whether they do well again. */
        HALF_OPEN,
        /** No call passes. */
        OPEN
    }

    /** How long a breaker that was open is no better than half-open. */
    public static final int RECENT_SECONDS = 30;

    /** No breaker is known, which vetoes nothing. */
    public static final Breaker NONE = new Breaker(State.CLOSED, "");

    private final State state;
    private final String name;

    private Breaker(State state, String name) {
        this.state = state;
        this.name = name;
    }

    /** A breaker called {@code name}, which may be empty, in {@code state}. */
    public static Breaker of(State state, String name) {
        return new Breaker(Objects.requireNonNull(state, "state"), Objects.requireNonNull(name, "name"));
    }

    public State state() {
        return state;
    }

    /** What the breaker is called, or who told of it; empty when nobody said. */
    public String name() {
        return name;
    }

    /** The state as people write it: {@code closed}, {@code half-open} or {@code open}. */
    public String label() {
        return state == State.OPEN ? "open" : state == State.HALF_OPEN ? "half-open" : "closed";
    }

    @Override
    public String toString() {
        return name.isEmpty() ? label() : name + " " + label();
    }
}
