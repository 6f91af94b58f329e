package dev.headcount.agent.jmx;

import dev.headcount.agent.loop.FiveDigits;
import dev.headcount.agent.loop.PoolControl;
import dev.headcount.agent.loop.View;

/**
 * The measured half of a pool's bean: each attribute is one value of the latest view.
 *
 * <p>Threads: any. It reads what the tick has published, and neither the executor nor its queue.
 */
class MeasuredPool implements PoolMeasures {

    private static final double MILLIS = 1e3;

    final PoolControl control;

    MeasuredPool(PoolControl control) {
        this.control = control;
    }

    final View view() {
        return control.view();
    }

    @Override
    public final int getSize() {
        return view().signal.size();
    }

    @Override
    public final int getBusy() {
        return view().signal.busy();
    }

    @Override
    public final int getQueueDepth() {
        return view().signal.queueDepth();
    }

    @Override
    public final int getQueueCapacity() {
        int capacity = view().signal.queueCapacity();
        return capacity == Integer.MAX_VALUE ? -1 : capacity;
    }

    @Override
    public final int getCore() {
        return view().signal.core();
    }

    @Override
    public final int getMaximum() {
        return view().signal.maximum();
    }

    @Override
    public final double getUtilisation() {
        return FiveDigits.of(view().signal.utilisation());
    }

    @Override
    public final double getArrivalRatePerSecond() {
        return FiveDigits.of(view().totals.arrivalRatePerSecond);
    }

    @Override
    public final double getThroughputPerSecond() {
        return FiveDigits.of(view().totals.throughputPerSecond);
    }

    @Override
    public final double getErrorRate() {
        return FiveDigits.of(view().totals.errorRate);
    }

    @Override
    public final double getWaitP50Millis() {
        return FiveDigits.of(view().signal.waitP50Seconds() * MILLIS);
    }

    @Override
    public final double getWaitP99Millis() {
        return FiveDigits.of(view().signal.waitP99Seconds() * MILLIS);
    }

    @Override
    public final long getWaitCount() {
        return view().totals.waits.count();
    }

    @Override
    public final double getWaitSumSeconds() {
        return view().totals.waits.sumSeconds();
    }

    @Override
    public final long getLateCount() {
        return view().signal.tally().late();
    }

    @Override
    public final double getOldestWaitMillis() {
        return FiveDigits.of(view().signal.oldestWaitSeconds() * MILLIS);
    }

    @Override
    public final double getServiceMeanMillis() {
        return FiveDigits.of(view().signal.serviceMeanSeconds() * MILLIS);
    }

    @Override
    public final double getServiceVariation() {
        return FiveDigits.of(view().signal.serviceVariation());
    }

    @Override
    public final long getServiceCount() {
        return view().totals.services.count();
    }

    @Override
    public final double getServiceSumSeconds() {
        return view().totals.services.sumSeconds();
    }

    @Override
    public final long getSubmittedCount() {
        return view().totals.submitted;
    }

    @Override
    public final long getCompletedCount() {
        return view().totals.completed;
    }

    @Override
    public final long getRejectedCount() {
        return view().totals.rejected;
    }

    @Override
    public final long getDroppedCount() {
        return view().totals.dropped;
    }

    @Override
    public final long getFailedCount() {
        return view().totals.failed;
    }

    @Override
    public final long getProbesUnmatchedCount() {
        return view().totals.probesUnmatched;
    }

    @Override
    public final long getLookMillis() {
        return view().signal.nowNanos() / 1_000_000;
    }

    @Override
    public final double getSignalQuality() {
        return FiveDigits.of(view().signal.quality());
    }
}
