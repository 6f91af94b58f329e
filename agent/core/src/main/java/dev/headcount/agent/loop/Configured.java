package dev.headcount.agent.loop;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.config.Key;
import dev.headcount.agent.config.PoolSettings;
import dev.headcount.agent.config.Settings;
import dev.headcount.agent.pool.Kind;
import dev.headcount.agent.pool.Pool;

/**
 * What the configuration says for one pool; asked anew when it was reloaded, or when a rule has ended.
 *
 * <p>Threads: owned by the tick. Cost: two comparisons, unless something changed.
 */
final class Configured {

    private final Configuration configuration;
    private final Pool pool;
    private Settings source;
    private PoolSettings settings;

    Configured(Configuration configuration, Pool pool) {
        this.configuration = configuration;
        this.pool = pool;
    }

    /** Whether what {@link #at} said last still holds. */
    boolean isCurrent(long timeMillis) {
        return source == configuration.current() && timeMillis < settings.untilMillis();
    }

    PoolSettings at(long timeMillis) {
        if (!isCurrent(timeMillis)) {
            source = configuration.current();
            settings = source.of(pool.name(), pool.creator(), pool.kind().label(), timeMillis);
        }
        return settings;
    }

    /** Whether such a pool may be resized at all: a sealed one only when a rule names it. */
    boolean mayResize(long timeMillis) {
        Kind kind = pool.kind();
        return kind.isResizable()
                || kind == Kind.SEALED && source.names(pool.name(), pool.creator(), kind.label(), timeMillis);
    }

    /** Where the whole fleet was told to stop, such as {@code /etc/headcount.yaml:3:1}; null when it was not. */
    String stopOrigin() {
        return source.isEnabled() ? null : source.origin(Key.ENABLED);
    }

    /** False when the whole fleet was told to stop. */
    boolean isEnabled() {
        return source.isEnabled();
    }
}
