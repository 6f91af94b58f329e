package dev.headcount.agent.export;

/**
 * The metrics that there are; names, types and meanings are a contract.
 *
 * <p>Law: seconds, never milliseconds; a share is 0 to 1; a counter begins with the pool's first sight and ends in
 * {@code _total}. The rule file for the JMX exporter has the same names and texts.
 */
enum Family {
    POOL_SIZE(
            "headcount_pool_size",
            Type.GAUGE,
            "Workers alive, idle ones included; above the target while superfluous ones have yet to leave"),
    POOL_CORE_SIZE("headcount_pool_core_size", Type.GAUGE, "The executor's core size as it is now, in threads"),
    POOL_MAX_SIZE(
            "headcount_pool_max_size",
            Type.GAUGE,
            "The executor's maximum size as it is now, in threads; missing if it has none"),
    POOL_FLOOR("headcount_pool_floor", Type.GAUGE, "Fewest threads that the autoscaler may want"),
    POOL_CEILING("headcount_pool_ceiling", Type.GAUGE, "Most threads that the autoscaler may want"),
    POOL_ADVISED_FLOOR(
            "headcount_pool_advised_floor",
            Type.GAUGE,
            "Fewest threads that the pool's last day would advise; missing in its first minute"),
    POOL_ADVISED_CEILING(
            "headcount_pool_advised_ceiling",
            Type.GAUGE,
            "Most threads that the pool's last day would advise; missing in its first minute"),
    POOL_TARGET("headcount_pool_target", Type.GAUGE, "The size that is wanted, in threads"),
    POOL_BUSY("headcount_pool_busy", Type.GAUGE, "Workers that run a task"),
    POOL_QUEUE_DEPTH(
            "headcount_pool_queue_depth", Type.GAUGE, "Tasks that wait; of a scheduled pool those that are due"),
    POOL_QUEUE_CAPACITY(
            "headcount_pool_queue_capacity", Type.GAUGE, "Tasks that the queue can hold; missing if it is unbounded"),
    POOL_UTILISATION(
            "headcount_pool_utilisation",
            Type.GAUGE,
            "Share of the workers that run a task, 0 to 1; workers that are occupied for good are left out"),
    POOL_OLDEST_WAIT(
            "headcount_pool_oldest_wait_seconds",
            Type.GAUGE,
            "How long the longest waiting of the sampled tasks has waited so far; 0 if none waits"),
    POOL_WAIT_OBJECTIVE(
            "headcount_pool_wait_objective_seconds", Type.GAUGE, "What the 99th percentile of waits should stay below"),
    POOL_ERROR_RATIO(
            "headcount_pool_error_ratio",
            Type.GAUGE,
            "Share of the tasks completed over the last 10 s that failed, 0 to 1; a lower bound"),
    POOL_SIGNAL_QUALITY(
            "headcount_pool_signal_quality",
            Type.GAUGE,
            "How far the measurements agree with one another, 0 to 1; 0 too if waits are only estimated"),
    POOL_STATE(
            "headcount_pool_state",
            Type.GAUGE,
            "1 for who has the say over the pool's size: normal (the autoscaler), pinned (a person), held (a lease),"
                    + " paused or quarantined (nobody)"),
    POOL_MODE(
            "headcount_pool_mode",
            Type.GAUGE,
            "1 for the mode in force: auto (measured, decided, resized), advise (not resized), observe (measured only)"),
    POOL_SUBMITTED("headcount_pool_submitted_total", Type.COUNTER, "Tasks accepted since the pool was first seen"),
    POOL_COMPLETED(
            "headcount_pool_completed_total",
            Type.COUNTER,
            "Tasks completed as the pool itself counts them, cancelled ones included"),
    POOL_REJECTED(
            "headcount_pool_rejected_total",
            Type.COUNTER,
            "Tasks handed to the rejection handler since the pool was first seen"),
    POOL_DROPPED(
            "headcount_pool_dropped_total",
            Type.COUNTER,
            "Rejected tasks that the submitting thread did not run instead, since the pool was first seen"),
    POOL_FAILED(
            "headcount_pool_failed_total",
            Type.COUNTER,
            "Tasks known to have failed since the pool was first seen; a lower bound: an application may catch what its"
                    + " tasks throw"),
    POOL_RESIZES("headcount_pool_resizes_total", Type.COUNTER, "Times that the pool was made larger or smaller"),
    POOL_VETOES(
            "headcount_pool_vetoes_total",
            Type.COUNTER,
            "Decisions in which growth was held back, wholly or in part, by what spoke against it"),
    POOL_COST(
            "headcount_pool_cost_total",
            Type.COUNTER,
            "What the pool's threads and calls have cost since it was first seen, in the currency of the configured"
                    + " prices; missing without a price"),
    POOL_AVOIDED_LATE(
            "headcount_pool_advised_avoided_late_tasks_total",
            Type.COUNTER,
            "Tasks that the application's own size would have had wait longer than the objective, and the policy did"
                    + " not, in replays of the load"),
    POOL_ADDED_LATE(
            "headcount_pool_advised_added_late_tasks_total",
            Type.COUNTER,
            "Tasks that the policy had wait longer than the objective, and the application's own size would not have,"
                    + " in replays of the load"),
    POOL_SAVED_SECONDS(
            "headcount_pool_advised_saved_thread_seconds_total",
            Type.COUNTER,
            "Seconds of threads that the application's own size would have held and the policy did not, in replays of"
                    + " the load"),
    POOL_SPENT_SECONDS(
            "headcount_pool_advised_spent_thread_seconds_total",
            Type.COUNTER,
            "Seconds of threads that the policy held and the application's own size would not have, in replays of the"
                    + " load"),
    POOL_PROBES_UNMATCHED(
            "headcount_pool_probes_unmatched_total",
            Type.COUNTER,
            "Samples of waits that told nothing: their task left the queue without a worker, or there was no room for"
                    + " one more"),
    POOL_WAIT(
            "headcount_pool_wait_seconds",
            Type.HISTOGRAM,
            "How long tasks waited in the queue; from sampled tasks, each counted as those that it stands for"),
    POOL_PROCESS(
            "headcount_pool_process_seconds",
            Type.HISTOGRAM,
            "How long tasks ran; from sampled tasks, each counted as those that it stands for"),
    PROCESS_UTILISATION(
            "headcount_process_utilisation",
            Type.GAUGE,
            "The largest share, over resizable pools, of the threads that the load needs among those that this process"
                    + " can hold; above 1 while a backlog stands at the ceiling; missing without a resizable pool"),
    POOLS(
            "headcount_pools",
            Type.GAUGE,
            "Pools of the application that are known; those that the JDK made for itself are left out"),
    POOLS_OVERFLOWED(
            "headcount_pools_overflowed",
            Type.GAUGE,
            "Pools that are shown together as _other and not by name, since there are too many"),
    TICK("headcount_tick_seconds", Type.HISTOGRAM, "How long the agent's looks at all pools took"),
    AGENT_HEALTHY("headcount_agent_healthy", Type.GAUGE, "1 if the agent measures and decides, else 0"),
    AGENT_CPU(
            "headcount_agent_cpu_seconds_total",
            Type.COUNTER,
            "CPU time of the agent's own threads, a few seconds old; what its hooks cost is not in it; missing if this"
                    + " JVM does not measure it"),
    AGENT_ERRORS("headcount_agent_errors_total", Type.COUNTER, "Failures of the agent's own, those of hooks left out"),
    AGENT_HOOK_FAILURES(
            "headcount_agent_hook_failures_total",
            Type.COUNTER,
            "Failures of hooks; after a few the hooks switch themselves off"),
    AGENT_RESTARTS(
            "headcount_agent_restarts_total",
            Type.COUNTER,
            "Times that the agent's loop died or got stuck, and was started again"),
    CONFIG_LAST_RELOAD_SUCCESSFUL(
            "headcount_config_last_reload_successful",
            Type.GAUGE,
            "1 if the configuration that was last read is the one in force, else 0"),
    CONFIG_LAST_RELOAD_SUCCESS(
            "headcount_config_last_reload_success_timestamp_seconds",
            Type.GAUGE,
            "When a configuration was last taken, in seconds since 1970; missing if none was"),
    BUILD("headcount_build_info", Type.INFO, "1; the label tells the version of the agent that is running");

    enum Type {
        GAUGE,
        COUNTER,
        HISTOGRAM,
        INFO
    }

    final String fullName;
    final Type type;
    final String help;

    Family(String fullName, Type type, String help) {
        this.fullName = fullName;
        this.type = type;
        this.help = help;
    }

    /** Whether its numbers are seconds. */
    boolean isInSeconds() {
        return fullName.endsWith("_seconds") || fullName.endsWith("_seconds_total");
    }
}
