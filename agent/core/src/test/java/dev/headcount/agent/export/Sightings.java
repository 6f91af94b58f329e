package dev.headcount.agent.export;

import dev.headcount.agent.signal.DurationCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pools of a program that does not exist, with numbers as real ones have. */
final class Sightings {

    private Sightings() {}

    static List<Sighting> some(int count, long seed) {
        Random random = new Random(seed);
        List<Sighting> pools = new ArrayList<>();
        for (int pool = 0; pool < count; pool++) {
            double[] values = new double[PoolSeries.ALL.length];
            for (PoolSeries series : PoolSeries.ALL) {
                values[series.ordinal()] = series.isCounter() ? random.nextInt(50_000_000) : random.nextInt(64);
            }
            values[PoolSeries.UTILISATION.ordinal()] = random.nextInt(100_000) / 1e5;
            values[PoolSeries.QUEUE_CAPACITY.ordinal()] = Double.NaN;
            DurationCounts waits = new DurationCounts();
            DurationCounts services = new DurationCounts();
            for (int task = 0; task < 100; task++) {
                waits.add(random.nextInt(1 << (1 + random.nextInt(30))), 1 + random.nextInt(1 << 14));
                services.add(random.nextInt(1 << (1 + random.nextInt(30))), 1 + random.nextInt(1 << 14));
            }
            pools.add(new Sighting(
                    pool,
                    "some-service-worker-" + pool,
                    "elastic",
                    /* bornNanos= */ 1 + pool,
                    /* isConfigured= */ false,
                    PoolFigures.of(values, waits.now(), services.now())));
        }
        return pools;
    }
}
