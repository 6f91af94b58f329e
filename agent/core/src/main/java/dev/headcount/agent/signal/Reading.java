package dev.headcount.agent.signal;

/** What a pool itself says at one moment; immutable. */
public final class Reading {

    public final long nanos;
    /** Workers alive. */
    public final int size;
    /** Workers that run a task, residents included. */
    public final int busy;
    /** Workers that have run one and the same task for a minute: acceptors, pollers. */
    public final int residents;
    /** Tasks that wait; of a scheduled pool those that are due. */
    public final int queueDepth;
    /** The pool's own count, cancelled ones included; it may lag behind by a task a worker. */
    public final long completed;

    public final int core;
    public final int maximum;
    /** Share of their time that the workers spend on a processor, 0 to 1; {@code NaN} when unknown. */
    public final double cpuShare;

    /** No task is accepted any more. */
    public final boolean isShutdown;

    public Reading(
            long nanos,
            int size,
            int busy,
            int residents,
            int queueDepth,
            long completed,
            int core,
            int maximum,
            double cpuShare,
            boolean isShutdown) {
        this.nanos = nanos;
        this.size = size;
        this.busy = busy;
        this.residents = residents;
        this.queueDepth = queueDepth;
        this.completed = completed;
        this.core = core;
        this.maximum = maximum;
        this.cpuShare = cpuShare;
        this.isShutdown = isShutdown;
    }

    /** What it would say at {@code laterNanos} with all workers gone and nothing else changed. */
    public Reading withoutWorkers(long laterNanos) {
        return new Reading(laterNanos, 0, 0, 0, 0, completed, core, maximum, Double.NaN, isShutdown);
    }

    /** Share of the workers that work, residents left out; 0 to 1. */
    public double utilisation() {
        int workers = size - residents;
        return workers <= 0 ? 0 : Math.min(1, Math.max(0, busy - residents) / (double) workers);
    }
}
