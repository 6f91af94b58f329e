package dev.headcount.replay;

import java.util.Locale;

/**
 * A row of {@code observed.csv}: the pool, the seconds since the recording began, its sizes then, what happened since
 * the row before, and waits and services of the last ten seconds. Unknown figures are empty.
 */
final class ObservedRow {

    static final String HEADER =
            "seconds,size,busy,queue_depth,target,arrivals,completed,dropped,waits,late,wait_p50_ms,"
                    + "wait_p99_ms,service_ms,pool";

    private ObservedRow() {}

    static String text(String pool, Look first, Look before, Look look) {
        return String.format(
                Locale.ROOT,
                "%.3f,%d,%d,%d,%d,%.0f,%.0f,%.0f,%.0f,%.0f,%s,%s,%s,%s",
                look.seconds - first.seconds,
                look.size,
                look.busy,
                look.queueDepth,
                look.core,
                more(look.arrived, before.arrived),
                more(look.completed, before.completed),
                more(look.dropped, before.dropped),
                more(look.waits, before.waits),
                more(look.late, before.late),
                known(look.waitP50Millis),
                known(look.waitP99Millis),
                known(look.serviceMeanMillis),
                pool.replace(',', ' '));
    }

    /** Counts begin anew with another agent in the same program. */
    private static double more(double now, double before) {
        return Math.max(0, now - before);
    }

    private static String known(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
    }
}
