package dev.headcount.cli.output;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.util.List;
import java.util.Map;

/** Pools for programs: an array of objects whose fields are the attributes of the JMX bean, unknown figures null. */
public final class PoolJson {

    private PoolJson() {}

    /** @param pools the attributes of their beans */
    public static String of(List<Map<String, Object>> pools) {
        JsonStringWriter json = JsonWriter.indent("  ").string().array();
        for (Map<String, Object> pool : pools) {
            json.object();
            for (Map.Entry<String, Object> attribute : pool.entrySet()) {
                json.value(attribute.getKey(), known(attribute.getValue()));
            }
            json.end();
        }
        return json.end().done();
    }

    /** JSON has neither NaN nor infinity. */
    static Object known(Object value) {
        return value instanceof Double && (((Double) value).isNaN() || ((Double) value).isInfinite()) ? null : value;
    }
}
