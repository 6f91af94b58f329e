package dev.headcount.agent.config;

import dev.headcount.agent.extension.Extension;
import dev.headcount.agent.extension.Extensions;
import dev.headcount.scaling.decider.BuiltIn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

    /** What a metrics store bears without a thought, and more pools than people look at. */
    private static final int METRICS_POOLS = 100;

    private static final Given[] NOTHING = new Given[Key.values().length];

    /** From arguments, properties and environment, by the ordinal of the key; null where nobody gave it. */
    private final Given[] outside;

    private final ConfigFile file;
    private final String problem;

    /** What a file says that nobody has read yet; null when there is none. */
    private final byte[] unread;

    private Settings(Given[] outside, ConfigFile file, String problem) {
        this(outside, file, problem, null);
    }

    private Settings(Given[] outside, ConfigFile file, String problem, byte[] unread) {
        this.outside = outside;
        this.file = file;
        this.problem = problem;
        this.unread = unread;
    }

    /** Reads arguments (may be null), system properties, environment, and the file that one of them names. */
    public static Settings read(String arguments) {
        return read(arguments, System.getProperties(), System.getenv());
    }

    static Settings read(String arguments, Properties properties, Map<String, String> environment) {
        return begin(arguments, properties, environment).whole();
    }

    /**
     * The same, but leaves the file to {@link #whole()}: loading the YAML library takes half as long as the rest of
     * the agent's start, for which the application waits. Only {@code off} can't wait.
     */
    public static Settings begin(String arguments) {
        return begin(arguments, System.getProperties(), System.getenv());
    }

    static Settings begin(String arguments, Properties properties, Map<String, String> environment) {
        try {
            Given[] outside = Places.read(arguments, properties, environment);
            Given config = outside[Key.CONFIG.ordinal()];
            if (config == null) {
                return new Settings(outside, null, null);
            }
            try {
                byte[] content = ConfigFile.content(config);
                Settings settings = new Settings(outside, null, null, content);
                boolean maySayOff = new String(content, StandardCharsets.UTF_8).contains(Mode.OFF.text());
                Settings seen = maySayOff ? settings.whole(Extension::inspect) : settings;
                boolean isComplete =
                        seen.mode() == Mode.OFF || seen.extensions().isEmpty();
                return isComplete ? seen : settings; // code of extensions has no business before the application's
            } catch (BadSetting mistake) {
                return new Settings(outside, null, mistake.getMessage()); // knows the file, which may be mended
            }
        } catch (BadSetting mistake) {
            return observeBecause(mistake.getMessage());
        }
    }

    /** Whether a file waits for {@link #whole()}. */
    public boolean isUnread() {
        return unread != null;
    }

    /** These with what their file says, or with what is wrong with it. */
    public Settings whole() {
        if (unread == null) {
            return this;
        }
        return whole(Extensions.NONE::load);
    }

    private Settings whole(Extensions.Door door) {
        try {
            return withFile(unread, door);
        } catch (BadSetting mistake) {
            return new Settings(outside, null, mistake.getMessage());
        }
    }

    /** A file alone, as if an argument had named it. Of its extensions no code runs: see {@link #unchecked}. */
    public static Settings ofFile(String path) {
        Given[] outside = new Given[Key.values().length];
        try {
            outside[Key.CONFIG.ordinal()] = Given.check(Key.CONFIG, path, "FILE");
            Settings settings = new Settings(outside, null, null);
            return settings.withFile(ConfigFile.content(settings.config()), Extension::inspect);
        } catch (BadSetting mistake) {
            return observeBecause(mistake.getMessage());
        }
    }

    /** Settings that touch nothing in the application, for when it is unclear what was wanted. */
    public static Settings observeBecause(String problem) {
        return new Settings(NOTHING, null, problem);
    }

    /** The same with a file of that content; extensions whose jars are the same are those of now. */
    Settings withFile(byte[] content) throws BadSetting {
        return withFile(content, extensions()::load);
    }

    private Settings withFile(byte[] content, Extensions.Door door) throws BadSetting {
        return new Settings(outside, ConfigFile.read(config(), content, door), null);
    }

    Extensions extensions() {
        return file == null ? Extensions.NONE : file.extensions();
    }

    /** Policies that only the code of extensions can tell of, where that did not run, each with where it is named. */
    public List<String> unchecked() {
        List<String> unchecked = new ArrayList<>();
        if (extensions().areUnknown()) {
            List<Given> policies = new ArrayList<>(Collections.singletonList(file.of(Key.POLICY)));
            for (Rule rule : rules()) {
                policies.add(rule.of(Key.POLICY));
            }
            for (Given policy : policies) {
                if (policy != null && BuiltIn.named(PoolSettings.name(policy)) == null) {
                    unchecked.add(policy.where + ": " + policy.text);
                }
            }
        }
        return unchecked;
    }

    /** The bytes that were read; null when there is no file, or none that was read without a mistake. */
    byte[] fileContent() {
        return file == null ? null : file.content;
    }

    /** Where the file is and who named it; null when nobody did. */
    Given config() {
        return outside[Key.CONFIG.ordinal()];
    }

    /** What is wrong with the configuration, in one line; null when nothing is. */
    public String problem() {
        return problem;
    }

    /** What holds for the pool of that name, creator and kind at {@code timeMillis}, counted from 1970. */
    public PoolSettings of(String pool, String creator, String kind, long timeMillis) {
        Rule[] first = new Rule[Key.values().length];
        long untilMillis = Long.MAX_VALUE;
        for (Rule rule : rules()) {
            if (timeMillis >= rule.untilMillis() || !rule.matches(pool, creator, kind)) {
                continue;
            }
            untilMillis = Math.min(untilMillis, rule.untilMillis());
            for (Key key : Key.values()) {
                if (first[key.ordinal()] == null && rule.of(key) != null) {
                    first[key.ordinal()] = rule;
                }
            }
        }
        return new PoolSettings(this, first, untilMillis);
    }

    /** Whether a rule that holds at {@code timeMillis} is meant for pools of that name, and not for all. */
    public boolean names(String pool, String creator, String kind, long timeMillis) {
        for (Rule rule : rules()) {
            if (timeMillis < rule.untilMillis() && rule.picksByName() && rule.matches(pool, creator, kind)) {
                return true;
            }
        }
        return false;
    }

    private List<Rule> rules() {
        return file == null ? Collections.<Rule>emptyList() : file.rules();
    }

    /** What holds for pools that no rule matches. */
    public Mode mode() {
        return bounded(null);
    }

    /** @param ofRule null where none gives one */
    Mode bounded(Mode ofRule) {
        if (problem != null || !isEnabled()) {
            return Mode.OBSERVE;
        }
        Mode general = isGiven(Key.MODE) ? Mode.named(given(Key.MODE).text) : Mode.AUTO;
        Mode wanted = ofRule == null ? general : ofRule;
        Mode most = outside[Key.MODE.ordinal()] != null ? general : Mode.AUTO;
        if (!isInAutoShare() && most == Mode.AUTO) {
            most = Mode.ADVISE;
        }
        return wanted.compareTo(most) < 0 ? most : wanted; // the modes stand in the order of what they may do
    }

    private boolean isInAutoShare() {
        return !isGiven(Key.AUTO_SHARE) || HostShare.ofThisHost() < given(Key.AUTO_SHARE).number;
    }

    /** False: sizes are given back, whatever else was said. */
    public boolean isEnabled() {
        return number(Key.ENABLED, 1) == 1;
    }

    /** Who may override sizes while the program runs. */
    public Writes writes() {
        return isGiven(Key.WRITES) ? Writes.named(given(Key.WRITES).text) : Writes.ALL;
    }

    /** Where that was said, such as {@code /etc/headcount.yaml:3:1: writes is none}. */
    public String writesOrigin() {
        return origin(Key.WRITES) + " is " + writes().text;
    }

    /** Time from one look at the pools to the next, 50 to 10,000. */
    public long tickMillis() {
        return number(Key.TICK, TICK_MILLIS);
    }

    /** The address of the Prometheus endpoint, {@code HOST:PORT} or {@code PORT}; null when there is to be none. */
    public String metrics() {
        Given address = given(Key.METRICS);
        return address == null || address.number == 0 ? null : address.text;
    }

    /** How many pools may have series of their own, 1 to 10,000. */
    public int metricsPools() {
        return (int) number(Key.METRICS_POOLS, METRICS_POOLS);
    }

    /** Where experience is kept over restarts; null when it is not. */
    public String state() {
        return isGiven(Key.STATE) ? given(Key.STATE).text : null;
    }

    /** The configuration file as it was named; null when none was. */
    public String configFile() {
        return config() == null ? null : config().text;
    }

    /** Whether somebody gave {@code key} for all pools, be it with the very value that is the default. */
    public boolean isGiven(Key key) {
        return given(key) != null;
    }

    Given given(Key key) {
        if (problem != null) {
            return null;
        }
        Given first = outside[key.ordinal()];
        return first != null || file == null ? first : file.of(key);
    }

    /** Where the value of {@code key} comes from, such as {@code system property headcount.tick}. */
    public String origin(Key key) {
        return isGiven(key) ? given(key).where : "default";
    }

    /** Each value that somebody gave and where, for a person; {@code defaults} when nobody gave any. */
    public String origins() {
        StringBuilder origins = new StringBuilder();
        for (Key key : Key.values()) {
            if (isGiven(key)) {
                origins.append(origins.length() == 0 ? "" : "; ")
                        .append(key.text())
                        .append('=')
                        .append(given(key).text)
                        .append(" from ")
                        .append(given(key).where);
            }
        }
        int rules = problem == null ? rules().size() : 0;
        if (rules > 0) {
            origins.append(origins.length() == 0 ? "" : "; ").append(rules).append(rules == 1 ? " rule" : " rules");
        }
        return origins.length() == 0 ? "defaults" : origins.toString();
    }

    /** One line for each value and each value of a rule, in the order of the file: what two readings differ by. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Key key : Key.values()) {
            if (isGiven(key) && key != Key.CONFIG) {
                lines.add(key.text() + ": " + given(key).text);
            }
        }
        for (Rule rule : problem == null ? rules() : Collections.<Rule>emptyList()) {
            for (Key key : Key.values()) {
                if (key.scope == Scope.POOL && rule.of(key) != null) {
                    lines.add(rule + " " + key.text() + ": " + rule.of(key).text);
                }
            }
        }
        return lines;
    }

    private long number(Key key, long otherwise) {
        Given given = given(key);
        return given == null ? otherwise : given.number;
    }
}
