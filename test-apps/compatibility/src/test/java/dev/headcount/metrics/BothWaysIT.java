package dev.headcount.metrics;

import static dev.headcount.compatibility.OnEachJdk.Breadth.SMOKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headcount.compatibility.ChildJvm;
import dev.headcount.compatibility.Jdk;
import dev.headcount.compatibility.OnEachJdk;
import dev.headcount.compatibility.RunningChild;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/**
 * One process, told by its own endpoint and by the JMX exporter with the rules that we ship: names, labels and values
 * are the same but for the list in {@code docs/metrics.md}, "Through JMX", which is this one.
 */
final class BothWaysIT {

    private static final Path EXPORTER = Path.of(System.getProperty("headcount.jmx-exporter.jar"));
    private static final Path RULES = Path.of("../../docs/prometheus/jmx-exporter.yaml");

    /** The JMX exporter's own pools work at each scrape: two scrapes are two moments. */
    private static final Set<String> EXPORTERS_POOLS = Set.of("prometheus-http-1", "Thread");

    private final int own = Scrapes.freePort();
    private final int jmx = Scrapes.freePort();

    private RunningChild started(Jdk jdk, String pools) {
        RunningChild child = ChildJvm.on(jdk, "both-ways-" + pools)
                .agent("metrics=" + own)
                .options("-javaagent:" + EXPORTER + "=127.0.0.1:" + jmx + ":" + RULES)
                .start("Measured", pools);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> child.lines().contains("ready")
                        && Scrapes.value(own, "headcount_pools") > 0
                        && Scrapes.value(jmx, "headcount_pools") > 0);
        return child;
    }

    /** Those that can be the same at two moments: the agent itself goes on working. */
    private static boolean isIdle(Series series) {
        return !EXPORTERS_POOLS.contains(series.label("pool"))
                && !series.name().startsWith("headcount_tick_seconds")
                && !series.name().startsWith("headcount_agent_cpu");
    }

    private static Map<Series, Double> comparable(Map<Series, Double> samples) {
        return samples.entrySet().stream()
                .filter(sample -> isIdle(sample.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** What the endpoint tells, less what JMX can't carry. */
    private static Map<Series, Double> carried(Map<Series, Double> samples) {
        Map<Series, Double> carried = new TreeMap<>();
        comparable(samples).forEach((series, value) -> {
            boolean isBucket = series.name().endsWith("_bucket");
            boolean isState = series.name().equals("headcount_pool_state");
            boolean isMode = series.name().equals("headcount_pool_mode");
            if (!isBucket && !((isState || isMode) && value == 0)) {
                carried.put(
                        series.renamed(name -> name.equals("headcount_build_info") ? "headcount_build" : name), value);
            }
        });
        return carried;
    }

    /** What the JMX exporter tells, less what the endpoint has in buckets. */
    private static Map<Series, Double> withoutQuantiles(Map<Series, Double> samples) {
        Map<Series, Double> left = comparable(samples);
        left.keySet()
                .removeIf(series -> series.name().equals("headcount_pool_wait_seconds")
                        && Set.of("0.5", "0.99").contains(series.label("quantile")));
        return left;
    }

    private static Set<String> pools(Map<Series, Double> samples) {
        return samples.keySet().stream()
                .filter(series -> series.name().equals("headcount_pool_size"))
                .map(series -> series.label("pool"))
                .filter(pool -> !EXPORTERS_POOLS.contains(pool))
                .collect(Collectors.toSet());
    }

    @OnEachJdk
    void idleProcess_scrapedByPrometheus_isTheSameBothWays(Jdk jdk, @TempDir Path folder) throws Exception {
        try (RunningChild child = started(jdk, "plain");
                Prometheus prometheus = Prometheus.scraping(folder, Map.of("own", own, "jmx", jmx))) {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        Map<Series, Double> direct = prometheus.samples("own");
                        assertThat(pools(direct))
                                .as("%s", prometheus)
                                .containsExactlyInAnyOrder("orders", "mail", "audit", "clock");
                        assertThat(withoutQuantiles(prometheus.samples("jmx"))).isEqualTo(carried(direct));
                    });
            Map<Series, Double> last = prometheus.samples("own");
            assertThat(last.keySet().stream()
                            .map(Series::name)
                            .filter(name -> !name.startsWith("headcount_pool_advised_")) // comes in the second minute
                            .collect(Collectors.toSet()))
                    .hasSize(38 - 3 + 3 * 3); // each family, and of a histogram the three that it is stored as
            assertThat(last.values()).doesNotContain(Double.NaN);
            assertThat(Prometheus.check(Scrapes.page(own))).isEmpty();
            assertThat(Prometheus.check(Scrapes.page(jmx))).isEmpty();
            assertThat(child.errors()).isEmpty();
        }
    }

    @OnEachJdk
    void poolsWithHardNames_areToldAsTheyAre(Jdk jdk, @TempDir Path folder) throws Exception {
        try (RunningChild child = started(jdk, "named");
                Prometheus prometheus = Prometheus.scraping(folder, Map.of("own", own, "jmx", jmx))) {
            Set<String> names = Set.of(
                    "two words",
                    "a=b",
                    "one, two",
                    "any*thing",
                    "really?",
                    "colon:ed",
                    "the \"quoted\"",
                    "back\\slash",
                    "C:\\new\\temp \"x\"",
                    "line feed",
                    "{curly=\"label\"} 1",
                    "# HELP me",
                    "smile \ud83d\ude00",
                    "\u65e5\u672c\u8a9e",
                    "half",
                    "_other",
                    "$1$2",
                    "x\"><>Size: 7",
                    "x><>Size: 7 of",
                    "endless" + "-and-on".repeat(16) + "-");
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        assertThat(pools(prometheus.samples("own")))
                                .as("%s", prometheus)
                                .isEqualTo(names);
                        assertThat(pools(prometheus.samples("jmx")))
                                .isEqualTo(names.stream()
                                        .map(BothWaysIT::inObjectNames)
                                        .collect(Collectors.toSet()));
                    });
            assertThat(Prometheus.check(Scrapes.page(own))).isEmpty();
            assertThat(Prometheus.check(Scrapes.page(jmx))).isEmpty();
            // the JMX exporter logs each scrape whose client gave up; nothing of ours says anything
            assertThat(child.errors())
                    .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("headcount"));
        }
    }

    /** What an object name needs to be quoted for, it escapes, but for what quoting alone is enough for. */
    private static String inObjectNames(String pool) {
        boolean isQuoted = pool.matches(".*[,=:\"*?].*");
        return isQuoted ? pool.replaceAll("([\"*?\\\\])", "\\\\$1") : pool;
    }

    @OnEachJdk(SMOKE)
    void endpoint_onEachJdk_isWhatPromtoolReads(Jdk jdk) throws Exception {
        try (RunningChild child =
                ChildJvm.on(jdk, "endpoint").agent("metrics=" + own).start("Measured", "plain")) {
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(
                            () -> assertThat(pools(Scrapes.samples(own))).contains("orders", "mail", "audit", "clock"));
            assertThat(Prometheus.check(Scrapes.page(own))).isEmpty();
            assertThat(child.errors()).isEmpty();
        }
    }
}
