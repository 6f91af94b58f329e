package dev.headcount.replay.advice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Sizes worth setting by hand, with the numbers behind each; immutable.
 *
 * <p>Law: of the quietest moment of all buckets, <i>floor</i> is the load and a headroom of its square root; of the
 * busiest, <i>ceiling</i> is twice the load, at least what it takes there, and at most the smallest knee that was
 * found; one below the load of a bucket in which none was found was an incident's, and has passed. <i>Core</i> is what the middle bucket takes on average. The <i>queue</i> holds what the ceiling's threads clear
 * within the wait objective: a task behind those is late whatever becomes of it. A <i>fixed</i> size does as well where
 * the busiest moment takes at most a fifth more threads than the quietest, or one.
 * Invariant: {@code 1 <= floor <= core <= ceiling}; a queue holds at least one task.
 * Blind to: what happens within a bucket's quietest and busiest part, and to loads that have not come yet.
 * Source: square root staffing (Halfin and Whitt 1981) with a margin of one deviation.
 */
public final class Advice {

    private static final double FOR_THE_UNSEEN = 2;
    private static final double HARDLY_MORE = 1.2;

    private final int floor;
    private final int ceiling;
    private final int core;
    private final int queueCapacity;
    private final int fixedSize;
    private final List<String> reasons;

    private Advice(
            Bucket quietest, Bucket middle, Bucket busiest, int knee, double objectiveSeconds, boolean isQueueBounded) {
        int least = staffed(quietest.lowestLoad());
        int needed = staffed(busiest.highestLoad());
        int generous = Math.max(needed, whole(FOR_THE_UNSEEN * busiest.highestLoad()));
        ceiling = knee > 0 ? Math.min(knee, generous) : generous;
        floor = Math.min(least, ceiling);
        core = Math.max(floor, Math.min(ceiling, staffed(middle.meanLoad())));
        queueCapacity = Math.max(1, whole(ceiling * objectiveSeconds / busiest.serviceSeconds));
        int fixed = Math.min(needed, ceiling);
        fixedSize = fixed <= Math.max(floor + 1, HARDLY_MORE * floor) ? fixed : 0;

        List<String> why = new ArrayList<>();
        why.add("floor " + floor + ": at the quietest " + load(quietest.lowestRate, quietest)
                + ", and the square root of that for chance");
        why.add("ceiling " + ceiling + ": at the busiest " + load(busiest.highestRate, busiest) + ", twice that"
                + (ceiling < generous
                        ? ", but no more than the knee of " + knee
                        : ceiling == needed ? " or what chance asks for" : ""));
        why.add("core " + core + ": in the middle " + load(middle.meanRate, middle) + ", with its square root");
        if (isQueueBounded) {
            why.add(String.format(
                    Locale.ROOT,
                    "queue %d: what %d threads clear within %.0f ms at %.3g ms a task",
                    queueCapacity,
                    ceiling,
                    objectiveSeconds * 1000,
                    busiest.serviceSeconds * 1000));
        }
        if (fixedSize > 0) {
            why.add("a fixed size of " + fixedSize + " does as well: the busiest moment takes hardly more than the"
                    + " quietest");
        }
        reasons = Collections.unmodifiableList(why);
    }

    /**
     * What these buckets say.
     *
     * @param buckets one at least, in any order
     * @param objectiveSeconds what waits should stay below, above 0
     * @param isQueueBounded whether there is a size of the queue to give a reason for
     */
    public static Advice of(List<Bucket> buckets, double objectiveSeconds, boolean isQueueBounded) {
        if (buckets.isEmpty()) {
            throw new IllegalArgumentException("advice takes one bucket at least: got none");
        }
        if (!(objectiveSeconds > 0) || Double.isInfinite(objectiveSeconds)) {
            throw new IllegalArgumentException("objective must be above 0 s and finite: got " + objectiveSeconds);
        }
        List<Bucket> byMean = new ArrayList<>(buckets);
        byMean.sort(Comparator.comparingDouble(Bucket::meanLoad));
        double paid = buckets.stream()
                .filter(bucket -> bucket.knee == 0)
                .mapToDouble(Bucket::highestLoad)
                .max()
                .orElse(0);
        int knee = buckets.stream()
                .mapToInt(bucket -> bucket.knee)
                .filter(found -> found > 0 && found >= paid)
                .min()
                .orElse(0);
        return new Advice(
                Collections.min(buckets, Comparator.comparingDouble(Bucket::lowestLoad)),
                byMean.get((byMean.size() - 1) / 2),
                Collections.max(buckets, Comparator.comparingDouble(Bucket::highestLoad)),
                knee,
                objectiveSeconds,
                isQueueBounded);
    }

    private static int staffed(double load) {
        return Math.max(1, whole(load + Math.sqrt(load)));
    }

    /** Up, with a grain of allowance for what arithmetic adds; more threads than an int holds are as many as it does. */
    private static int whole(double threads) {
        return (int) Math.ceil(threads - 1e-9);
    }

    private static String load(double rate, Bucket bucket) {
        return String.format(
                Locale.ROOT,
                "%.3g/s x %.3g ms = %.3g threads",
                rate,
                bucket.serviceSeconds * 1000,
                rate * bucket.serviceSeconds);
    }

    /** Fewest threads, 1 or more. */
    public int floor() {
        return floor;
    }

    /** Most threads, at least the floor. */
    public int ceiling() {
        return ceiling;
    }

    /** The size to start with, from floor to ceiling. */
    public int core() {
        return core;
    }

    /** Tasks that the queue should hold, 1 or more. */
    public int queueCapacity() {
        return queueCapacity;
    }

    /** The one size that does as well as following the load; 0 where none does. */
    public int fixedSize() {
        return fixedSize;
    }

    /** A sentence for each, with its numbers. */
    public List<String> reasons() {
        return reasons;
    }
}
