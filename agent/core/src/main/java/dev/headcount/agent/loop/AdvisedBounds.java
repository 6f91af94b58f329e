package dev.headcount.agent.loop;

import dev.headcount.agent.config.Key;
import dev.headcount.agent.config.PoolSettings;

/**
 * Floor and ceiling that follow the advice, where the configuration says {@code advised}.
 *
 * <p>Law: each is the default until an hour of the last day is known, counted over restarts; then it is what the last
 * day advises, and changes at most once an hour, so that nobody finds a bound that moves while he looks at it.
 * Threads: the tick's. Time: by difference only.
 */
final class AdvisedBounds {

    static final String SOURCE = "advised (last 24 h)";

    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final double HOUR_SECONDS = 3_600;

    private final EventLog events;
    private final String pool;
    private final Followed floor = new Followed(Key.FLOOR);
    private final Followed ceiling = new Followed(Key.CEILING);

    AdvisedBounds(EventLog events, String pool) {
        this.events = events;
        this.pool = pool;
    }

    /**
     * Follows what is advised now.
     *
     * @param told null while nothing is
     * @return whether a bound is another one than before
     */
    boolean look(PoolSettings settings, Advising.Told told, long nowNanos) {
        boolean isKnown = told != null && told.daySeconds() >= HOUR_SECONDS;
        boolean isOther = floor.look(settings, isKnown ? told.floor() : 0, isKnown ? told.floorReason() : "", nowNanos);
        return ceiling.look(settings, isKnown ? told.ceiling() : 0, isKnown ? told.ceilingReason() : "", nowNanos)
                | isOther;
    }

    /** 0 where the default holds. */
    int floor() {
        return floor.threads;
    }

    /** 0 where the default holds. */
    int ceiling() {
        return ceiling.threads;
    }

    /** One of the two. */
    private final class Followed {

        private final Key key;
        private int threads;
        private long changedNanos;

        Followed(Key key) {
            this.key = key;
        }

        boolean look(PoolSettings settings, int advised, String reason, long nowNanos) {
            int before = threads;
            if (!settings.isAdvised(key)) {
                threads = 0;
                return before != 0;
            }
            boolean mayChange = before == 0 || nowNanos - changedNanos >= HOUR_NANOS;
            if (advised == 0 || advised == before || !mayChange) {
                return false;
            }
            threads = advised;
            changedNanos = nowNanos;
            events.add(
                    Event.Type.CONFIGURED,
                    pool,
                    SOURCE + ": " + reason + "; it was " + (before == 0 ? "the default" : Integer.toString(before)));
            return true;
        }
    }
}
