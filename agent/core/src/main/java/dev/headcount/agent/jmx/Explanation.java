package dev.headcount.agent.jmx;

import dev.headcount.agent.loop.PoolControl;
import dev.headcount.agent.loop.View;
import dev.headcount.agent.pool.Pool;
import dev.headcount.agent.signal.Vitals;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Breaker;
import dev.headcount.scaling.Decision;
import dev.headcount.scaling.Host;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.cost.Cost;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * All that is known of one pool's size, in lines for a person; of one view, so that it doesn't contradict itself.
 *
 * <p>Numbers look the same in every locale.
 */
final class Explanation {

    private final StringBuilder text = new StringBuilder();

    private Explanation() {}

    static String of(PoolControl control) {
        Explanation explanation = new Explanation();
        explanation.add(control.pool(), control.policy(), control.externals().lines(System.nanoTime()), control.view());
        return explanation.text.toString();
    }

    /** When, from, to, why and by whom. */
    static String lastChange(View view) {
        Decision decision = view.lastChange();
        if (decision == null) {
            return "none so far";
        }
        return Instant.ofEpochMilli(decision.timeMillis()) + " " + decision.sentence() + " [" + decision.actor() + "]";
    }

    private void add(Pool pool, String policy, List<String> externals, View view) {
        line(pool.name() + ": " + view.reason());
        line("kind " + pool.kind().label() + ", state " + view.state.label() + ", mode " + view.mode.text()
                + ", policy " + policy);
        line("made by " + pool.creator());
        line("the application's own sizes: core " + view.originalCore + ", maximum "
                + orUnbounded(view.originalMaximum));
        add(view.bounds);
        if (view.knee > 0) {
            line("knee " + view.knee + ": more threads brought no more throughput");
        }
        line("signal quality " + number(view.signal.quality()) + " of 1"
                + (view.signal.isWaitEstimated() ? "; waits are estimated from depth and throughput" : ""));
        if (view.signal.cost() != Cost.NONE) {
            add(view.signal.cost());
        }
        for (String external : externals) {
            line(external);
        }
        line("now:");
        add(view.signal);
        line("  " + Vitals.WINDOWS);
        if (!view.forecast().isEmpty()) {
            line("forecast: " + view.forecast());
        }
        for (String advice : view.advice()) {
            line(advice);
        }
        if (!view.scored.sentence().isEmpty()) {
            line(view.scored.sentence());
        }
        line("last change: " + lastChange(view));
        if (view.lastChange() != null) {
            for (String step : view.lastChange().lines()) {
                line("  " + step);
            }
            line("decided from:");
            add(view.lastChange().signal());
        }
    }

    private void add(Bounds bounds) {
        line("floor " + bounds.floor() + source(bounds.floorSource()) + ", ceiling " + bounds.ceiling()
                + source(bounds.ceilingSource()) + ", at most " + bounds.hardLimit() + " by hand");
        line("wait objective " + millis(bounds.waitObjectiveSeconds()));
    }

    private void add(Cost cost) {
        String prices = cost.prices().toString();
        line("cost: " + cost.words() + (prices.isEmpty() ? "; neither threads nor calls have a price" : "; " + prices));
    }

    private void add(Signal signal) {
        line("  size " + signal.size() + ", busy " + signal.busy() + ", residents " + signal.residents()
                + ", core " + signal.core() + ", maximum " + orUnbounded(signal.maximum()) + ", utilisation "
                + number(signal.utilisation()));
        line("  queue " + signal.queueDepth() + " of " + orUnbounded(signal.queueCapacity()) + ", arrivals "
                + number(signal.arrivalRatePerSecond()) + "/s, throughput " + number(signal.throughputPerSecond())
                + "/s, dropped " + number(signal.droppedPerSecond()) + "/s");
        line("  wait p50 " + millis(signal.waitP50Seconds()) + ", p99 " + millis(signal.waitP99Seconds())
                + ", mean " + millis(signal.waitMeanSeconds()) + ", oldest " + millis(signal.oldestWaitSeconds())
                + ", service mean " + millis(signal.serviceMeanSeconds()));
        Host host = signal.host();
        line("  failed " + percent(signal.errorRate()) + ", circuit breaker "
                + (signal.breaker() == Breaker.NONE ? "none open" : signal.breaker()) + ", host CPU "
                + percent(host.cpuLoad()) + ", collector " + percent(host.gcShare()) + ", heap after it "
                + percent(host.heapAfterGc()));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "unknown" : Math.round(share * 100) + " %";
    }

    private void line(String line) {
        text.append(text.length() == 0 ? "" : "\n").append(line);
    }

    private static String source(String source) {
        return source.isEmpty() ? "" : " (" + source + ")";
    }

    private static String orUnbounded(int size) {
        return size == Integer.MAX_VALUE ? "unbounded" : Integer.toString(size);
    }

    private static String millis(double seconds) {
        return Double.isNaN(seconds) ? "unknown" : number(seconds * 1e3) + " ms";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
