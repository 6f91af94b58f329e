package dev.headcount.agent.jmx;

/** The bean {@code headcount:type=Events}: notifications, and nothing to read. */
public interface EventsMXBean {}
