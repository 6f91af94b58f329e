package dev.headcount.scaling.forecast;

import dev.headcount.scaling.Signal;
import java.util.Collections;
import java.util.List;

/**
 * One way to expect a load before it comes.
 *
 * <p>Law: learns from each signal, and may only raise what is wanted; {@code target = max(predicted, reactive)}.
 * Time: {@link Signal#nowNanos()} measures durations, the wall clock tells the hour. Either may stand or jump; that
 * costs knowledge, never an exception.
 * Threads: one instance serves one pool and is called by one thread at a time.
 */
public interface Forecast {

    /** Expects nothing, and remembers nothing. */
    Forecast NONE = new Forecast() {
        @Override
        public void observe(Signal signal, long epochMillis) {}

        @Override
        public Outlook outlook() {
            return Outlook.NOTHING;
        }
    };

    /** Takes in what the pool does now. */
    void observe(Signal signal, long epochMillis);

    /** What is expected since the last signal; the same object while nothing has changed. */
    Outlook outlook();

    /** What is worth keeping over a restart, as lines of text; empty where nothing is. */
    default List<String> toLines() {
        return Collections.emptyList();
    }

    /**
     * Goes on from what {@link #toLines()} gave; to be called before the first signal.
     *
     * @return false, and nothing has been learned, where the lines are of another version or damaged
     */
    default boolean restore(List<String> lines) {
        return lines.isEmpty();
    }
}
