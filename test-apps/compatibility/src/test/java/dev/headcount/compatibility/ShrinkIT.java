package dev.headcount.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long a pool that was grown from 4 to 20 threads takes to have 4 again: a table that the README quotes.
 *
 * <p>The application's keep-alive decides, but for {@code idle-expiry}, which shortens it for the time that the
 * sizes are ours. An unpinned pool waits 45 s before that, the rest before each shrink.
 */
@EnabledIfSystemProperty(
        named = "headcount.jdks",
        matches = "all",
        disabledReason = "takes two minutes, of which it sleeps nearly all: with -Pall-jdks")
final class ShrinkIT {

    private static final int CORE = 4;
    private static final int GROWN = 20;

    /** The least and the most seconds for each way; a rest before a shrink is 45 s. */
    private static final Map<Way, int[]> BARS = new LinkedHashMap<>();

    static {
        BARS.put(new Way("detach", 0, ""), new int[] {0, 3});
        BARS.put(new Way("detach", 0, "idle-expiry=10s"), new int[] {0, 3});
        BARS.put(new Way("detach", 60, ""), new int[] {55, 66});
        BARS.put(new Way("detach", 60, "idle-expiry=10s"), new int[] {0, 66});
        BARS.put(new Way("unpin", 0, ""), new int[] {35, 55});
        BARS.put(new Way("unpin", 0, "idle-expiry=10s"), new int[] {35, 55});
        BARS.put(new Way("unpin", 60, ""), new int[] {95, 120});
        BARS.put(new Way("unpin", 60, "idle-expiry=10s"), new int[] {45, 70});
    }

    private record Way(String letGo, int keepAliveSeconds, String options) {}

    /** All at once: they sleep. */
    @Test
    void grownPool_letGo_isSmallAgainInTheTimeThatWeTell() throws Exception {
        Jdk jdk = Jdks.found().get(Jdks.found().size() - 1);
        ExecutorService threads = Executors.newFixedThreadPool(BARS.size());
        try {
            Map<Way, Future<Double>> took = new LinkedHashMap<>();
            List<Callable<Double>> all = new ArrayList<>();
            BARS.keySet().forEach(way -> took.put(way, threads.submit(() -> seconds(jdk, way))));
            System.out.println("from " + GROWN + " threads to " + CORE + " on " + jdk + ":");
            took.forEach((way, future) -> System.out.printf(
                    "  %s, keep-alive %d s, %s: %.1f s%n",
                    way.letGo,
                    way.keepAliveSeconds,
                    way.options.isEmpty() ? "no idle-expiry" : way.options,
                    get(future)));
            BARS.forEach((way, bar) ->
                    assertThat(get(took.get(way))).as(way.toString()).isBetween((double) bar[0], (double) bar[1]));
        } finally {
            threads.shutdownNow();
        }
    }

    private static double seconds(Jdk jdk, Way way) throws Exception {
        String name = "shrink-" + way.letGo + way.keepAliveSeconds + way.options.replace('=', '-');
        try (RunningChild child = ChildJvm.on(jdk, name)
                        .start("Lingering", "" + way.keepAliveSeconds)
                        .awaitReady();
                Outside outside = Outside.of(child)) {
            outside.attach(way.options);
            Bean pool = outside.pool("lingering");
            pool.call("pin", GROWN, 10, "");
            child.order("work");
            await().atMost(Duration.ofSeconds(10)).until(() -> threads(child) == GROWN);
            await().atMost(Duration.ofSeconds(10)).until(() -> pool.number("Busy") == 0);
            long start = System.nanoTime();
            if (way.letGo.equals("unpin")) {
                pool.call("unpin");
            } else {
                outside.detach();
            }
            await().atMost(Duration.ofSeconds(150)).until(() -> threads(child) == CORE);
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static int threads(RunningChild child) throws Exception {
        return Integer.parseInt(child.order("threads").get(0));
    }

    private static double get(Future<Double> seconds) {
        try {
            return seconds.get(4, TimeUnit.MINUTES);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
