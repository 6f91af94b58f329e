package dev.headcount.agent.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.agent.signal.Buckets;
import dev.headcount.agent.signal.Distribution;
import dev.headcount.agent.signal.DurationCounts;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page is what the client itself would write: it is the witness here. */
final class PageTest {

    private static final Labels HARD = Labels.of("kind", "elastic", "pool", "a \"b\" \\ c=1,*\nd \ud83d\ude00");
    private static final Labels PLAIN = Labels.of("kind", "serial", "pool", "plain");

    private static String text(Page page, Cells cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        page.write(cells, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Distribution distribution(Random random) {
        DurationCounts counts = new DurationCounts();
        for (int task = 0; task < 20; task++) {
            counts.add((long) (random.nextDouble() * 400e9), 1 + random.nextInt(1_000_000));
        }
        return counts.now();
    }

    private static double number(Random random) {
        switch (random.nextInt(6)) {
            case 0:
                return random.nextInt(20);
            case 1:
                return random.nextInt();
            case 2:
                return random.nextLong() >>> 1;
            case 3:
                return random.nextDouble();
            case 4:
                return new double[] {0, -0.0, 9_999_999, 1e7, -1, 0.001, Double.POSITIVE_INFINITY}[random.nextInt(7)];
            default:
                return random.nextGaussian() * 1e-9;
        }
    }

    private static String byTheClient(Format format, double gauge, double hardGauge, double counter, Distribution waits)
            throws IOException {
        double[] bounds = new double[Buckets.COUNT];
        long[] counts = new long[Buckets.COUNT];
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            bounds[bucket] = Buckets.upperBoundSeconds(bucket);
            counts[bucket] = waits.in(bucket);
        }
        MetricSnapshots snapshots = MetricSnapshots.of(
                GaugeSnapshot.builder()
                        .name("headcount_pool_size")
                        .help(Family.POOL_SIZE.help)
                        .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                                .labels(PLAIN)
                                .value(gauge)
                                .build())
                        .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                                .labels(HARD)
                                .value(hardGauge)
                                .build())
                        .build(),
                CounterSnapshot.builder()
                        .name("headcount_pool_failed")
                        .help(Family.POOL_FAILED.help)
                        .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                                .labels(PLAIN)
                                .value(counter)
                                .build())
                        .build(),
                HistogramSnapshot.builder()
                        .name("headcount_pool_wait_seconds")
                        .unit(Unit.SECONDS)
                        .help(Family.POOL_WAIT.help)
                        .dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                                .labels(HARD)
                                .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, counts))
                                .sum(waits.sumSeconds())
                                .build())
                        .build(),
                InfoSnapshot.builder()
                        .name("headcount_build")
                        .help(Family.BUILD.help)
                        .dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                                .labels(Labels.of("version", "1.2.3"))
                                .build())
                        .build());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.writer.write(out, snapshots, EscapingScheme.ALLOW_UTF8);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void write_anyNumbers_isWhatTheClientWrites(Format format) throws IOException {
        long seed = 20_261_123;
        Random random = new Random(seed);
        Labels version = Labels.of("version", "1.2.3");
        Page page = null;
        for (int round = 0; round < 2_000; round++) {
            double gauge = number(random);
            double hardGauge = number(random);
            double counter = Math.abs(number(random));
            Distribution waits = distribution(random);
            Cells cells = new Cells(0, 0);
            cells.add(Family.POOL_FAILED, PLAIN, counter);
            cells.add(Family.POOL_SIZE, PLAIN, gauge);
            cells.add(Family.POOL_WAIT, HARD, waits);
            cells.add(Family.POOL_SIZE, HARD, hardGauge);
            cells.add(Family.POOL_MAX_SIZE, HARD, Double.NaN); // no series
            cells.add(Family.BUILD, version, 1);
            if (page == null) {
                page = Page.layOut(cells, format);
            }
            assertThat(page.fits(cells)).isTrue();
            assertThat(text(page, cells))
                    .as("seed %s round %s", seed, round)
                    .isEqualTo(byTheClient(format, gauge, hardGauge, counter, waits));
        }
    }

    @Test
    void fits_seriesCameOrWent_doesNot() throws IOException {
        Cells cells = new Cells(0, 0);
        cells.add(Family.POOL_SIZE, PLAIN, 1);
        cells.add(Family.POOL_MAX_SIZE, PLAIN, 1);
        Page page = Page.layOut(cells, Format.TEXT);

        Cells one = new Cells(0, 0);
        one.add(Family.POOL_SIZE, PLAIN, 1);
        Cells unbounded = new Cells(0, 0);
        unbounded.add(Family.POOL_SIZE, PLAIN, 1);
        unbounded.add(Family.POOL_MAX_SIZE, PLAIN, Double.NaN);
        Cells another = new Cells(0, 0);
        another.add(Family.POOL_SIZE, HARD, 1);
        another.add(Family.POOL_MAX_SIZE, HARD, 1);

        assertThat(page.fits(cells)).isTrue();
        assertThat(page.fits(one)).isFalse();
        assertThat(page.fits(unbounded)).isFalse();
        assertThat(page.fits(another)).isFalse();
    }

    @Test
    void write_moreThanABuffer_losesNothing() throws IOException {
        Cells cells = new Cells(0, 0);
        for (int pool = 0; pool < 2_000; pool++) {
            cells.add(Family.POOL_SIZE, Labels.of("kind", "elastic", "pool", "pool-" + pool), pool * 0.3);
        }
        Page page = Page.layOut(cells, Format.TEXT);

        assertThat(text(page, cells).lines()).hasSize(2_002).last().asString().matches("headcount_.*\"} [0-9.]+");
        assertThat(text(page, cells)).contains("pool=\"pool-1999\"} " + 1999 * 0.3 + "\n");
    }
}
