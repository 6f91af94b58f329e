package dev.headcount.agent.loop;

import dev.headcount.agent.pool.Pool;
import dev.headcount.scaling.Decision;
import dev.headcount.scaling.Overrides;

/**
 * Tells the event log of one pool's decisions, and keeps the last that changed something.
 *
 * <p>Threads: owned by the tick.
 */
final class DecisionRecord {

    private final Pool pool;
    private final EventLog events;
    private Decision lastChange;
    private Overrides.Pin announcedPin;

    DecisionRecord(Pool pool, EventLog events) {
        this.pool = pool;
        this.events = events;
    }

    /** Null when there was none, or what it said is no size to go on from any more. */
    Decision lastChange() {
        return lastChange;
    }

    void forget() {
        lastChange = null;
    }

    /** @param pin in force, or null */
    void add(Decision decision, Overrides.Pin pin) {
        if (decision.isChange()) {
            lastChange = decision;
            events.add(Event.Type.DECISION, pool.name(), decision.sentence() + " [" + decision.actor() + "]");
        }
        boolean hasRunOut = announcedPin != null
                && announcedPin.untilNanos() - decision.signal().nowNanos() <= 0;
        if (hasRunOut && pin == null) {
            events.add(Event.Type.RELEASED, pool.name(), "the pin has ended");
        }
        announcedPin = pin;
    }

    /** @param decision null when none was taken */
    void addAdvice(Decision decision) {
        if (decision != null && decision.isChange()) {
            events.add(Event.Type.DECISION, pool.name(), "advice: " + decision.sentence());
        }
    }
}
