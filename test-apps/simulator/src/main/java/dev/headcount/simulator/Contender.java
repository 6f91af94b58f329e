package dev.headcount.simulator;

import dev.headcount.replay.Law;
import dev.headcount.replay.Outcome;
import dev.headcount.replay.Settings;
import dev.headcount.scaling.Signal;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A line of the scoreboard. */
interface Contender {

    String name();

    /** Whether it knows more than a law can: restlessness costs such a one nothing. */
    default boolean isBound() {
        return false;
    }

    /** Runs the course; {@code observer} sees each tick of the run that counts. */
    Outcome run(Course course, Map<String, String> parameters, Observer observer);

    /** Sees each signal and the size that was made of it. */
    @FunctionalInterface
    interface Observer {
        Observer NONE = (signal, target) -> {};

        void ticked(Signal signal, int target);

        /** The law, watched. */
        default Law watch(Law law) {
            if (this == NONE) {
                return law;
            }
            return new Law() {
                @Override
                public int size(Signal signal, int target) {
                    int size = law.size(signal, target);
                    ticked(signal, size);
                    return size;
                }

                @Override
                public boolean watchesTasks() {
                    return law.watchesTasks();
                }

                @Override
                public void ended(double staySeconds, double serviceSeconds, int busy, boolean hasFailed) {
                    law.ended(staySeconds, serviceSeconds, busy, hasFailed);
                }

                @Override
                public int startSize() {
                    return law.startSize();
                }

                @Override
                public double pauseSeconds() {
                    return law.pauseSeconds();
                }
            };
        }
    }

    /** A controller, run as the agent runs. */
    static Contender of(String name, Controller.Factory factory) {
        return of(name, UnaryOperator.identity(), factory);
    }

    /** A controller that needs other settings of the pool. */
    static Contender of(String name, UnaryOperator<Settings> settings, Controller.Factory factory) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Outcome run(Course course, Map<String, String> parameters, Observer observer) {
                Controller controller = factory.make(course.told(parameters));
                return course.run(settings.apply(course.settings()), observer.watch(controller));
            }
        };
    }
}
