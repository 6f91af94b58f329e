package dev.headcount.agent.export;

import dev.headcount.agent.signal.Buckets;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Has the Prometheus client write a page: names, labels, quotes, help, order.
 *
 * <p>Each number on it is that of its own place among the {@link Cells}, counted from {@link #FIRST}, so that whoever
 * reads the page knows which number belongs where. A page of numbers that are right is the same text but for them.
 */
final class PageShape {

    /** Above the one number that the client writes of itself: the 1 of an info. */
    static final int FIRST = 2;

    private static final double[] BOUNDS = new double[Buckets.COUNT];

    static {
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            BOUNDS[bucket] = Buckets.upperBoundSeconds(bucket);
        }
    }

    private final Map<Family, List<DataPointSnapshot>> points = new EnumMap<>(Family.class);
    private int place = FIRST;

    private PageShape() {}

    static byte[] of(Cells cells, Format format) throws IOException {
        PageShape shape = new PageShape();
        for (int cell = 0; cell < cells.count(); cell++) {
            shape.add(cells.family(cell), cells.labels(cell));
        }
        ByteArrayOutputStream page = new ByteArrayOutputStream(64 * (cells.numberCount() + 64));
        format.writer.write(page, shape.snapshots(), EscapingScheme.ALLOW_UTF8); // our names need no escaping
        return page.toByteArray();
    }

    private void add(Family family, Labels labels) {
        points.computeIfAbsent(family, first -> new ArrayList<>()).add(point(family, labels));
        place += family.type == Family.Type.HISTOGRAM ? Cells.HISTOGRAM_NUMBERS : 1;
    }

    private DataPointSnapshot point(Family family, Labels labels) {
        switch (family.type) {
            case COUNTER:
                return new CounterDataPointSnapshot(place, labels, /* exemplar= */ null, /* created= */ 0);
            case HISTOGRAM:
                return new HistogramDataPointSnapshot(
                        buckets(), /* sum= */ place + Buckets.COUNT, labels, Exemplars.EMPTY, /* created= */ 0);
            case INFO:
                return new InfoDataPointSnapshot(labels);
            default:
                return new GaugeDataPointSnapshot(place, labels, /* exemplar= */ null);
        }
    }

    /** Summed up from the left, each gives its own place. */
    private ClassicHistogramBuckets buckets() {
        long[] counts = new long[Buckets.COUNT];
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            counts[bucket] = bucket == 0 ? place : 1;
        }
        return ClassicHistogramBuckets.of(BOUNDS, counts);
    }

    private MetricSnapshots snapshots() {
        List<MetricSnapshot> snapshots = new ArrayList<>();
        for (Map.Entry<Family, List<DataPointSnapshot>> family : points.entrySet()) {
            snapshots.add(snapshot(family.getKey(), family.getValue()));
        }
        return new MetricSnapshots(snapshots);
    }

    private static MetricSnapshot snapshot(Family family, List<DataPointSnapshot> points) {
        MetricMetadata metadata = metadata(family);
        switch (family.type) {
            case COUNTER:
                return new CounterSnapshot(metadata, as(CounterDataPointSnapshot.class, points));
            case HISTOGRAM:
                return new HistogramSnapshot(metadata, as(HistogramDataPointSnapshot.class, points));
            case INFO:
                return new InfoSnapshot(metadata, as(InfoDataPointSnapshot.class, points));
            default:
                return new GaugeSnapshot(metadata, as(GaugeDataPointSnapshot.class, points));
        }
    }

    /** The client adds the ends that are a type's own. */
    private static MetricMetadata metadata(Family family) {
        String name = family.fullName.replaceFirst("_(total|info)$", "");
        return new MetricMetadata(name, family.help, family.isInSeconds() ? Unit.SECONDS : null);
    }

    private static <T> List<T> as(Class<T> type, List<DataPointSnapshot> points) {
        List<T> typed = new ArrayList<>(points.size());
        for (DataPointSnapshot point : points) {
            typed.add(type.cast(point));
        }
        return typed;
    }
}
