package dev.headcount.simulator;

import dev.headcount.replay.Base;
import dev.headcount.replay.Outcome;
import dev.headcount.replay.Scenario;
import dev.headcount.replay.Settings;
import dev.headcount.replay.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs every contender over every course.
 *
 * <p>Law: a scenario's load is drawn once a seed and shared by all contenders.
 * Threads: as many courses at a time as there are processors; what comes out doesn't depend on it.
 */
final class Championship {

    private final Settings settings;
    private final int seeds;
    private final List<Contender> contenders;
    private final Function<String, Map<String, String>> parameters;
    private final Function<Course, Base> bases;
    private final Consumer<Drawing> drawings;
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong busyNanos = new AtomicLong();

    /**
     * @param parameters what was set for a controller, by its name
     * @param bases what J is measured by
     * @param drawings gets the first draw of each scenario as a picture; {@code null} for none
     */
    Championship(
            Settings settings,
            int seeds,
            List<Contender> contenders,
            Function<String, Map<String, String>> parameters,
            Function<Course, Base> bases,
            Consumer<Drawing> drawings) {
        this.settings = settings;
        this.seeds = seeds;
        this.contenders = contenders;
        this.parameters = parameters;
        this.bases = bases;
        this.drawings = drawings;
    }

    List<Line> run(List<Scenario> scenarios) {
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<List<Line>>> results = new ArrayList<>();
            for (Scenario scenario : scenarios) {
                results.add(workers.submit(() -> run(scenario)));
            }
            List<Line> lines = new ArrayList<>();
            for (Future<List<Line>> result : results) {
                lines.addAll(result.get());
            }
            return lines;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private List<Line> run(Scenario scenario) {
        List<Line> lines = new ArrayList<>();
        for (Contender contender : contenders) {
            lines.add(new Line(
                    scenario.name,
                    contender.name(),
                    contender.isBound(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>()));
        }
        for (int draw = 0; draw < seeds; draw++) {
            long seed = scenario.seed + draw;
            Course drawn = new Course(scenario, Workload.of(scenario, seed), settings, seed, null);
            Course course = drawn.with(bases.apply(drawn));
            List<Trace> traces = new ArrayList<>();
            for (int index = 0; index < contenders.size(); index++) {
                Contender contender = contenders.get(index);
                if (draw > 0 || drawings == null) {
                    add(lines.get(index), contender, course, Contender.Observer.NONE);
                } else {
                    Trace trace = new Trace(contender.name(), scenario.durationSeconds);
                    add(lines.get(index), contender, course, trace);
                    traces.add(trace);
                }
            }
            if (!traces.isEmpty()) {
                drawings.accept(new Drawing(scenario.name, new Picture(scenario, course.workload(), traces).svg()));
            }
        }
        return lines;
    }

    private void add(Line line, Contender contender, Course course, Contender.Observer observer) {
        long before = System.nanoTime();
        Outcome outcome = contender.run(course, parameters.apply(contender.name()), observer);
        busyNanos.addAndGet(System.nanoTime() - before);
        events.addAndGet(outcome.events);
        double restlessness = contender.isBound() ? 1 + 0.01 * outcome.reversalsPerMinute : 1;
        line.outcomes().add(outcome);
        line.lateness50().add(outcome.distance(course.base(), 50) / restlessness);
        line.lateness10().add(outcome.distance(course.base(), 10) / restlessness);
        line.relativeCost().add(outcome.relativeCost(course.base()));
    }

    /** A scenario's picture, as SVG. */
    record Drawing(String scenario, String svg) {}

    /** Steps of simulation a second and processor. */
    double eventsPerSecond() {
        return events.get() / (busyNanos.get() / 1e9);
    }

    long events() {
        return events.get();
    }
}
