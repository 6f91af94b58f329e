package dev.headcount.replay;

/**
 * Adds up what a run is judged by.
 *
 * <p>Law: tasks that arrive in the warm-up don't count; a task that has not ended counts when its delay so far is
 * longer than the objective; a refused one is late. Threads are paid for from the end of the warm-up on.
 */
final class Score {

    /** Over so long after a mark at most one task in a hundred may be late for the pool to have recovered. */
    private static final double STEADY_SECONDS = 5;

    private static final double BIN_SECONDS = 0.1;
    private static final double LATE_SHARE = 0.01;

    private final Scenario scenario;
    private final double from;
    private final Histogram waits = new Histogram();
    private final Histogram delays = new Histogram();
    private final int[] arrivedIn;
    private final int[] lateIn;

    private long scored;
    private long late;
    private double threadSeconds;
    private int resizes;
    private int reversals;
    private int lastDirection;

    Score(Scenario scenario, Settings settings) {
        this.scenario = scenario;
        this.from = settings.warmUpSeconds;
        int bins = (int) Math.ceil(scenario.durationSeconds / BIN_SECONDS) + 1;
        arrivedIn = new int[bins];
        lateIn = new int[bins];
    }

    void held(int live, double since, double until) {
        if (until > from) {
            threadSeconds += live * (until - Math.max(since, from));
        }
    }

    void ended(double arrival, double start, double end, double work) {
        double delay = Math.max(0, end - arrival - work);
        if (count(arrival, delay > scenario.objectiveSeconds)) {
            waits.add(start - arrival, 1);
            delays.add(delay, 1);
        }
    }

    void unfinished(double arrival, double now, double work) {
        if (now - arrival - work > scenario.objectiveSeconds) {
            count(arrival, /* isLate= */ true);
        }
    }

    void refused(double arrival) {
        count(arrival, /* isLate= */ true);
    }

    private boolean count(double arrival, boolean isLate) {
        int bin = (int) (arrival / BIN_SECONDS);
        arrivedIn[bin]++;
        if (isLate) {
            lateIn[bin]++;
        }
        if (arrival < from) {
            return false;
        }
        scored++;
        if (isLate) {
            late++;
        }
        return true;
    }

    void resized(double now, int before, int after) {
        int direction = Integer.signum(after - before);
        if (direction == 0) {
            return;
        }
        if (now >= from) {
            resizes++;
            if (lastDirection == -direction) {
                reversals++;
            }
        }
        lastDirection = direction;
    }

    Outcome outcome(int peak, long completed, long dropped, long events) {
        double minutes = (scenario.durationSeconds - from) / 60;
        return new Outcome(
                scored == 0 ? 0 : (double) late / scored,
                zeroIfNone(waits.quantile(0.5)),
                zeroIfNone(waits.quantile(0.99)),
                zeroIfNone(delays.quantile(0.99)),
                threadSeconds,
                resizes / minutes,
                reversals / minutes,
                peak,
                recoverSeconds(),
                completed,
                dropped,
                events);
    }

    private static double zeroIfNone(double seconds) {
        return Double.isNaN(seconds) ? 0 : seconds;
    }

    /** The longest of the recoveries after the marks; NaN without marks. */
    private double recoverSeconds() {
        double longest = Double.NaN;
        for (double mark : scenario.marks) {
            double seconds = recoverSeconds(mark);
            longest = Double.isNaN(longest) ? seconds : Math.max(longest, seconds);
        }
        return longest;
    }

    private double recoverSeconds(double mark) {
        int window = (int) (STEADY_SECONDS / BIN_SECONDS);
        int first = (int) Math.round(mark / BIN_SECONDS);
        for (int bin = first; bin + window <= arrivedIn.length; bin++) {
            int arrived = 0;
            int lateOnes = 0;
            for (int at = bin; at < bin + window; at++) {
                arrived += arrivedIn[at];
                lateOnes += lateIn[at];
            }
            if (lateOnes <= LATE_SHARE * arrived) {
                return (bin - first) * BIN_SECONDS;
            }
        }
        return scenario.durationSeconds - mark;
    }
}
