package dev.headcount.agent.config;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys of the configuration, with all that the reader, the page for people and the schema for editors
 * need to know of each.
 */
public enum Key {
    MODE(
            "mode",
            Scope.POOL,
            Value.MODE,
            "auto",
            "`auto` resizes, `advise` records what it would do, `observe` only measures, `off` (not in a rule, and"
                    + " only at start) does nothing at all. Given outside the file it is the most that the file's"
                    + " rules may do"),
    ENABLED(
            "enabled",
            Scope.AGENT,
            Value.BOOLEAN,
            "true",
            "`false` is the stop for a whole fleet: every size is given back within 2 seconds, pins included, and"
                    + " the agent only measures"),
    TICK("tick", Scope.AGENT, Value.TICK, "200ms", "Time from one look at the pools to the next"),
    WAIT_OBJECTIVE(
            "wait-objective",
            Scope.POOL,
            Value.WAIT,
            "100ms, or twice the mean service time where that is longer",
            "What the 99th percentile of wait times should stay below"),
    FLOOR(
            "floor",
            Scope.POOL,
            Value.SIZE,
            "the core size that the application set",
            "Fewest threads that the autoscaler may want; `advised`: what the pool's last day advises (advice.md), the"
                    + " default until an hour is known"),
    CEILING(
            "ceiling",
            Scope.POOL,
            Value.SIZE,
            "the application's own maximum where that is a limit above core; else 8x core, at least 4/cpu and at"
                    + " most 256",
            "Most threads that the autoscaler may want. Given for all pools it never goes below a pool's own core;"
                    + " in a rule that names a pool it does. `advised`: what the pool's last day advises, the default"
                    + " until an hour is known"),
    SCHEDULE(
            "schedule",
            Scope.POOL,
            Value.SCHEDULE,
            "none",
            "A higher floor for known hours, such as `0 8 * * mon-fri Europe/Berlin for 10h floor 40`; of several"
                    + " windows, with `;` between them, the highest floor counts. Never above the ceiling, and not"
                    + " while a floor is set by hand"),
    FORECAST(
            "forecast",
            Scope.POOL,
            Value.FORECAST,
            "off",
            "Threads before their load comes, once predictions have proved right: `linear` for ramps, ten seconds ahead;"
                    + " `holt-winters` for days and weeks that are alike, some minutes ahead. It only ever raises what"
                    + " is wanted; see forecasts.md"),
    IDLE_EXPIRY(
            "idle-expiry",
            Scope.POOL,
            Value.IDLE,
            "off",
            "After what idle time the workers of a pool that was grown leave; `off`: the pool's own keep-alive"),
    POLICY(
            "policy",
            Scope.POOL,
            Value.POLICY,
            "adaptive",
            "What decides: `adaptive` sizes by a queueing model and keeps what growth paid for; the others are on a page"
                    + " of their own, deciders.md. In the file also with parameters, see below, or one of an extension's (extensions.md)"),
    COOLDOWN_UP(
            "cooldown-up",
            Scope.POOL,
            Value.COOLDOWN,
            "3s; none for `adaptive`, `gradient`, `hill-climbing` and `fixed`",
            "Rest before growth after any change"),
    COOLDOWN_DOWN(
            "cooldown-down",
            Scope.POOL,
            Value.COOLDOWN,
            "45s; none for `adaptive`, `gradient`, `hill-climbing` and `fixed`",
            "Rest before a shrink after any change"),
    DEADBAND(
            "deadband",
            Scope.POOL,
            Value.DEADBAND,
            "0%",
            "A target that is off by a smaller share of itself stays. Growth passes while waits miss the objective"),
    STABILISATION_WINDOW(
            "stabilisation-window",
            Scope.POOL,
            Value.WINDOW,
            "0s",
            "A pool shrinks to the highest size that was wanted within so long"),
    LARGEST_STEP(
            "largest-step",
            Scope.POOL,
            Value.STEP,
            "any",
            "Threads that one change may add or take, or their share of the size before"),
    KEEP_WORKERS(
            "keep-workers",
            Scope.POOL,
            Value.BOOLEAN,
            "false",
            "`true` for threads that are dear to make, since they hold connections or models: never fewer than the last"
                    + " hour wanted, and then one less a minute"),
    START_UP(
            "start-up",
            Scope.POOL,
            Value.START_UP,
            "off",
            "A lower ceiling for the first time of the JVM's life, such as `2/cpu for 60s`: few threads load classes"
                    + " faster than many. Given for all pools it never goes below a pool's own core; in a rule that"
                    + " names a pool it does"),
    ERROR_LIMIT(
            "error-limit",
            Scope.POOL,
            Value.ERRORS,
            "50%",
            "No growth while a larger share of the tasks fails; `100%`: failures never hold growth back"),
    BREAKER_FROM(
            "breaker-from",
            Scope.POOL,
            Value.BREAKER_FROM,
            "none",
            "The attribute of a bean of this JVM that tells how a circuit breaker stands, beside those that are found by"
                    + " themselves; see vetoes.md"),
    VETO_FROM(
            "veto-from",
            Scope.POOL,
            Value.VETO_FROM,
            "none",
            "The attribute of a bean of this JVM that forbids growth while the comparison holds, or, without one, while"
                    + " it is true or a number other than 0; see vetoes.md"),
    SIGNAL_FROM(
            "signal-from",
            Scope.POOL,
            Value.SIGNAL_FROM,
            "none",
            "The attribute of a bean of this JVM that knows of failures which the tasks keep to themselves; the larger"
                    + " of its error rate and the measured one counts"),
    THREAD_HOUR_PRICE(
            "thread-hour-price",
            Scope.POOL,
            Value.AMOUNT,
            "0",
            "What a thread costs an hour, in any currency, the same for all prices; 0 for nothing. With `wait-ms-value` it"
                    + " forbids growth that saves less than it costs; see vetoes.md"),
    CALL_PRICE(
            "call-price",
            Scope.POOL,
            Value.AMOUNT,
            "0",
            "What it costs downstream that one task is done, such as a request that somebody charges for"),
    WAIT_MS_VALUE(
            "wait-ms-value", Scope.POOL, Value.AMOUNT, "0", "What it is worth that one task waits a millisecond less"),
    MONTHLY_BUDGET(
            "monthly-budget",
            Scope.POOL,
            Value.BUDGET,
            "none",
            "What threads and calls of each pool may cost in a calendar month (UTC). Four fifths of it are an event; once"
                    + " it is spent the pool doesn't grow above its floor unless waits miss the objective, and with"
                    + " `hard` not even then"),
    WRITES(
            "writes",
            Scope.AGENT,
            Value.WRITES,
            "all",
            "Who may override sizes while the program runs: `all` who reach the beans, the command line (`cli`)"
                    + " alone, or `none`, for fleets that are driven by files; with `none`, what was set by hand"
                    + " before is dropped"),
    AUTO_SHARE(
            "auto-share",
            Scope.AGENT,
            Value.SHARE,
            "100%",
            "The share of hosts in which `mode: auto` is `auto`; in the rest it is `advise`. A host is in or out by"
                    + " a hash of its name, so a larger share only adds hosts"),
    METRICS(
            "metrics",
            Scope.AGENT,
            Value.ADDRESS,
            "off",
            "Address of the Prometheus endpoint, as `127.0.0.1:9404` or `9404` for this machine alone"),
    METRICS_POOLS(
            "metrics-pools",
            Scope.AGENT,
            Value.POOLS,
            "100",
            "How many pools have series of their own; further ones are counted together as `_other`, but for those"
                    + " that a rule names"),
    STATE(
            "state",
            Scope.AGENT,
            Value.PATH,
            "none",
            "The file in which experience is kept over restarts: the advice of the last two weeks, and the loads that"
                    + " forecasts learn from; written every two minutes and at detach, by one process at a time, in a"
                    + " folder that exists. Without it all is learnt anew"),
    CONFIG("config", Scope.AGENT, Value.PATH, "none", "The file with all of these; not in the file itself"),
    RULES(
            "rules",
            Scope.FILE,
            Value.LIST,
            "none",
            "A list of rules. For each key the first rule counts that matches a pool and gives the key"),
    EXTENSIONS(
            "extensions",
            Scope.FILE,
            Value.JARS,
            "none",
            "Jars with policies of your own, which `policy` in this file may then name; see extensions.md"),
    POOL("pool", Scope.RULE, Value.GLOB, "every pool", "Matches pools by name; `*` is any text, `?` one character"),
    CREATOR(
            "creator",
            Scope.RULE,
            Value.GLOB,
            "any creator",
            "Matches pools by the code that made them, as the bean's Creator shows it"),
    KIND("kind", Scope.RULE, Value.KIND, "any kind", "Matches pools by kind"),
    UNTIL("until", Scope.RULE, Value.TIME, "for good", "When the rule ends by itself (RFC 3339)"),
    BECAUSE("because", Scope.RULE, Value.TEXT, "no reason", "The reason, for those who read it later");

    private final String text;
    final Scope scope;
    final Value value;
    final String standard;
    final String meaning;

    Key(String text, Scope scope, Value value, String standard, String meaning) {
        this.text = text;
        this.scope = scope;
        this.value = value;
        this.standard = standard;
        this.meaning = meaning;
    }

    /** As it is written in arguments and files. */
    public String text() {
        return text;
    }

    /** Whether a rule may give it. */
    boolean isForRules() {
        return scope == Scope.POOL || scope == Scope.RULE;
    }

    /** Whether arguments, properties and the environment may give it. */
    boolean isForArguments() {
        return scope == Scope.AGENT || scope == Scope.POOL;
    }

    /** Whether the top of the file may give it. */
    boolean isForFile() {
        return scope != Scope.RULE && this != CONFIG;
    }

    /** The key of that name; null when there is none. */
    static Key named(String text) {
        for (Key key : values()) {
            if (key.text.equals(text)) {
                return key;
            }
        }
        return null;
    }

    static List<Key> forArguments() {
        List<Key> keys = new ArrayList<>();
        for (Key key : values()) {
            if (key.isForArguments()) {
                keys.add(key);
            }
        }
        return keys;
    }

    static List<Key> forFile() {
        List<Key> keys = new ArrayList<>();
        for (Key key : values()) {
            if (key.isForFile()) {
                keys.add(key);
            }
        }
        return keys;
    }

    static List<Key> forRules() {
        List<Key> keys = new ArrayList<>();
        for (Key key : values()) {
            if (key.isForRules()) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The one of {@code keys} that somebody who wrote {@code text} most likely meant. */
    static Key nearest(String text, List<Key> keys) {
        Key nearest = keys.get(0);
        for (Key key : keys) {
            if (Spelling.distance(text, key.text) < Spelling.distance(text, nearest.text)) {
                nearest = key;
            }
        }
        return nearest;
    }

    static String list(List<Key> keys) {
        StringBuilder all = new StringBuilder();
        for (Key key : keys) {
            all.append(all.length() == 0 ? "" : ", ").append(key.text);
        }
        return all.toString();
    }
}
