package dev.headcount.replay;

/**
 * How fast tasks progress that share a downstream or the processors.
 *
 * <p>Law: with {@code n} tasks on {@code C} places each runs at full speed while {@code n <= C}, else at
 * {@code C / n / (1 + g (n / C - 1))}: shared evenly, and with {@code g > 0} the whole gets slower the more there are.
 * A {@code C} of 0 is no limit.
 * Source: egalitarian processor sharing (Kleinrock 1967); {@code g} is the linear loss of a saturated resource.
 */
final class Contention {

    private Contention() {}

    /** Share of full speed, above 0 and at most 1. */
    static double speed(int tasks, double capacity, double degrade) {
        if (capacity <= 0 || tasks <= capacity) {
            return 1;
        }
        double crowding = tasks / capacity;
        return 1 / crowding / (1 + degrade * (crowding - 1));
    }
}
