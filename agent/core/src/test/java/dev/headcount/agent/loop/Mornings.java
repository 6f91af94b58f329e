package dev.headcount.agent.loop;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Three weeks of a pool that keeps 12 threads busy from eight to twenty, UTC, and none by night. */
final class Mornings {

    static final long BUCKET_MILLIS = 300_000;

    /** Twelve and their square root. */
    static final int THREADS = 16;

    private static final int BUCKETS = 21 * 288;

    private Mornings() {}

    static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    static double loadAt(long timeMillis) {
        int hour = Instant.ofEpochMilli(timeMillis).atZone(ZoneOffset.UTC).getHour();
        return hour >= 8 && hour < 20 ? 12 : 0;
    }

    /** As an agent would have kept them until {@code endMillis}. */
    static List<String> lines(long endMillis) {
        long first = endMillis / BUCKET_MILLIS - BUCKETS;
        List<String> lines = new ArrayList<>();
        lines.add("holt-winters");
        lines.add("load-history 1 300000 " + first + " " + BUCKETS);
        for (int day = 0; day < 21; day++) {
            StringBuilder line = new StringBuilder();
            for (int bucket = 0; bucket < 288; bucket++) {
                long at = (first + day * 288 + bucket) * BUCKET_MILLIS;
                line.append(bucket == 0 ? "" : " ").append(Math.round(loadAt(at)));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
