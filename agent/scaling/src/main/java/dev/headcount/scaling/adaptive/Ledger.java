package dev.headcount.scaling.adaptive;

import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;

/**
 * The counts of one pool at its latest ticks, so that any window of some seconds, or of some tasks' time where that is
 * longer, is one subtraction.
 *
 * <p>Law: reading 0 is the latest and reading {@code ago} the one that many before it; what happened in between
 * is the difference of their counts. Ticks that follow each other by less than a twelfth of a task's time share a
 * reading, since they would tell little of it. Where a pool's tally stays empty, the rates and means of its signals stand in.
 * Invariant: no count and no moment falls from a reading to a later one.
 * Time: kept in seconds since the first reading. A clock that stands adds no reading, one that goes back starts anew
 * from where it stands.
 * Threads: single owner. Cost: 8 KB a pool; a reading is a handful of stores.
 */
final class Ledger {

    /** Six seconds of looks every 50 ms, or the time of ten tasks, one after the other, up to a minute. */
    private static final int READINGS = 128;

    private static final double READINGS_A_TASK = 12;
    private static final double LONGEST_SHARED_SECONDS = 0.5;

    private static final double NANOS = 1e9;

    /** Above it a rate or a time is a fault of its source. */
    private static final double ABSURD = 1e9;

    private final double[] seconds = new double[READINGS];
    private final double[] arrived = new double[READINGS];
    private final double[] ended = new double[READINGS];
    private final double[] failed = new double[READINGS];
    private final double[] services = new double[READINGS];
    private final double[] serviceSeconds = new double[READINGS];
    private final double[] busySeconds = new double[READINGS];
    private final int[] busy = new int[READINGS];

    private int latest;
    private int count;
    private long latestNanos;
    private Tally tally = Tally.NOTHING;

    /** Takes in a signal; false, and nothing has been added, when no time has passed since the one before. */
    boolean add(Signal signal) {
        double elapsed = count == 0 ? 0 : (signal.nowNanos() - latestNanos) / NANOS;
        latestNanos = signal.nowNanos();
        if (count > 0 && !(elapsed > 0)) {
            return false;
        }
        int before = latest;
        boolean isFirst = count == 0;
        if (count <= 1 || secondsSince(1) >= spacingSeconds(signal)) {
            latest = (latest + 1) % READINGS;
            count = Math.min(READINGS, count + 1);
        }
        int busyBefore = busy[before];
        busy[latest] = signal.working();
        if (!isFirst) {
            seconds[latest] = seconds[before] + elapsed;
            busySeconds[latest] = busySeconds[before] + 0.5 * (busyBefore + busy[latest]) * elapsed;
            addCounts(signal, before, elapsed);
        }
        tally = signal.tally();
        return true;
    }

    private static double spacingSeconds(Signal signal) {
        double task = signal.serviceMeanSeconds();
        return task > 0 ? Math.min(LONGEST_SHARED_SECONDS, task / READINGS_A_TASK) : 0;
    }

    private void addCounts(Signal signal, int before, double elapsed) {
        Tally now = signal.tally();
        boolean isCounted = now.submitted() > 0 || now.completed() > 0;
        double tasks =
                isCounted ? since(now.completed(), tally.completed()) : sane(signal.throughputPerSecond()) * elapsed;
        arrived[latest] = arrived[before]
                + (isCounted
                        ? since(now.submitted(), tally.submitted())
                        : sane(signal.arrivalRatePerSecond()) * elapsed);
        ended[latest] = ended[before] + tasks;
        failed[latest] = failed[before] + since(now.failed(), tally.failed());
        boolean isTimed = now.services() > 0;
        double timed = isTimed ? since(now.services(), tally.services()) : tasks;
        double spent = isTimed
                ? Math.max(0, sane(now.serviceSeconds()) - sane(tally.serviceSeconds()))
                : tasks * sane(signal.serviceMeanSeconds());
        services[latest] = services[before] + (spent > 0 ? timed : 0);
        serviceSeconds[latest] = serviceSeconds[before] + spent;
    }

    private static double since(long later, long earlier) {
        return Math.max(0, later - earlier);
    }

    private static double sane(double value) {
        return value < ABSURD ? value : 0;
    }

    /** Readings held, 0 to 128. */
    int count() {
        return count;
    }

    /** The moment of the latest reading, in seconds since the first. */
    double now() {
        return seconds[latest];
    }

    /** The latest reading that is {@code window} seconds old, or the oldest held; {@code from} or one before it. */
    int ago(double window, int from) {
        int ago = from;
        while (ago + 1 < count && secondsSince(ago) < window - 1e-6) {
            ago++;
        }
        return ago;
    }

    double secondsSince(int ago) {
        return seconds[latest] - seconds[at(ago)];
    }

    double arrivedSince(int ago) {
        return arrived[latest] - arrived[at(ago)];
    }

    double endedSince(int ago) {
        return ended[latest] - ended[at(ago)];
    }

    double failedSince(int ago) {
        return failed[latest] - failed[at(ago)];
    }

    /** Tasks whose service time is known. */
    double servicesSince(int ago) {
        return services[latest] - services[at(ago)];
    }

    double serviceSecondsSince(int ago) {
        return serviceSeconds[latest] - serviceSeconds[at(ago)];
    }

    double busySecondsSince(int ago) {
        return busySeconds[latest] - busySeconds[at(ago)];
    }

    /** Mean busy threads. */
    double busySince(int ago) {
        return busySecondsSince(ago) / secondsSince(ago);
    }

    /**
     * Busy seconds a task, by Little's law: tasks are counted half where they start and half where they end, so that
     * a pool that has just grown doesn't look slow.
     */
    double spentEach(int ago) {
        double tasks = endedSince(ago) + 0.5 * (busy[latest] - busy[at(ago)]);
        return busySecondsSince(ago) / Math.max(1, tasks);
    }

    /** All tasks ended since the first reading. */
    double ended() {
        return ended[latest];
    }

    /** All tasks that were seen to fail since the first reading. */
    double failed() {
        return failed[latest];
    }

    /** All tasks since the first reading whose service time is known. */
    double services() {
        return services[latest];
    }

    /** Theirs together. */
    double serviceSeconds() {
        return serviceSeconds[latest];
    }

    /** All busy seconds since the first reading. */
    double busySeconds() {
        return busySeconds[latest];
    }

    private int at(int ago) {
        return (latest - ago + READINGS) % READINGS;
    }
}
