package dev.headcount.agent.loop;

import java.util.Locale;

/** Who has the say over a pool's size. */
public enum PoolState {
    /** The autoscaler, within its bounds. */
    NORMAL,
    /** A person's pin. */
    PINNED,
    /** Another program's lease. */
    HELD,
    /** Nobody: the agent was told to rest. */
    PAUSED,
    /** Nobody: something went wrong with this pool, and it is tried again later. */
    QUARANTINED;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The word for it in metrics and beans. */
    public String label() {
        return label;
    }
}
