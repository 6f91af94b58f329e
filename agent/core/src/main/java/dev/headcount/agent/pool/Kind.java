package dev.headcount.agent.pool;

import java.util.Locale;

/** What a pool promises, and therefore what may be done to it. A pool's kind never changes. */
public enum Kind {
    /** A JDK queue that holds tasks, more than one core thread: core and maximum may be raised. */
    ELASTIC(true),
    /** One thread at a time, as a promise or in effect: order and confinement hang on it. */
    SERIAL(false),
    /** A queue of the application's own, whose offer may refuse so that threads come first: the maximum may be raised. */
    EAGER(true),
    /** Hands tasks over without a queue: it grows by itself. */
    HANDOFF(false),
    /** Runs tasks at their time. */
    SCHEDULED(false),
    /** A subclass with setters of its own. */
    FOREIGN(false),
    /** A wrapper hides its setters from the application; nobody expects them to be called. */
    SEALED(false),
    /** Made by the JDK for itself. */
    INTERNAL(false);

    private final boolean resizable;
    private final String label = name().toLowerCase(Locale.ROOT);

    Kind(boolean resizable) {
        this.resizable = resizable;
    }

    /** Whether the autoscaler may size such a pool without being told to by name. */
    public boolean isResizable() {
        return resizable;
    }

    /** The word for it in metrics and bean names. */
    public String label() {
        return label;
    }
}
