package dev.headcount.replay;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One draw of a scenario's arrivals and of the work that each brings; immutable, shared by all laws of a comparison.
 *
 * <p>Law: arrivals of a piece of constant rate are Poisson, or, where the rate is a count, so many at even odds over
 * the piece, which is what Poisson arrivals are once their number is known; arrivals, work and failures each have a random stream of
 * their own, so that a change to one leaves the others as they were.
 * Invariant: arrivals rise; work is above 0.
 */
public final class Workload {

    final double[] arrivals;
    final double[] works;
    /** Whether the task fails; its work is already what a failing one costs. */
    final boolean[] fails;

    private Workload(double[] arrivals, double[] works, boolean[] fails) {
        this.arrivals = arrivals;
        this.works = works;
        this.fails = fails;
    }

    /** Draws the tasks of {@code scenario} with {@code seed}. */
    public static Workload of(Scenario scenario, long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        SplittableRandom coming = root.split();
        double[] arrivals = scenario.isCounted ? counted(scenario, coming) : arrivals(scenario, coming);
        Draw works = new Draw(scenario, root.split());
        SplittableRandom luck = root.split();
        double[] work = new double[arrivals.length];
        boolean[] fails = new boolean[arrivals.length];
        for (int task = 0; task < arrivals.length; task++) {
            work[task] = works.next();
            for (Window window : scenario.errorWindows) {
                if (window.holds(arrivals[task]) && luck.nextDouble() < window.failing) {
                    fails[task] = true;
                    work[task] *= window.failingWork;
                }
            }
        }
        return new Workload(arrivals, work, fails);
    }

    private static double[] arrivals(Scenario scenario, SplittableRandom random) {
        double[] found = new double[1024];
        int count = 0;
        double time = 0;
        while (time < scenario.durationSeconds) {
            double rate = scenario.arrivals.at(time);
            double end = Math.min(scenario.arrivals.endOfPiece(time), scenario.durationSeconds);
            double next = rate > 0 ? time - Math.log(1 - random.nextDouble()) / rate : Double.POSITIVE_INFINITY;
            if (next >= end) {
                time = end; // without memory: what is left of the gap is drawn anew at the next rate
                continue;
            }
            time = next;
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = time;
        }
        return withBatches(Arrays.copyOf(found, count), scenario);
    }

    /** Rounds the sum, not each piece: no task is lost between pieces. */
    private static double[] counted(Scenario scenario, SplittableRandom random) {
        double[] found = new double[1024];
        int count = 0;
        double due = 0;
        double time = 0;
        while (time < scenario.durationSeconds) {
            double end = Math.min(scenario.arrivals.endOfPiece(time), scenario.durationSeconds);
            due += scenario.arrivals.at(time) * (end - time);
            int until = (int) Math.round(due);
            if (until > found.length) {
                found = Arrays.copyOf(found, Math.max(until, 2 * found.length));
            }
            while (count < until) {
                found[count++] = time + random.nextDouble() * (end - time);
            }
            time = end;
        }
        return withBatches(Arrays.copyOf(found, count), scenario);
    }

    private static double[] withBatches(double[] single, Scenario scenario) {
        int extra = scenario.batchSize * scenario.batchSeconds.length;
        double[] all = Arrays.copyOf(single, single.length + extra);
        int next = single.length;
        for (double moment : scenario.batchSeconds) {
            Arrays.fill(all, next, next += scenario.batchSize, moment);
        }
        Arrays.sort(all);
        return all;
    }

    /** Tasks that arrive from outside. */
    public int size() {
        return arrivals.length;
    }

    /** When task {@code index} arrives, in seconds. */
    public double arrivalSeconds(int index) {
        return arrivals[index];
    }

    /** What task {@code index} costs without contention, in seconds. */
    public double workSeconds(int index) {
        return works[index];
    }
}
