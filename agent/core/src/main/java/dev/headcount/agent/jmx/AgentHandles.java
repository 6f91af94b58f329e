package dev.headcount.agent.jmx;

public interface AgentHandles {
    String version();

    String health();

    void detach();
}
