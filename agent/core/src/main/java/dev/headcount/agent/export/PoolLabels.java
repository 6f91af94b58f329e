package dev.headcount.agent.export;

import io.prometheus.metrics.model.snapshots.Labels;

/** The labels of all series of one pool, made once: pages are compared by their identity. */
final class PoolLabels {

    private final Labels own;
    private final Labels[] bySeries = new Labels[PoolSeries.ALL.length];

    PoolLabels(String kind, String pool) {
        own = Labels.of("kind", kind, "pool", pool);
        for (PoolSeries series : PoolSeries.ALL) {
            bySeries[series.ordinal()] = series.label == null ? own : own.add(series.label, series.labelValue);
        }
    }

    void tell(PoolFigures figures, Cells cells) {
        for (PoolSeries series : PoolSeries.ALL) {
            cells.add(series.family, bySeries[series.ordinal()], figures.get(series));
        }
        cells.add(Family.POOL_WAIT, own, figures.waits());
        cells.add(Family.POOL_PROCESS, own, figures.services());
    }
}
