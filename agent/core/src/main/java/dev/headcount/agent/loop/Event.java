package dev.headcount.agent.loop;

import java.util.Locale;

/** Something that a person may ask about later: a resize and its reason, an override, a pool that was left alone. */
public final class Event {

    /** What kinds there are; the words are part of the beans' contract. */
    public enum Type {
        DECISION,
        ADOPTED,
        QUARANTINED,
        RELEASED,
        OVERRIDE,
        CONFIGURED,
        BREAKER,
        EXTERNAL,
        COST,
        AGENT;

        private final String label = name().toLowerCase(Locale.ROOT);

        /** The word for it in types of notifications. */
        public String label() {
            return label;
        }
    }

    public final long sequence;
    public final long timeMillis;
    public final Type type;
    /** The pool's name; empty when it is about the agent. */
    public final String pool;
    /** One sentence. */
    public final String text;

    Event(long sequence, long timeMillis, Type type, String pool, String text) {
        this.sequence = sequence;
        this.timeMillis = timeMillis;
        this.type = type;
        this.pool = pool;
        this.text = text;
    }
}
