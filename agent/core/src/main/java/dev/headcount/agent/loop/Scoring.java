package dev.headcount.agent.loop;

import dev.headcount.agent.config.PoolSettings;
import dev.headcount.replay.RecentLoad;
import dev.headcount.replay.Scenario;
import dev.headcount.replay.WhatIf;
import dev.headcount.replay.advice.ScoreCard;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Signal;

/**
 * What the decisions for one pool are worth: its last minutes, replayed with the application's own size and with its
 * policy.
 *
 * <p>Law: once a minute of load has come together the last two are replayed, and the later half is judged; what is
 * not replayed, since the pool is fast or the turn came late, is taken to have been like it. Time without load is not
 * judged.
 * Threads: {@link #see} and {@link #pause} by the tick; {@link #judge} by another, one at a time; the rest by any.
 * Cost: 13 KB for a pool with load, and some additions a tick; what a replay costs is {@link #judge}'s.
 * Blind to: a backlog that is older than two minutes, with which the original size would have begun; what a pool with
 * a bounded queue would have added above its core.
 */
public final class Scoring {

    private static final double TURN_SECONDS = 60;

    /** Above it, it is processors that tasks wait for, and more threads make each slower. */
    private static final double CPU_BOUND = 0.8;

    private final String pool;
    private volatile RecentLoad load;
    private volatile Scored scored = Scored.NOTHING;
    private volatile Asked asked;

    Scoring(String pool) {
        this.pool = pool;
    }

    /** Takes in a look at a pool that is decided for. */
    void see(Signal signal, Bounds bounds, int originalSize, PoolSettings settings, int knee, boolean isLost) {
        RecentLoad now = load;
        if (now == null) {
            if (signal.busy() <= signal.residents() && signal.queueDepth() == 0) {
                return;
            }
            now = new RecentLoad();
            load = now;
        }
        Asked before = asked;
        if (before == null || !before.isSame(bounds, originalSize, settings)) {
            asked = new Asked(bounds, originalSize, settings);
        }
        Asked next = asked;
        next.queueCapacity = signal.queueCapacity();
        next.isLost = isLost;
        next.capacity = knee > 0
                ? knee - signal.residents()
                : signal.cpuShare() >= CPU_BOUND ? signal.processors() / signal.cpuShare() : 0;
        now.add(
                signal.nowNanos(),
                signal.tally().submitted() + signal.tally().dropped(),
                signal.tally().services(),
                signal.tally().serviceSeconds(),
                signal.serviceVariation());
    }

    /** Nothing is decided for it any more. */
    void pause() {
        load = null;
    }

    /** Whether a minute of load waits to be judged. */
    public boolean isDue() {
        RecentLoad now = load;
        return now != null && now.unjudgedSeconds() >= TURN_SECONDS;
    }

    /**
     * Replays and judges what has come in; 10 to 60 ms of a processor.
     *
     * @throws RuntimeException what the policy throws
     */
    public void judge() {
        RecentLoad now = load;
        Asked what = asked;
        if (now == null || what == null) {
            return;
        }
        Scenario scenario = now.scenario(
                pool,
                what.bounds.floor(),
                what.bounds.ceiling(),
                what.bounds.waitObjectiveSeconds(),
                what.capacity,
                what.queueCapacity,
                what.isLost);
        double allSeconds = now.unjudgedSeconds();
        now.judged();
        if (scenario != null) {
            double judgedSeconds = scenario.durationSeconds / 2;
            WhatIf replay = new WhatIf(scenario, /* warmUpSeconds= */ judgedSeconds);
            ScoreCard card = ScoreCard.of(replay, what.originalSize, ChosenPolicy.of(what.settings));
            scored = scored.and(card, what.originalSize, judgedSeconds, allSeconds);
        }
    }

    Scored scored() {
        return scored;
    }

    /** What a replay is asked for, as of the latest tick. */
    private static final class Asked {

        private final Bounds bounds;
        private final int originalSize;
        private final PoolSettings settings;
        private volatile double capacity;
        private volatile int queueCapacity;
        private volatile boolean isLost;

        Asked(Bounds bounds, int originalSize, PoolSettings settings) {
            this.bounds = bounds;
            this.originalSize = originalSize;
            this.settings = settings;
        }

        boolean isSame(Bounds otherBounds, int otherSize, PoolSettings otherSettings) {
            return bounds.floor() == otherBounds.floor()
                    && bounds.ceiling() == otherBounds.ceiling()
                    && bounds.waitObjectiveSeconds() == otherBounds.waitObjectiveSeconds()
                    && originalSize == otherSize
                    && settings == otherSettings;
        }
    }
}
