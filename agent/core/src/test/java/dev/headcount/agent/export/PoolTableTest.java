package dev.headcount.agent.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.agent.signal.Distribution;
import dev.headcount.agent.signal.DurationCounts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PoolTableTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long START = Long.MAX_VALUE - 30 * SECOND; // the clock passes its end

    private int limit = 2;
    private final PoolTable table = new PoolTable(() -> limit);

    private static Sighting pool(String name, int size, long submitted) {
        return pool(name, name, size, submitted, 1, /* isConfigured= */ false);
    }

    private static Sighting pool(
            Object identity, String name, int size, long submitted, long bornNanos, boolean isConfigured) {
        double[] values = new double[PoolSeries.ALL.length];
        Arrays.fill(values, Double.NaN);
        for (PoolSeries series : PoolSeries.ALL) {
            values[series.ordinal()] = 0;
        }
        values[PoolSeries.SIZE.ordinal()] = size;
        values[PoolSeries.MAX_SIZE.ordinal()] = 10 * size;
        values[PoolSeries.OLDEST_WAIT.ordinal()] = size;
        values[PoolSeries.NORMAL.ordinal()] = 1;
        values[PoolSeries.SUBMITTED.ordinal()] = submitted;
        DurationCounts waits = new DurationCounts();
        waits.add(1, submitted);
        return new Sighting(
                identity,
                name,
                "elastic",
                bornNanos,
                isConfigured,
                PoolFigures.of(values, waits.now(), Distribution.NONE));
    }

    private void see(long second, Sighting... pools) {
        table.see(List.of(pools), START + second * SECOND);
    }

    private Map<String, String> told() throws Exception {
        Cells cells = new Cells(0, 0);
        table.tell(cells);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Page.layOut(cells, Format.TEXT).write(cells, out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> line.substring(line.lastIndexOf(' ') + 1)));
    }

    private static String of(String pool, String series) {
        return "headcount_pool_" + series + "{kind=\"elastic\",pool=\"" + pool + "\"}";
    }

    @Test
    void see_morePoolsThanTheLimit_laterOnesAreFolded() throws Exception {
        see(0, pool("a", 1, 10), pool("b", 2, 20));
        see(1, pool("c", 4, 40), pool("d", 8, 80), pool("a", 1, 11), pool("b", 2, 20));

        assertThat(told())
                .containsEntry(of("a", "submitted_total"), "11.0")
                .containsEntry(of("b", "submitted_total"), "20.0")
                .containsEntry(of("_other", "submitted_total"), "120.0")
                .containsEntry(of("_other", "size"), "12.0")
                .containsEntry(of("_other", "oldest_wait_seconds"), "8.0")
                .containsEntry("headcount_pool_state{kind=\"elastic\",pool=\"_other\",state=\"normal\"}", "2.0")
                .containsEntry(of("_other", "wait_seconds_count"), "120")
                .doesNotContainKey(of("_other", "max_size"))
                .doesNotContainKey(of("_other", "utilisation"))
                .doesNotContainKey(of("c", "size"));
        assertThat(table.overflowed()).isEqualTo(2);
    }

    @Test
    void see_severalAtOnce_theEldestHaveThePlaces() throws Exception {
        see(
                0,
                pool("young", "young", 1, 0, START + 5, false),
                pool("eldest", "eldest", 1, 0, 0, false), // was there before the agent
                pool("elder", "elder", 1, 0, START - 5, false));

        assertThat(told())
                .containsKeys(of("eldest", "size"), of("elder", "size"))
                .doesNotContainKey(of("young", "size"));
    }

    @Test
    void see_aPlaceBecomesFree_foldedPoolsStayFolded() throws Exception {
        see(0, pool("a", 1, 10), pool("b", 2, 20), pool("c", 4, 40));
        see(1, pool("c", 4, 41));
        see(302, pool("c", 4, 42), pool("new", 1, 1));

        assertThat(told())
                .containsEntry(of("_other", "submitted_total"), "42.0")
                .containsKey(of("new", "size"))
                .doesNotContainKeys(of("a", "size"), of("c", "size"));
    }

    @Test
    void see_foldedPoolsEnd_countersOfOtherStayAndGaugesGo() throws Exception {
        limit = 0;
        see(0, pool("a", 1, 10), pool("b", 2, 20));
        see(1, pool("b", 2, 25));
        see(2);
        see(3, pool("a", "a", 3, 5, 1, false));

        assertThat(told())
                .containsEntry(of("_other", "submitted_total"), "40.0")
                .containsEntry(of("_other", "wait_seconds_count"), "40")
                .containsEntry(of("_other", "size"), "3.0");
        assertThat(table.overflowed()).isEqualTo(1);
    }

    @Test
    void see_poolEnded_countersStayForFiveMinutes() throws Exception {
        see(0, pool("a", 1, 10));
        see(1);
        assertThat(told())
                .containsEntry(of("a", "submitted_total"), "10.0")
                .containsEntry(of("a", "size"), "0.0")
                .containsEntry(of("a", "max_size"), "10.0");
        see(300);
        assertThat(told()).containsKey(of("a", "submitted_total"));
        see(301);
        assertThat(told()).isEmpty();
    }

    @Test
    void see_anotherPoolOfTheNameOfOneThatEnded_hasItsPlaceAtOnce() throws Exception {
        see(0, pool("a", 1, 10), pool("b", 1, 10));
        see(1, pool("another", "a", 5, 3, 1, false), pool("b", 1, 10));

        assertThat(told()).containsEntry(of("a", "submitted_total"), "3.0").containsEntry(of("a", "size"), "5.0");
        assertThat(table.overflowed()).isZero();
    }

    @Test
    void see_configuredPool_neverFolds() throws Exception {
        see(0, pool("a", 1, 10), pool("b", 1, 10), pool("c", "c", 4, 40, 1, true));
        assertThat(told()).containsEntry(of("c", "submitted_total"), "40.0");
        assertThat(table.overflowed()).isZero();
    }

    @Test
    void see_foldedPoolIsConfiguredLater_getsSeriesAndOtherDoesNotFall() throws Exception {
        see(0, pool("a", 1, 10), pool("b", 1, 10), pool("c", 4, 40));
        see(1, pool("a", 1, 10), pool("b", 1, 10), pool("c", "c", 4, 45, 1, true));

        assertThat(told())
                .containsEntry(of("c", "submitted_total"), "45.0")
                .containsEntry(of("_other", "submitted_total"), "40.0")
                .containsEntry(of("_other", "size"), "0.0");
        assertThat(table.overflowed()).isZero();
    }

    @Test
    void see_poolReallyCalledOther_isFolded() throws Exception {
        see(0, pool("_other", "_other", 3, 7, 1, true), pool("a", 1, 1));
        see(1, pool("_other", "_other", 3, 7, 1, true), pool("a", 1, 1), pool("b", 1, 1), pool("c", 1, 1));

        assertThat(told()).containsEntry(of("_other", "submitted_total"), "8.0");
    }

    @Test
    void tell_samePoolsTwice_hasTheSameShape() {
        see(0, pool("a", 1, 10), pool("b", 2, 20), pool("c", 4, 40), pool("d", 4, 40));
        Cells first = new Cells(0, 0);
        table.tell(first);
        List<Sighting> reversed =
                new ArrayList<>(List.of(pool("d", 4, 41), pool("c", 4, 41), pool("b", 2, 21), pool("a", 1, 11)));
        table.see(reversed, START + SECOND);
        Cells second = new Cells(0, 0);
        table.tell(second);

        assertThat(second.haveTheShapeOf(first)).isTrue();
    }
}
