package dev.headcount.agent.export;

import dev.headcount.agent.config.Mode;
import dev.headcount.agent.loop.FiveDigits;
import dev.headcount.agent.loop.PoolState;
import dev.headcount.agent.loop.View;
import java.util.function.ToDoubleFunction;

/**
 * The numbers that are told of each pool, but for the two histograms: where each comes from, and what becomes of it
 * where pools are folded.
 *
 * <p>Law: {@code NaN} is no series. The arithmetic is that of the beans and of the factors in the rule file, so that
 * both ways give one number.
 */
enum PoolSeries {
    SIZE(Family.POOL_SIZE, Fold.SUM, view -> view.signal.size()),
    CORE_SIZE(Family.POOL_CORE_SIZE, Fold.SUM, view -> view.signal.core()),
    MAX_SIZE(Family.POOL_MAX_SIZE, Fold.NONE, view -> finite(view.signal.maximum())),
    FLOOR(Family.POOL_FLOOR, Fold.SUM, view -> view.bounds.floor()),
    CEILING(Family.POOL_CEILING, Fold.SUM, view -> view.bounds.ceiling()),
    ADVISED_FLOOR(Family.POOL_ADVISED_FLOOR, Fold.NONE, view -> known(view.advisedFloor())),
    ADVISED_CEILING(Family.POOL_ADVISED_CEILING, Fold.NONE, view -> known(view.advisedCeiling())),
    TARGET(Family.POOL_TARGET, Fold.SUM, view -> view.target),
    BUSY(Family.POOL_BUSY, Fold.SUM, view -> view.signal.busy()),
    QUEUE_DEPTH(Family.POOL_QUEUE_DEPTH, Fold.SUM, view -> view.signal.queueDepth()),
    QUEUE_CAPACITY(Family.POOL_QUEUE_CAPACITY, Fold.NONE, view -> finite(view.signal.queueCapacity())),
    UTILISATION(Family.POOL_UTILISATION, Fold.NONE, view -> FiveDigits.of(view.signal.utilisation())),
    OLDEST_WAIT(
            Family.POOL_OLDEST_WAIT, Fold.MAX, view -> FiveDigits.of(view.signal.oldestWaitSeconds() * 1e3) * 0.001),
    WAIT_OBJECTIVE(
            Family.POOL_WAIT_OBJECTIVE,
            Fold.NONE,
            view -> Math.round(view.bounds.waitObjectiveSeconds() * 1e3) * 0.001),
    ERROR_RATIO(Family.POOL_ERROR_RATIO, Fold.NONE, view -> FiveDigits.of(view.totals.errorRate)),
    SIGNAL_QUALITY(Family.POOL_SIGNAL_QUALITY, Fold.NONE, view -> FiveDigits.of(view.signal.quality())),
    NORMAL(PoolState.NORMAL),
    PINNED(PoolState.PINNED),
    HELD(PoolState.HELD),
    PAUSED(PoolState.PAUSED),
    QUARANTINED(PoolState.QUARANTINED),
    AUTO(Mode.AUTO),
    ADVISE(Mode.ADVISE),
    OBSERVE(Mode.OBSERVE),
    SUBMITTED(Family.POOL_SUBMITTED, Fold.SUM, view -> view.totals.submitted),
    COMPLETED(Family.POOL_COMPLETED, Fold.SUM, view -> view.totals.completed),
    REJECTED(Family.POOL_REJECTED, Fold.SUM, view -> view.totals.rejected),
    DROPPED(Family.POOL_DROPPED, Fold.SUM, view -> view.totals.dropped),
    FAILED(Family.POOL_FAILED, Fold.SUM, view -> view.totals.failed),
    RESIZED_UP(Family.POOL_RESIZES, "direction", "up", view -> view.resizesUp),
    RESIZED_DOWN(Family.POOL_RESIZES, "direction", "down", view -> view.resizesDown),
    VETOED_BREAKER_OPEN("breaker_open"),
    VETOED_BREAKER_HALF_OPEN("breaker_half_open"),
    VETOED_EXTERNAL("external"),
    VETOED_ERRORS("errors"),
    VETOED_CPU("cpu"),
    VETOED_GC("gc"),
    VETOED_MEMORY("memory"),
    VETOED_THREAD_HEADROOM("thread_headroom"),
    VETOED_UNSURE("unsure"),
    VETOED_BUDGET("budget"),
    VETOED_COST("cost"),
    COST(Family.POOL_COST, Fold.NONE, view -> view.signal.cost().total()),
    AVOIDED_LATE(Family.POOL_AVOIDED_LATE, Fold.SUM, view -> Math.round(view.scored.avoidedLateTasks)),
    ADDED_LATE(Family.POOL_ADDED_LATE, Fold.SUM, view -> Math.round(view.scored.addedLateTasks)),
    SAVED_SECONDS(Family.POOL_SAVED_SECONDS, Fold.SUM, view -> Math.round(view.scored.savedThreadSeconds)),
    SPENT_SECONDS(Family.POOL_SPENT_SECONDS, Fold.SUM, view -> Math.round(view.scored.spentThreadSeconds)),
    PROBES_UNMATCHED(Family.POOL_PROBES_UNMATCHED, Fold.SUM, view -> view.totals.probesUnmatched);

    /** What the pool {@code _other} shows of the pools that it stands for. */
    enum Fold {
        SUM,
        MAX,
        /** Nothing: a share of shares, or a bound of some that others lack, would only mislead. */
        NONE
    }

    static final PoolSeries[] ALL = values();

    final Family family;
    final Fold fold;
    /** The label beside pool and kind; null for none. */
    final String label;

    final String labelValue;
    private final ToDoubleFunction<View> source;

    PoolSeries(Family family, Fold fold, ToDoubleFunction<View> source) {
        this(family, fold, null, null, source);
    }

    PoolSeries(Family family, String label, String labelValue, ToDoubleFunction<View> source) {
        this(family, Fold.SUM, label, labelValue, source);
    }

    PoolSeries(String veto) {
        this(Family.POOL_VETOES, "reason", veto, view -> view.vetoes.of(veto));
    }

    PoolSeries(PoolState state) {
        this(Family.POOL_STATE, "state", state.label(), view -> view.state == state ? 1 : 0);
    }

    PoolSeries(Mode mode) {
        this(Family.POOL_MODE, "mode", mode.text(), view -> view.mode == mode ? 1 : 0);
    }

    PoolSeries(Family family, Fold fold, String label, String labelValue, ToDoubleFunction<View> source) {
        this.family = family;
        this.fold = fold;
        this.label = label;
        this.labelValue = labelValue;
        this.source = source;
    }

    double of(View view) {
        return source.applyAsDouble(view);
    }

    boolean isCounter() {
        return family.type == Family.Type.COUNTER;
    }

    /** Whether a pool that has ended has none of it, whatever was seen last. */
    boolean endsWithThePool() {
        return this == SIZE || this == BUSY || this == QUEUE_DEPTH || this == UTILISATION || this == OLDEST_WAIT;
    }

    private static double known(int size) {
        return size == 0 ? Double.NaN : size;
    }

    private static double finite(int number) {
        return number == Integer.MAX_VALUE ? Double.NaN : number;
    }
}
