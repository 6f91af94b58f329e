package dev.headcount.agent.jmx;

/** The bean {@code headcount:type=Events}: notifications, and nothing to read. */
@Description("Tells every resize with its reason, and whatever a person may ask about later, as it happens")
public interface EventsMXBean {}
