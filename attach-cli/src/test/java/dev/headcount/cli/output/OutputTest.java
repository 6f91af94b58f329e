package dev.headcount.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutputTest {

    private static Map<String, Object> pool(String name) {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("Name", name),
                Map.entry("Kind", "elastic"),
                Map.entry("State", "normal"),
                Map.entry("Size", 26),
                Map.entry("Busy", 24),
                Map.entry("Core", 26),
                Map.entry("Target", 32),
                Map.entry("Floor", 4),
                Map.entry("Ceiling", 32),
                Map.entry("QueueDepth", 412),
                Map.entry("WaitP99Millis", 2345.6),
                Map.entry("Utilisation", 0.923),
                Map.entry("ServiceMeanMillis", Double.NaN)));
    }

    @Test
    void table_ofPools_isAlignedAndNarrow() {
        PoolTable table = new PoolTable();
        table.add(pool("http-worker"));
        table.add(pool("dev.shop.orders.OrderService.reports(OrderService.java:117)"));

        assertThat(table.text()).isEqualTo("""
                POOL                                  KIND     STATE   SIZE  BUSY  CORE->TARGET  BOUNDS  QUEUE  WAIT-P99  UTIL  SERVICE
                http-worker                           elastic  normal    26    24        26->32   4..32    412      2.3s   92%        -
                dev.shop.orders.O..Service.java:117)  elastic  normal    26    24        26->32   4..32    412      2.3s   92%        -
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0ms",
        "9.94, 9.9ms",
        "9.95, 10ms",
        "999.4, 999ms",
        "999.5, 1.0s",
        "99949, 99.9s",
        "99950, 1.7m",
        "NaN, -"
    })
    void millis_atTheEdges_changeTheirUnit(double millis, String shown) {
        assertThat(PoolTable.millis(millis)).isEqualTo(shown);
    }

    @Test
    void json_ofPools_hasTheAttributesAndNullForTheUnknown() throws Exception {
        Map<String, Object> pool = pool("a\"b\\c\n\u2028d");

        JsonArray parsed = JsonParser.array().from(PoolJson.of(List.of(pool, pool("second"))));

        assertThat(parsed).hasSize(2);
        assertThat(parsed.getObject(0).keySet()).isEqualTo(pool.keySet());
        assertThat(parsed.getObject(0).getString("Name")).isEqualTo("a\"b\\c\n\u2028d");
        assertThat(parsed.getObject(0).getDouble("WaitP99Millis")).isEqualTo(2345.6);
        assertThat(parsed.getObject(0).isNull("ServiceMeanMillis")).isTrue();
        assertThat(parsed.getObject(0).getInt("QueueDepth")).isEqualTo(412);
    }

    @Test
    void json_ofNoPools_isAnEmptyArray() throws Exception {
        assertThat(JsonParser.array().from(PoolJson.of(List.of()))).isEmpty();
    }
}
