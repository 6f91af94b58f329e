package dev.headcount.simulator;

import dev.headcount.replay.Base;
import dev.headcount.replay.Outcome;
import java.util.Arrays;
import java.util.Map;

/**
 * Knows every arrival and all work: the measure of the others.
 *
 * <p>Law: of a few plans of {@link Foresight}, with different allowances for late tasks, the one that costs least when
 * it is really run, a share of 1 % late being free. Of a load that answers back nobody knows the tasks beforehand:
 * there it is the best constant size.
 */
final class Clairvoyant implements Contender {

    private static final double[] ALLOWED = {0, 0.004, 0.008};
    private static final double SLOT_SECONDS = 1;
    private static final double FREE = 0.01;

    /** Where a plan turns out too tight: bursts right after a slot's begin find fewer workers than planned. */
    private static final double[] SLACK = {1, 1.05, 1.1};

    @Override
    public String name() {
        return "clairvoyant";
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public Outcome run(Course course, Map<String, String> parameters, Observer observer) {
        if (course.scenario().answersBack()) {
            return new StaticBest().run(course, parameters, observer);
        }
        double slot = parameters.containsKey("slot") ? Double.parseDouble(parameters.get("slot")) : SLOT_SECONDS;
        Foresight foresight = new Foresight(course.scenario(), course.workload(), slot);
        Outcome best = null;
        int[] bestSizes = null;
        for (double allowed : ALLOWED) {
            for (double slack : SLACK) {
                if (slack > 1 && best.violation <= FREE) {
                    break;
                }
                int[] sizes = widened(foresight.plan(allowed), slack);
                Outcome outcome = run(course, slot, sizes, Observer.NONE);
                if (best == null || cost(outcome) < cost(best)) {
                    best = outcome;
                    bestSizes = sizes;
                }
            }
        }
        return observer == Observer.NONE ? best : run(course, slot, bestSizes, observer);
    }

    private static int[] widened(int[] sizes, double slack) {
        return Arrays.stream(sizes).map(size -> (int) Math.ceil(size * slack)).toArray();
    }

    private Outcome run(Course course, double slot, int[] sizes, Observer observer) {
        return course.run(course.settings().ticking(slot, 0), observer.watch(new Schedule(name(), slot, sizes)));
    }

    private static double cost(Outcome outcome) {
        return outcome.threadSeconds * (1 + 50 * Math.max(0, outcome.violation - FREE));
    }

    /** The base of J for a course that nobody has recorded one for. */
    Base base(Course course) {
        Outcome outcome = run(course, Map.of(), Observer.NONE);
        return new Base(outcome.threadSeconds, outcome.violation);
    }
}
