package dev.headcount.cli.output;

import java.util.Locale;
import java.util.Map;

/** Pools side by side for a person; plain ASCII, for terminals whose locale nobody has set. */
public final class PoolTable {

    /** A longer name would push the figures off a screen of 120 columns. */
    private static final int NAME_WIDTH = 36;

    private final Table table = new Table(
            "POOL",
            "KIND",
            "STATE",
            " SIZE",
            " BUSY",
            " CORE->TARGET",
            " BOUNDS",
            " QUEUE",
            " WAIT-P99",
            " UTIL",
            " SERVICE");

    /** @param pool the attributes of its bean */
    public void add(Map<String, Object> pool) {
        table.row(
                shortened(String.valueOf(pool.get("Name"))),
                String.valueOf(pool.get("Kind")),
                String.valueOf(pool.get("State")),
                String.valueOf(pool.get("Size")),
                String.valueOf(pool.get("Busy")),
                pool.get("Core") + "->" + pool.get("Target"),
                pool.get("Floor") + ".." + pool.get("Ceiling"),
                String.valueOf(pool.get("QueueDepth")),
                millis(pool.get("WaitP99Millis")),
                percent(pool.get("Utilisation")),
                millis(pool.get("ServiceMeanMillis")));
    }

    /** The end of a name tells twins apart, its beginning says whose they are: the middle goes. */
    private static String shortened(String name) {
        int half = (NAME_WIDTH - 2) / 2;
        return name.length() <= NAME_WIDTH
                ? name
                : name.substring(0, half) + ".." + name.substring(name.length() - half);
    }

    private static String percent(Object share) {
        double value = ((Number) share).doubleValue();
        return Double.isNaN(value) ? "-" : Math.round(value * 100) + "%";
    }

    /** In the unit that keeps it short. */
    static String millis(Object time) {
        double millis = ((Number) time).doubleValue();
        if (Double.isNaN(millis)) {
            return "-";
        }
        if (millis < 9.95) {
            return String.format(Locale.ROOT, "%.1fms", millis);
        }
        if (millis < 999.5) {
            return Math.round(millis) + "ms";
        }
        double seconds = millis / 1e3;
        return seconds < 99.95
                ? String.format(Locale.ROOT, "%.1fs", seconds)
                : String.format(Locale.ROOT, "%.1fm", seconds / 60);
    }

    public String text() {
        return table.text();
    }
}
