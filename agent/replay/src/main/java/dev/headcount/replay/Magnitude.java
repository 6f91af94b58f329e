package dev.headcount.replay;

import java.util.ArrayList;

/**
 * Makes a scenario of another size and speed out of one.
 *
 * <p>Law: {@code load} multiplies arrivals, batches, clients, what the downstream and the processors bear, and, above
 * 1, the ceiling. {@code service} multiplies the work and divides the arrivals, so that as many threads are needed;
 * above 1 it multiplies the objective too, as {@code objective} does.
 */
final class Magnitude {

    private Magnitude() {}

    static Scenario scaled(Scenario from, double load, double service, double objective) {
        Scenario.Builder to = from.toBuilder();
        to.arrivals = from.arrivals.times(load / service);
        to.batchSize = (int) Math.round(from.batchSize * load / service);
        to.clients = (int) Math.round(from.clients * load);
        to.thinkMeanSeconds = from.thinkMeanSeconds * service;
        to.capacity = from.capacity * load;
        to.cores = from.cores == 0 ? 0 : (int) Math.max(1, Math.round(from.cores * load));
        to.errorWindows = new ArrayList<>();
        from.errorWindows.forEach(window -> to.errorWindows.add(window.scaled(load)));
        to.ceiling = (int) Math.ceil(from.ceiling * Math.max(1, load));
        to.workMeanSeconds = from.workMeanSeconds * service;
        to.behindWorkMeanSeconds = from.behindWorkMeanSeconds * service;
        to.behindSize = from.behindSize == 0 ? 0 : (int) Math.max(1, Math.round(from.behindSize * load));
        to.objectiveSeconds = from.objectiveSeconds * Math.max(1, service) * objective;
        return to.build();
    }
}
