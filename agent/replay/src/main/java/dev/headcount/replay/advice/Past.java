package dev.headcount.replay.advice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a pool has been through: the last hour by minutes, two weeks by hours.
 *
 * <p>Law: a rate is that of a minute or more, so that a burst of a second asks for no threads of its own; a gap in the
 * readings, as of a pool that does nothing, is one long minute, and belongs to each hour that it reaches into. A
 * stretch in which no task ended has no service time, and takes that of those before. Hours can be kept elsewhere as
 * {@link #lines} and taken in again; what lies in the future, as after a clock went wrong, is dropped.
 * Time: durations by a clock of which only differences count, their place in the past by the time of day.
 * Threads: any, one at a time. Cost: some comparisons a reading; at most 60 minutes and 336 hours of 80 B each.
 */
public final class Past {

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long MINUTE_MILLIS = 60_000;
    private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;
    private static final int MINUTES = 60;
    private static final int HOURS = 14 * 24;

    private final Deque<Stretch> minutes = new ArrayDeque<>();
    private final Deque<Stretch> hours = new ArrayDeque<>();
    private boolean hasBegun;
    private long beforeNanos;
    private long submittedBefore;
    private long completedBefore;
    private long latestMillis;

    /**
     * Takes in one reading.
     *
     * @param nowNanos of a clock that only moves forward
     * @param timeMillis since 1970
     * @param submitted tasks accepted so far, never falling
     * @param completed tasks completed so far, never falling
     * @param serviceSeconds mean time in {@code run} of late, or {@code NaN} when unknown
     * @param knee the size from which more threads bring no more throughput; 0 for none known
     * @return whether {@link #buckets} says something new
     */
    public synchronized boolean add(
            long nowNanos, long timeMillis, long submitted, long completed, double serviceSeconds, int knee) {
        if (!hasBegun) {
            hasBegun = true;
            latestMillis = timeMillis;
            begin(nowNanos, submitted, completed);
        }
        long elapsed = nowNanos - beforeNanos;
        if (elapsed < MINUTE_NANOS) {
            return false;
        }
        double tasks = Math.max(0, submitted - submittedBefore);
        double done = Math.max(0, completed - completedBefore);
        begin(nowNanos, submitted, completed);
        latestMillis = timeMillis;
        long sinceMillis = timeMillis - Math.min(elapsed / 1_000_000, HOURS * HOUR_MILLIS);
        spread(minutes, MINUTE_MILLIS, MINUTES, sinceMillis, tasks, done, serviceSeconds, knee);
        spread(hours, HOUR_MILLIS, HOURS, sinceMillis, tasks, done, serviceSeconds, knee);
        return true;
    }

    private void begin(long nowNanos, long submitted, long completed) {
        beforeNanos = nowNanos;
        submittedBefore = submitted;
        completedBefore = completed;
    }

    /** Gives each stretch its share of what came since {@code sinceMillis}. */
    private void spread(
            Deque<Stretch> stretches,
            long lengthMillis,
            int most,
            long sinceMillis,
            double tasks,
            double done,
            double service,
            int knee) {
        long last = Math.floorDiv(latestMillis, lengthMillis);
        forget(stretches, last, most);
        double all = latestMillis - sinceMillis;
        long from = Math.max(sinceMillis, (last - most + 1) * lengthMillis);
        while (from < latestMillis) {
            long number = Math.floorDiv(from, lengthMillis);
            long until = Math.min(latestMillis, (number + 1) * lengthMillis);
            double share = (until - from) / all;
            if (stretches.isEmpty() || stretches.getLast().number < number) {
                stretches.add(new Stretch(number));
            }
            stretches.getLast().add(share * tasks, (until - from) / 1e3, share * done, service, knee);
            from = until;
        }
        forget(stretches, last, most);
    }

    private static void forget(Deque<Stretch> stretches, long last, int most) {
        while (!stretches.isEmpty() && stretches.getFirst().number <= last - most) {
            stretches.removeFirst();
        }
        while (!stretches.isEmpty() && stretches.getLast().number > last) {
            stretches.removeLast();
        }
    }

    /** How much of {@code span} is known, in seconds. */
    public synchronized double seconds(Span span) {
        return of(span).stream().mapToDouble(Stretch::seconds).sum();
    }

    /** A bucket for each minute or hour that is known of {@code span}; empty until a task's time is known. */
    public synchronized List<Bucket> buckets(Span span) {
        List<Bucket> buckets = new ArrayList<>();
        double service = firstKnown();
        for (Stretch stretch : of(span)) {
            service = stretch.serviceSeconds() > 0 ? stretch.serviceSeconds() : service;
            if (service > 0) {
                buckets.add(stretch.bucket(service));
            }
        }
        return buckets;
    }

    private List<Stretch> of(Span span) {
        boolean isHour = span == Span.HOUR;
        long length = isHour ? MINUTE_MILLIS : HOUR_MILLIS;
        long after = Math.floorDiv(latestMillis, length) - span.seconds() * 1_000L / length;
        List<Stretch> found = new ArrayList<>();
        for (Stretch stretch : isHour ? minutes : hours) {
            if (stretch.number > after) {
                found.add(stretch);
            }
        }
        return found;
    }

    private double firstKnown() {
        for (Stretch hour : hours) {
            if (hour.serviceSeconds() > 0) {
                return hour.serviceSeconds();
            }
        }
        return Double.NaN;
    }

    /** All hours, for {@link #recall} of another run. */
    public synchronized List<String> lines() {
        List<String> lines = new ArrayList<>(hours.size());
        for (Stretch hour : hours) {
            lines.add(hour.line());
        }
        return lines;
    }

    /**
     * Takes in what {@link #lines} said in another run, before or after the first readings of this one.
     *
     * @throws IllegalArgumentException naming the line that does not read; then nothing is taken in
     */
    public synchronized void recall(List<String> lines) {
        Deque<Stretch> all = new ArrayDeque<>();
        for (String line : lines) {
            Stretch kept = Stretch.of(line);
            if (!all.isEmpty() && all.getLast().number >= kept.number) {
                throw new IllegalArgumentException("expected hours that rise: got " + line);
            }
            all.add(kept);
        }
        for (Stretch own : hours) {
            while (!all.isEmpty() && all.getLast().number > own.number) { // of a clock that was ahead
                all.removeLast();
            }
            if (!all.isEmpty() && all.getLast().number == own.number) {
                all.getLast().add(own);
            } else {
                all.add(own);
            }
        }
        hours.clear();
        hours.addAll(all);
        if (hasBegun) {
            forget(hours, Math.floorDiv(latestMillis, HOUR_MILLIS), HOURS);
        }
    }
}
