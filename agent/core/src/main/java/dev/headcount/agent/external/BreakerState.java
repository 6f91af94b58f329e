package dev.headcount.agent.external;

import dev.headcount.scaling.Breaker;
import dev.headcount.scaling.Breaker.State;
import java.util.Locale;

/**
 * A circuit breaker's state as libraries and people write it.
 *
 * <p>Law: a word whatever its case, with {@code _}, {@code -} or a blank in it; true is open; a number is what
 * Resilience4j's states carry and its Dropwizard gauges show: 0 closed, 1 open, 2 half-open, 3 disabled, 4 forced open,
 * 5 metrics only. A breaker that is disabled or only measures lets every call pass: closed.
 */
public final class BreakerState implements Meaning<Breaker> {

    private final String name;

    /** @param name of the breaker, for people */
    public BreakerState(String name) {
        this.name = name;
    }

    @Override
    public Breaker of(Object value) {
        State state = state(word(value));
        return state == State.CLOSED ? Breaker.NONE : Breaker.of(state, name);
    }

    private static String word(Object value) {
        String text = Watched.shown(value).trim().toUpperCase(Locale.ROOT);
        return text.replace('-', '_').replace(' ', '_');
    }

    private static State state(String word) {
        switch (word) {
            case "OPEN":
            case "FORCED_OPEN":
            case "TRUE":
            case "1":
            case "4":
                return State.OPEN;
            case "HALF_OPEN":
            case "HALFOPEN":
            case "2":
                return State.HALF_OPEN;
            case "CLOSED":
            case "DISABLED":
            case "METRICS_ONLY":
            case "FALSE":
            case "0":
            case "3":
            case "5":
                return State.CLOSED;
            default:
                throw new IllegalArgumentException("open, half-open, closed, true, false or a number from 0 to 5");
        }
    }
}
