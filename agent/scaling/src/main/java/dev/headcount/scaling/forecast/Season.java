package dev.headcount.scaling.forecast;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What may repeat: a day or a week, in five minutes of local time each.
 *
 * <p>Law: the place of a bucket is that of its local time, so a load that begins at eight begins at eight on both
 * sides of a change of the clocks. On the day that they are put forward some places are not seen, on the other some
 * are seen twice.
 */
enum Season {
    DAY("day", 288),
    WEEK("week", 7 * 288);

    final String word;

    /** Places. */
    final int period;

    Season(String word, int period) {
        this.word = word;
        this.period = period;
    }

    int place(long bucket, ZoneId zone) {
        long utcMillis = bucket * Buckets.MILLIS;
        int offsetSeconds =
                Instant.ofEpochMilli(utcMillis).atZone(zone).getOffset().getTotalSeconds();
        return (int) Math.floorMod(Math.floorDiv(utcMillis + offsetSeconds * 1000L, Buckets.MILLIS), (long) period);
    }
}
