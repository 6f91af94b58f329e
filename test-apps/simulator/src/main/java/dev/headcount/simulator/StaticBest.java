package dev.headcount.simulator;

import dev.headcount.replay.Base;
import dev.headcount.replay.Outcome;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The constant size that scores best, picked afterwards: what an operator with perfect hindsight would have set.
 *
 * <p>Law: J over sizes is taken to fall and then to rise: eight sizes a constant factor apart first, then halving
 * steps around the best.
 */
final class StaticBest implements Contender {

    private static final int FIRST = 8;
    private static final double FREE = 0.01;
    private static final double NOTICEABLE = 0.005;
    private static final double FIRST_OF_ALL = 1e9;

    @Override
    public String name() {
        return "static_best";
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public Outcome run(Course course, Map<String, String> parameters, Observer observer) {
        int floor = course.scenario().floor;
        int ceiling = course.scenario().ceiling;
        NavigableMap<Integer, Outcome> tried = new TreeMap<>();
        double factor = Math.pow((double) ceiling / floor, 1.0 / (FIRST - 1));
        for (int index = 0; index < FIRST; index++) {
            tried(tried, course, (int) Math.round(floor * Math.pow(factor, index)));
        }
        while (true) {
            int best = best(tried, course.base());
            Integer below = tried.lowerKey(best);
            Integer above = tried.higherKey(best);
            boolean isDone = (below == null || best - below <= 1) && (above == null || above - best <= 1);
            if (isDone) {
                return course.run(observer.watch(new Fixed(name(), best)));
            }
            if (below != null) {
                tried(tried, course, (best + below) / 2);
            }
            if (above != null) {
                tried(tried, course, (best + above + 1) / 2);
            }
        }
    }

    private void tried(NavigableMap<Integer, Outcome> tried, Course course, int size) {
        tried.computeIfAbsent(size, fixed -> course.run(new Fixed(name(), fixed)));
    }

    private static int best(NavigableMap<Integer, Outcome> tried, Base base) {
        return tried.entrySet().stream()
                .min((one, other) -> Double.compare(cost(one.getValue(), base), cost(other.getValue(), base)))
                .orElseThrow()
                .getKey();
    }

    /** As J orders constant sizes; without a base the fewest late ones come first, in half per cents. */
    private static double cost(Outcome outcome, Base base) {
        if (base == null) {
            return Math.floor(Math.max(0, outcome.violation - FREE) / NOTICEABLE) * FIRST_OF_ALL
                    + outcome.threadSeconds;
        }
        double late = Math.max(0, outcome.violation - Math.max(FREE, base.violation));
        return Math.max(base.threadSeconds, outcome.threadSeconds) * (1 + 50 * late);
    }
}
