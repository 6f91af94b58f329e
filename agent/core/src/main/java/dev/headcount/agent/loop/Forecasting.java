package dev.headcount.agent.loop;

import dev.headcount.agent.config.ForecastChoice;
import dev.headcount.agent.state.Memory;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.forecast.Forecast;
import dev.headcount.scaling.forecast.ForecastKind;
import dev.headcount.scaling.forecast.Outlook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is expected of one pool's load, and what of that is kept over restarts.
 *
 * <p>Law: it learns in every mode, and is due once a minute however quiet the pool is: that nothing came at night is
 * half of a pattern, and a morning has to be foreseen while nobody works yet. What was kept is read by the kind of
 * forecast that wrote it; it outlasts a change to another kind, and takes the place of the seconds since the start.
 * Threads: the tick's, but for the memory, which is the state's; they take turns.
 */
final class Forecasting implements Memory {

    /** Well below the five minutes that a season's forecast is ahead; a look costs as much as a tick. */
    private static final long LOOK_NANOS = 60_000_000_000L;

    private final EventLog events;
    private final String pool;

    private ForecastChoice choice = ForecastChoice.OFF;
    private Forecast forecast = Forecast.NONE;
    private long seenNanos;

    /** The name of a kind, then its lines; empty where there is nothing. */
    private List<String> kept = Collections.emptyList();

    Forecasting(EventLog events, String pool) {
        this.events = events;
        this.pool = pool;
    }

    /** Does as chosen from now on; going on where that was chosen before. */
    synchronized void follow(ForecastChoice next) {
        if (!next.equals(choice)) {
            List<String> known = lines();
            kept = known.isEmpty() ? kept : known;
            choice = next;
            forecast = experienced(next, kept);
            if (forecast == null) {
                forecast = next.newForecast();
                kept = Collections.emptyList();
            }
        }
    }

    /** One that goes on from {@code lines}, as far as they are of its kind; {@code null}, and an event, if damaged. */
    private Forecast experienced(ForecastChoice chosen, List<String> lines) {
        Forecast fresh = chosen.newForecast();
        if (lines.isEmpty()) {
            return fresh;
        }
        ForecastKind kind = ForecastKind.named(lines.get(0));
        boolean isOthers = kind != null && kind != chosen.kind();
        if (isOthers || kind != null && fresh.restore(lines.subList(1, lines.size()))) {
            return fresh;
        }
        events.add(
                Event.Type.AGENT,
                pool,
                "what was kept of its forecast is damaged or of another version: ignored, and learnt anew");
        return null;
    }

    /** Whether the pool is to be looked at for the forecast's sake. */
    synchronized boolean isDue(long nowNanos) {
        return choice.kind() != ForecastKind.OFF && nowNanos - seenNanos >= LOOK_NANOS;
    }

    /** Takes in what the pool does now, and gives it back. */
    synchronized Signal see(Signal signal, long timeMillis) {
        seenNanos = signal.nowNanos();
        forecast.observe(signal, timeMillis);
        return signal;
    }

    synchronized Outlook outlook() {
        return forecast.outlook();
    }

    /** What is expected, and how far that is trusted; empty where nothing is to be. */
    synchronized String words() {
        Outlook outlook = forecast.outlook();
        if (choice.kind() == ForecastKind.OFF) {
            return "";
        }
        return outlook == Outlook.NOTHING ? choice.kind().text() + " has not seen enough yet" : outlook.reason();
    }

    @Override
    public synchronized List<String> lines() {
        List<String> known = forecast.toLines();
        if (known.isEmpty()) {
            return known;
        }
        List<String> lines = new ArrayList<>();
        lines.add(choice.kind().text());
        lines.addAll(known);
        return lines;
    }

    /** Concluding anew from four weeks may take a tenth of a second, for which no tick is to wait. */
    @Override
    public void recall(List<String> lines) {
        List<String> copy = new ArrayList<>(lines);
        boolean isDone = lines.isEmpty();
        while (!isDone) {
            ForecastChoice chosen = chosen();
            Forecast experienced = experienced(chosen, copy);
            isDone = experienced == null || isTaken(experienced, chosen, copy);
        }
    }

    private synchronized ForecastChoice chosen() {
        return choice;
    }

    /** False where another kind was chosen meanwhile. */
    private synchronized boolean isTaken(Forecast experienced, ForecastChoice chosen, List<String> lines) {
        if (!choice.equals(chosen)) {
            return false;
        }
        forecast = experienced;
        kept = lines;
        return true;
    }
}
