package dev.headcount.agent.loop;

import dev.headcount.agent.signal.Distribution;

/**
 * How the agent itself does: what its bean and its metrics tell alike.
 *
 * <p>Threads: any. No method waits for anything but {@link #refresh}, which lists the JVM's threads.
 */
public interface AgentFigures {

    /** Such as {@code 0.1.0}. */
    String version();

    /** Whether it measures and decides; troubles that mend themselves are counted and no illness. */
    boolean isHealthy();

    /** Pools of the application that have been looked at. */
    int pools();

    /** Pools without metrics of their own in our endpoint. */
    int poolsOverflowed();

    /** Share of the threads that this process can hold, 0 or more; {@code NaN} without a resizable pool. */
    double processUtilisation();

    /** How long looks at all pools took. */
    Distribution ticks();

    /** CPU time of the agent's own threads at the last {@link #refresh}; -1 when unknown. */
    long cpuMillis();

    /** Failures of ours outside the hooks. */
    long errors();

    long hookFailures();

    /** How often the loop had to be started again. */
    long restarts();

    /** Whether the configuration that was last seen is the one in force. */
    boolean isLastReloadSuccessful();

    /** When a configuration was last taken, in milliseconds since 1970; -1 when none was. */
    long lastReloadSuccessMillis();

    /** Looks at what is too dear to look at for each reading; called every few seconds by outputs. */
    void refresh();
}
