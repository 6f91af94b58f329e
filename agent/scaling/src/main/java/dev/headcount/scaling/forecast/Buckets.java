package dev.headcount.scaling.forecast;

/**
 * Cuts the course of a load into five minutes of wall-clock time each.
 *
 * <p>Law: a bucket is told when the first load after it comes, as the mean of what it saw, if it saw half of it at
 * least. A bucket that the process slept through, or that the clock jumped over, is not told.
 * A long time between two looks is no gap: nothing moved in it, or the pool would have been looked at.
 * Invariant: five minutes divide every offset of a time zone, so a bucket has one local time.
 * Time: how long is measured in nanoseconds, which stand while a computer sleeps; the end is the wall clock's. The
 * same stretch is not told twice by a clock that wavers.
 * Threads: single owner.
 */
final class Buckets {

    static final long MILLIS = 300_000;

    /** Told of each bucket that is over. */
    interface Sink {
        void take(long bucket, double load);
    }

    private final Sink sink;
    private boolean hasBegun;
    private long current;
    private long lastMillis;
    private double coveredMillis;
    private double work;

    Buckets(Sink sink) {
        this.sink = sink;
    }

    /** A load that has lasted for {@code elapsedNanos} until {@code epochMillis}. */
    void add(double load, long elapsedNanos, long epochMillis) {
        long elapsed = Math.min(elapsedNanos / 1_000_000, History.BUCKETS * MILLIS);
        long from = epochMillis - elapsed;
        boolean isLater = hasBegun && epochMillis >= lastMillis;
        from = isLater ? Math.max(from, lastMillis) : from;
        lastMillis = epochMillis;
        if (!hasBegun || current != Math.floorDiv(from, MILLIS)) {
            begin(Math.floorDiv(from, MILLIS));
        }
        while (from < epochMillis) {
            long end = Math.min(epochMillis, (current + 1) * MILLIS);
            coveredMillis += end - from;
            work += load * (end - from);
            from = end;
            if (from == (current + 1) * MILLIS) {
                begin(current + 1);
            }
        }
    }

    private void begin(long bucket) {
        if (hasBegun && coveredMillis >= 0.5 * MILLIS) {
            sink.take(current, work / coveredMillis);
        }
        hasBegun = true;
        current = bucket;
        coveredMillis = 0;
        work = 0;
    }

    /** The bucket of the latest load; its number is the time since 1970 in five minutes, UTC. */
    long current() {
        return current;
    }
}
