package dev.headcount.agent.jmx;

/** What the agent as a whole says and does for its bean; any thread may call it. */
public interface AgentHandles {

    /** {@code ok}, or what is wrong, in one line; the beans add their own troubles. */
    String health();

    /** Begins to take the agent out, on a thread of its own, and returns at once: the client waits for an answer. */
    void detach();
}
