package dev.headcount.simulator;

import dev.headcount.replay.Outcome;
import dev.headcount.replay.Replay;
import dev.headcount.replay.Scenario;
import dev.headcount.replay.Workload;
import dev.headcount.scaling.Signal;
import java.util.Map;

/**
 * Knows the mean service time and what is shared bears; of the load either the rate of the second to come, or the
 * arrivals of the second just ended.
 *
 * <p>Law: Erlang C for at most 1 % beyond the objective, and what waits within the objective; never more than what is
 * shared bears.
 */
final class Oracle implements Contender {

    private static final double LATE = 0.01;
    private static final double SECOND = 1;

    private final String name;
    private final boolean isLagged;

    Oracle(String name, boolean isLagged) {
        this.name = name;
        this.isLagged = isLagged;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public Outcome run(Course course, Map<String, String> parameters, Observer observer) {
        return course.run(observer.watch(new Sizing(course.scenario(), course.workload())));
    }

    private final class Sizing implements Controller {

        private final Scenario scenario;
        private final Workload workload;
        private int from;
        private int until;

        Sizing(Scenario scenario, Workload workload) {
            this.scenario = scenario;
            this.workload = workload;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int size(Signal signal, int target) {
            double now = Replay.secondsOf(signal.nowNanos());
            double rate =
                    isLagged ? arrived(now) : Math.max(scenario.arrivals.at(now), scenario.arrivals.at(now + SECOND));
            double service = scenario.workMeanSeconds * scenario.slowdownAt(now);
            double backlog = signal.queueDepth() * service / scenario.objectiveSeconds;
            int size = (int) Math.ceil(backlog)
                    + ErlangC.servers(rate * service, service, scenario.objectiveSeconds, LATE, scenario.ceiling);
            double capacity = scenario.capacityAt(now);
            return capacity > 0 ? (int) Math.min(size, Math.max(1, capacity)) : size;
        }

        private double arrived(double now) {
            while (until < workload.size() && workload.arrivalSeconds(until) < now) {
                until++;
            }
            while (from < until && workload.arrivalSeconds(from) < now - SECOND) {
                from++;
            }
            return (until - from) / SECOND;
        }
    }
}
