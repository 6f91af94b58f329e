package dev.headcount.simulator;

import dev.headcount.replay.Scenario;
import dev.headcount.replay.Workload;

/**
 * Plans sizes slot by slot for a load that is known task by task.
 *
 * <p>Law: each slot gets the smallest size with which, were it to stay, no more of the tasks that wait or arrive in it
 * are late than the allowance that has been saved up. No slot is larger than what is shared bears, so nothing ever
 * contends.
 * Blind to: a smaller cost over several slots than the sum of the smallest of each. It is no proven optimum.
 */
final class Foresight {

    private final Scenario scenario;
    private final Workload workload;
    private final double slotSeconds;

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
            sizes[slot] = smallest(from, saved, slot == 0 ? scenario.floor : sizes[slot - 1]);
            int before = next;
            running = pass(ends, running, from, from + slotSeconds, sizes[slot], workload.size());
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

    /** Searched outwards from {@code guess}, which the slot before needed. */
    private int smallest(double from, double allowance, int guess) {
        int most = most(from + slotSeconds / 2);
        int low = scenario.floor; // all below are too few
        int high = Math.max(low, Math.min(most, guess));
        for (int step = 1; late(from, high) > allowance; step *= 2) {
            if (high == most) {
                // of an overloaded place each task that isn't done now makes a later one late
                return scenario.capacityAt(from) > 0 ? most : fewestOf(from, scenario.floor, most, late(from, most));
            }
            low = high + 1;
            high = Math.min(most, high + step);
        }
        for (int step = 1; low < high; step *= 2) {
            int fewer = Math.max(low, high - step);
            if (late(from, fewer) > allowance) {
                low = fewer + 1;
                break;
            }
            high = fewer;
        }
        return fewestOf(from, low, high, allowance);
    }

    /** The fewest of {@code low..high} with no more late ones than {@code allowance}; {@code high} is known to do. */
    private int fewestOf(double from, int low, int high, double allowance) {
        while (low < high) {
            int middle = low + high >>> 1;
            if (late(from, middle) <= allowance) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Late ones among the tasks that wait or arrive in the slot, were the size to stay. */
    private int late(double from, int size) {
        System.arraycopy(ends, 0, trialEnds, 0, running);
        pass(trialEnds, running, from, Double.POSITIVE_INFINITY, size, arrivalsUntil(from + slotSeconds));
        return lastLate;
    }

    /** Lets time pass with this size; how many tasks run in the end. Leaves {@link #started}, {@link #lastLate}. */
    private int pass(double[] busy, int count, double from, double to, int size, int limit) {
        started = 0;
        lastLate = 0;
        double now = from;
        int task = next;
        while (task < limit) {
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
