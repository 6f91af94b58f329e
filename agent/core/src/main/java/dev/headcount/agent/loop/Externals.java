package dev.headcount.agent.loop;

import dev.headcount.agent.config.Key;
import dev.headcount.agent.config.PoolSettings;
import dev.headcount.agent.config.Source;
import dev.headcount.agent.external.BreakerState;
import dev.headcount.agent.external.ErrorRate;
import dev.headcount.agent.external.Meaning;
import dev.headcount.agent.external.Objection;
import dev.headcount.agent.external.Watched;
import dev.headcount.scaling.Breaker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What the rules for one pool have other beans tell of it.
 *
 * <p>Law: what is unknown is as if no rule had asked for it.
 * Threads: {@link #follow} and the values by the tick; {@link #watched} and {@link #lines} by any.
 */
public final class Externals {

    private Watched<Breaker> breaker;
    private Watched<String> veto;
    private Watched<Double> errorRate;
    private volatile List<Watched<?>> watched = Collections.emptyList();

    /** Takes in what the configuration says now; of a rule that stays the same the value is kept. */
    void follow(PoolSettings settings, long nowNanos) {
        Source of = settings.source(Key.BREAKER_FROM);
        if (!isSame(breaker, of)) {
            breaker = of == null ? null : watch(Key.BREAKER_FROM, of, new BreakerState(of.place()), nowNanos);
        }
        of = settings.source(Key.VETO_FROM);
        if (!isSame(veto, of)) {
            veto = of == null ? null : watch(Key.VETO_FROM, of, new Objection(of), nowNanos);
        }
        of = settings.source(Key.SIGNAL_FROM);
        if (!isSame(errorRate, of)) {
            errorRate = of == null ? null : watch(Key.SIGNAL_FROM, of, new ErrorRate(of.isPercent()), nowNanos);
        }
        List<Watched<?>> all = new ArrayList<>();
        for (Watched<?> one : Arrays.asList(breaker, veto, errorRate)) {
            if (one != null) {
                all.add(one);
            }
        }
        watched = Collections.unmodifiableList(all);
    }

    private static boolean isSame(Watched<?> now, Source next) {
        return now == null || next == null
                ? now == null && next == null
                : now.source().text().equals(next.text());
    }

    private static <T> Watched<T> watch(Key key, Source source, Meaning<T> meaning, long nowNanos) {
        return new Watched<>(key.text(), source, meaning, nowNanos);
    }

    /** {@link Breaker#NONE} where none is told of. */
    Breaker breaker(long nowNanos) {
        return orElse(breaker, Breaker.NONE, nowNanos);
    }

    /** What speaks against growth, in words; empty when nothing does. */
    String veto(long nowNanos) {
        return orElse(veto, "", nowNanos);
    }

    /** Share of failed tasks, 0 to 1; {@code NaN} where none is told of. */
    double errorRate(long nowNanos) {
        return orElse(errorRate, Double.NaN, nowNanos);
    }

    private static <T> T orElse(Watched<T> watched, T otherwise, long nowNanos) {
        T value = watched == null ? null : watched.value(nowNanos);
        return value == null ? otherwise : value;
    }

    /** All that is to be read for it; empty for most pools. */
    public List<Watched<?>> watched() {
        return watched;
    }

    /** Each rule and what is known of it, for a person. */
    public List<String> lines(long nowNanos) {
        List<String> lines = new ArrayList<>();
        for (Watched<?> one : watched) {
            lines.add(one.line(nowNanos));
        }
        return lines;
    }
}
