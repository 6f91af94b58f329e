package dev.headcount.agent.config;

import java.util.Map;
import java.util.Properties;

/**
 * What the agent was asked to do, whole and checked.
 *
 * <p>Invariant: all values come from a configuration without a mistake, or {@link #problem} names the
 * first mistake, the mode is {@link Mode#OBSERVE} and everything else is the default.
 * Threads: immutable.
 */
public final class Settings {

    /** Short enough to catch a burst before people notice, long enough to cost nothing. */
    private static final long TICK_MILLIS = 200;

    private static final long WAIT_OBJECTIVE_MILLIS = 100;

    /** By the ordinal of the key; null where nobody gave it. */
    private final Given[] given;

    private final String problem;

    private Settings(Given[] given, String problem) {
        this.given = given;
        this.problem = problem;
    }

    /** Reads arguments (may be null), system properties, environment, and the file that one of them names. */
    public static Settings read(String arguments) {
        return read(arguments, System.getProperties(), System.getenv());
    }

    static Settings read(String arguments, Properties properties, Map<String, String> environment) {
        try {
            return new Settings(Places.read(arguments, properties, environment), null);
        } catch (BadSetting mistake) {
            return observeBecause(mistake.getMessage());
        }
    }

    /** Settings that touch nothing in the application, for when it is unclear what was wanted. */
    public static Settings observeBecause(String problem) {
        return new Settings(new Given[Key.values().length], problem);
    }

    /** What is wrong with the configuration, in one line; null when nothing is. */
    public String problem() {
        return problem;
    }

    public Mode mode() {
        if (problem != null) {
            return Mode.OBSERVE;
        }
        return isGiven(Key.MODE) ? Mode.named(given[Key.MODE.ordinal()].text) : Mode.AUTO;
    }

    /** Time from one look at the pools to the next, 50 to 10,000. */
    public long tickMillis() {
        return number(Key.TICK, TICK_MILLIS);
    }

    /** The time that a task may wait at the 99th percentile, 1 to 3,600,000. */
    public long waitObjectiveMillis() {
        return number(Key.WAIT_OBJECTIVE, WAIT_OBJECTIVE_MILLIS);
    }

    /** The most threads that any pool may be given, 1 to 10,000; 0 when it is derived for each pool. */
    public int ceiling() {
        return (int) number(Key.CEILING, 0);
    }

    /** After what time an idle worker of a pool that we have grown leaves; 0 when the pool's own time stays. */
    public long idleExpiryMillis() {
        return number(Key.IDLE_EXPIRY, 0);
    }

    /** The configuration file as it was named; null when none was. */
    public String configFile() {
        return isGiven(Key.CONFIG) ? given[Key.CONFIG.ordinal()].text : null;
    }

    /** Whether somebody gave {@code key}, be it with the very value that is the default. */
    public boolean isGiven(Key key) {
        return given[key.ordinal()] != null;
    }

    /** Where the value of {@code key} comes from, such as {@code system property headcount.tick}. */
    public String origin(Key key) {
        return isGiven(key) ? given[key.ordinal()].where : "default";
    }

    /** Each value that somebody gave and where, for a person; {@code defaults} when nobody gave any. */
    public String origins() {
        StringBuilder origins = new StringBuilder();
        for (Given one : given) {
            if (one != null) {
                origins.append(origins.length() == 0 ? "" : "; ")
                        .append(one.key.text())
                        .append('=')
                        .append(one.text)
                        .append(" from ")
                        .append(one.where);
            }
        }
        return origins.length() == 0 ? "defaults" : origins.toString();
    }

    private long number(Key key, long otherwise) {
        return isGiven(key) ? given[key.ordinal()].number : otherwise;
    }
}
