package dev.headcount.simulator;

import dev.headcount.replay.Scenario;
import dev.headcount.replay.Workload;

/**
 * Plans sizes slot by slot for a load that is known task by task.
 *
 * <p>Law: each slot gets the smallest size with which, the next slots being as large as may be, no more tasks are late
 * than the allowance that has been saved up. What is left waiting at a slot's end is so just what the next can still
 * save. No slot is larger than what is shared bears, so nothing ever contends.
 * Blind to: a smaller cost over several slots than the sum of the smallest of each. It is no proven optimum.
 */
final class Foresight {

    /** A deadline farther away than that is the business of later slots. */
    private static final double MOST_AHEAD_SECONDS = 10;

    private final Scenario scenario;
    private final Workload workload;
    private final double slotSeconds;
    private final double aheadSeconds;

    /** When each running task ends, the latest first. */
    private final double[] ends;

    private final double[] trialEnds;
    private int running;
    private int next;
    private int lastLate;
    private int started;

    Foresight(Scenario scenario, Workload workload, double slotSeconds) {
        this.scenario = scenario;
        this.workload = workload;
        this.slotSeconds = slotSeconds;
        this.aheadSeconds = slotSeconds + Math.min(MOST_AHEAD_SECONDS, scenario.objectiveSeconds);
        this.ends = new double[scenario.ceiling + 1];
        this.trialEnds = new double[scenario.ceiling + 1];
    }

    /** @param allowed the share of late tasks to aim at */
    int[] plan(double allowed) {
        running = 0;
        next = 0;
        int[] sizes = new int[(int) Math.ceil(scenario.durationSeconds / slotSeconds)];
        double saved = 0;
        for (int slot = 0; slot < sizes.length; slot++) {
            double from = slot * slotSeconds;
            int arrivals = arrivalsUntil(from + slotSeconds) - next;
            saved += allowed * Math.max(0, arrivals);
            sizes[slot] = smallest(from, saved);
            int before = next;
            running = pass(ends, running, from, from + slotSeconds, sizes[slot]);
            saved = Math.max(0, saved - lastLate);
            next = before + started;
        }
        return sizes;
    }

    private int arrivalsUntil(double moment) {
        int low = next;
        int high = workload.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (workload.arrivalSeconds(middle) < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int most(double moment) {
        double capacity = scenario.capacityAt(moment);
        int cap = capacity > 0 ? Math.max(scenario.floor, (int) capacity) : scenario.ceiling;
        return Math.min(scenario.ceiling, cap);
    }

    private int smallest(double from, double allowance) {
        int low = scenario.floor;
        int high = most(from + slotSeconds / 2);
        int best = late(from, high);
        if (best > allowance && scenario.capacityAt(from) > 0) {
            return high; // what is shared is overloaded: each task that is not done now makes a later one late
        }
        while (low < high) {
            int middle = low + high >>> 1;
            if (late(from, middle) <= Math.max(best, allowance)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private int late(double from, int size) {
        System.arraycopy(ends, 0, trialEnds, 0, running);
        int first = next;
        double to = from + slotSeconds;
        int count = pass(trialEnds, running, from, to, size);
        int late = lastLate;
        next = first + started;
        pass(trialEnds, count, to, to + aheadSeconds, most(to + aheadSeconds / 2));
        late += lastLate + overdue(next + started, to + aheadSeconds);
        next = first;
        return late;
    }

    /** Tasks still waiting at {@code moment} that are late already. */
    private int overdue(int first, double moment) {
        int task = first;
        while (task < workload.size() && workload.arrivalSeconds(task) + scenario.objectiveSeconds < moment) {
            task++;
        }
        return task - first;
    }

    /** Lets a slot pass with this size; how many tasks run at its end. Leaves {@link #started} and {@link #lastLate}. */
    private int pass(double[] busy, int count, double from, double to, int size) {
        started = 0;
        lastLate = 0;
        double now = from;
        int task = next;
        while (task < workload.size()) {
            now = Math.max(now, workload.arrivalSeconds(task));
            if (now >= to) {
                break;
            }
            count = drop(busy, count, now);
            if (count >= size) {
                double free = busy[size - 1]; // the latest of those that must end first
                if (free >= to) {
                    break;
                }
                now = free;
                count = drop(busy, count, now);
            }
            if (now - workload.arrivalSeconds(task) > scenario.objectiveSeconds) {
                lastLate++;
            }
            insert(busy, count++, now + workload.workSeconds(task) * scenario.slowdownAt(now));
            task++;
        }
        started = task - next;
        return drop(busy, count, to);
    }

    /** Those that have ended by {@code now} stand last. */
    private static int drop(double[] busy, int count, double now) {
        int kept = count;
        while (kept > 0 && busy[kept - 1] <= now) {
            kept--;
        }
        return kept;
    }

    /** Keeps the latest end first. */
    private static void insert(double[] busy, int count, double end) {
        int at = count;
        while (at > 0 && busy[at - 1] < end) {
            busy[at] = busy[at - 1];
            at--;
        }
        busy[at] = end;
    }
}
