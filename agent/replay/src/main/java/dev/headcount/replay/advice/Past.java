package dev.headcount.replay.advice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a pool has been through, an hour a {@link Bucket}, of the last two weeks.
 *
 * <p>Law: a rate is that of a minute or more, so that a burst of a second asks for no threads of its own; a gap in
 * the readings, as of a pool that does nothing, is one long minute. An hour in which no task ended has no service
 * time, and takes that of the hours before.
 * Time: compared by difference only. Threads: single owner. Cost: some additions a reading; 48 B an hour.
 */
public final class Past {

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long HOUR_NANOS = 60 * MINUTE_NANOS;
    private static final int MOST_HOURS = 14 * 24;

    private final Deque<Hour> hours = new ArrayDeque<>();
    private Hour hour;
    private long minuteNanos;
    private long submittedBefore;

    /**
     * Takes in one reading.
     *
     * @param submitted tasks accepted so far, never falling
     * @param completed tasks completed so far, never falling
     * @param serviceSeconds mean time in {@code run} of late, or {@code NaN} when unknown
     * @return whether {@link #buckets()} says something new
     */
    public boolean add(long nowNanos, long submitted, long completed, double serviceSeconds) {
        if (hour == null) {
            hour = new Hour(nowNanos, completed);
            minuteNanos = nowNanos;
            submittedBefore = submitted;
        }
        long elapsed = nowNanos - minuteNanos;
        if (elapsed < MINUTE_NANOS) {
            return false;
        }
        hour.add(submitted - submittedBefore, elapsed / 1e9, completed, serviceSeconds);
        minuteNanos = nowNanos;
        submittedBefore = submitted;
        if (nowNanos - hour.sinceNanos >= HOUR_NANOS) {
            keep(hour);
            hour = new Hour(nowNanos, completed);
        }
        return true;
    }

    private void keep(Hour ended) {
        hours.add(ended);
        if (hours.size() > MOST_HOURS) {
            hours.remove();
        }
    }

    /** What {@link #buckets()} spans, in seconds. */
    public double seconds() {
        double seconds = hour == null ? 0 : hour.seconds;
        for (Hour past : hours) {
            seconds += past.seconds;
        }
        return seconds;
    }

    /** An hour each and what there is of the present one; empty until a task's time is known, a minute at least. */
    public List<Bucket> buckets() {
        List<Bucket> buckets = new ArrayList<>(hours.size() + 1);
        double service = firstKnown();
        for (Hour past : hours) {
            service = past.serviceSeconds() > 0 ? past.serviceSeconds() : service;
            past.addTo(buckets, service);
        }
        if (hour != null) {
            hour.addTo(buckets, hour.serviceSeconds() > 0 ? hour.serviceSeconds() : service);
        }
        return buckets;
    }

    private double firstKnown() {
        for (Hour past : hours) {
            if (past.serviceSeconds() > 0) {
                return past.serviceSeconds();
            }
        }
        return Double.NaN;
    }

    private static final class Hour {

        private final long sinceNanos;
        private double lowest = Double.POSITIVE_INFINITY;
        private double highest;
        private double tasks;
        private double seconds;
        private long completedBefore;
        private double served;
        private double servedSeconds;

        Hour(long sinceNanos, long completed) {
            this.sinceNanos = sinceNanos;
            completedBefore = completed;
        }

        void add(long submitted, double elapsed, long completed, double service) {
            double rate = Math.max(0, submitted) / elapsed;
            lowest = Math.min(lowest, rate);
            highest = Math.max(highest, rate);
            tasks += Math.max(0, submitted);
            seconds += elapsed;
            long done = Math.max(0, completed - completedBefore);
            completedBefore = completed;
            if (service > 0 && service < Double.POSITIVE_INFINITY && done > 0) {
                served += done;
                servedSeconds += done * service;
            }
        }

        double serviceSeconds() {
            return servedSeconds / served;
        }

        void addTo(List<Bucket> buckets, double service) {
            if (seconds > 0 && service > 0) {
                double mean = Math.min(highest, Math.max(lowest, tasks / seconds));
                buckets.add(new Bucket(lowest, mean, highest, service, /* knee= */ 0));
            }
        }
    }
}
