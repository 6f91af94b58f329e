package dev.headcount.agent.jmx;

import dev.headcount.agent.config.Settings;
import dev.headcount.agent.loop.*;

public final class Beans {
    public Beans(TickLoop loop, Settings s, AgentHandles h) {}

    public void sync() {}

    public void close() {}
}
