package dev.headcount.agent.config;

import dev.headcount.agent.extension.ExtensionPolicy;
import dev.headcount.scaling.cost.Prices;
import dev.headcount.scaling.forecast.Schedule;
import dev.headcount.scaling.settle.LargestStep;
import dev.headcount.scaling.settle.Settling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What holds for one pool: of each key the first rule's that matches and gives it, else what holds for all.
 *
 * <p>Invariant: immutable, and right until {@link #untilMillis()}, when a rule ends by itself.
 */
public final class PoolSettings {

    private static final long NANOS = 1_000_000;

    private final Settings settings;
    private final Rule[] rules;
    private final long untilMillis;

    /** @param rules by the ordinal of the key: the rule that gives it; null where none does */
    PoolSettings(Settings settings, Rule[] rules, long untilMillis) {
        this.settings = settings;
        this.rules = rules;
        this.untilMillis = untilMillis;
    }

    /** Milliseconds since 1970 at which it has to be asked for anew. */
    public long untilMillis() {
        return untilMillis;
    }

    /** How far the agent may go with this pool; never {@link Mode#OFF}. */
    public Mode mode() {
        Rule rule = rules[Key.MODE.ordinal()];
        Mode mode = settings.bounded(rule == null ? null : Mode.named(rule.of(Key.MODE).text));
        return mode == Mode.OFF ? Mode.OBSERVE : mode; // a reload can't take out what is in already
    }

    /** @return null where nobody gave one: then it is the application's own core size, or what is advised */
    public Size floor() {
        return size(Key.FLOOR);
    }

    /** @return null where nobody gave one: then it is derived, or what is advised */
    public Size ceiling() {
        return size(Key.CEILING);
    }

    /** Whether {@code key}, a bound, is to follow the advice; then {@link #floor} or {@link #ceiling} is null. */
    public boolean isAdvised(Key key) {
        Given given = given(key);
        return given != null && Size.ADVISED.equals(given.text);
    }

    /** Floors for known hours; none where nobody gave any. To be kept: each call reads the text anew. */
    public Schedule schedule() {
        Given given = given(Key.SCHEDULE);
        return given == null ? Schedule.EMPTY : ScheduleText.read(given.text);
    }

    /** What is expected of its load. To be kept: each call reads the text anew. */
    public ForecastChoice forecast() {
        Given given = given(Key.FORECAST);
        return given == null ? ForecastChoice.OFF : ForecastChoice.read(given.text);
    }

    /** Whether {@code key} was given for pools of this name, and so may go against the application's own. */
    public boolean isNamed(Key key) {
        Rule rule = rules[key.ordinal()];
        return rule != null && rule.namesPools();
    }

    /** 1 to 3,600,000; 0 where nobody gave one: then it is derived. */
    public long waitObjectiveMillis() {
        return number(Key.WAIT_OBJECTIVE, 0);
    }

    /** 1,000 to 3,600,000; 0 when the pool's own keep-alive stays. */
    public long idleExpiryMillis() {
        return number(Key.IDLE_EXPIRY, 0);
    }

    /** Which policy decides, by name: {@code adaptive}, another that comes with Headcount, or an extension's. */
    public String policy() {
        Given given = given(Key.POLICY);
        return given == null ? Key.POLICY.standard : name(given);
    }

    static String name(Given policy) {
        String text = policy.text;
        return text.contains(" ") ? text.substring(0, text.indexOf(' ')) : text;
    }

    /** The policy, where an extension brings it; null where it is one of Headcount's. */
    public ExtensionPolicy extensionPolicy() {
        return settings.extensions().policy(policy());
    }

    /** What somebody gave of the policy's parameters, checked; empty where nobody did. */
    public Map<String, String> policyParameters() {
        Given given = given(Key.POLICY);
        return given == null ? Collections.<String, String>emptyMap() : given.parameters;
    }

    /** When a wanted target is taken, and how much of it at once, where {@code standard} is the policy's own way. */
    public Settling settling(Settling standard) {
        long up = number(Key.COOLDOWN_UP, -1);
        long down = number(Key.COOLDOWN_DOWN, -1);
        Settling settling = standard.withCooldowns(
                        up < 0 ? standard.upNanos() : up * NANOS, down < 0 ? standard.downNanos() : down * NANOS)
                .withDeadband(number(Key.DEADBAND, 0) / 100.0)
                .withWindow(number(Key.STABILISATION_WINDOW, 0) * NANOS)
                .withLargestStep(largestStep());
        return number(Key.KEEP_WORKERS, 0) == 1 ? settling.keepingWorkers() : settling;
    }

    private LargestStep largestStep() {
        long number = number(Key.LARGEST_STEP, 0);
        if (number == 0) {
            return LargestStep.ANY;
        }
        return given(Key.LARGEST_STEP).text.endsWith("%")
                ? LargestStep.share(number / 100.0)
                : LargestStep.threads((int) number);
    }

    /** What holds while the JVM starts; null where nobody gave anything. */
    public StartUp startUp() {
        Given given = given(Key.START_UP);
        return given == null ? null : StartUp.of(given.text);
    }

    /** Share of failed tasks above which the pool doesn't grow, above 0 and at most 1; -1 where nobody gave one. */
    public double errorLimit() {
        long percent = number(Key.ERROR_LIMIT, -1);
        return percent < 0 ? percent : percent / 100.0;
    }

    /** What things cost; {@link Prices#NONE} where nobody gave a price. To be kept: each call reads the texts anew. */
    public Prices prices() {
        Prices prices = Prices.of(amount(Key.THREAD_HOUR_PRICE), amount(Key.CALL_PRICE), amount(Key.WAIT_MS_VALUE));
        Given budget = given(Key.MONTHLY_BUDGET);
        if (budget != null) {
            prices = prices.withBudget(Amount.ofBudget(budget.text), Amount.isHard(budget.text));
        }
        return prices.equals(Prices.NONE) ? Prices.NONE : prices;
    }

    private double amount(Key key) {
        Given given = given(key);
        return given == null ? 0 : Amount.of(given.text);
    }

    /**
     * What {@link Key#BREAKER_FROM}, {@link Key#VETO_FROM} or {@link Key#SIGNAL_FROM} names; null where nobody gave it.
     * To be kept: each call reads the text anew.
     */
    public Source source(Key key) {
        Given given = given(key);
        return given == null ? null : Source.read(key.value, given.text);
    }

    /** Where {@code key} was given, in a few words, such as {@code rule 2 (orders*)} or {@code configured}. */
    public String origin(Key key) {
        Rule rule = rules[key.ordinal()];
        return rule != null ? rule.toString() : settings.isGiven(key) ? "configured" : "default";
    }

    /**
     * What holds, a line for each key, with where it was given; for a person.
     *
     * @param core that the application set
     */
    public List<String> lines(int core, int processors) {
        List<String> lines = new ArrayList<>();
        lines.add(
                Key.MODE.text() + ": " + mode().text() + (settings.isEnabled() ? from(Key.MODE) : " (enabled: false)"));
        for (Key key : Key.values()) {
            if (key.scope != Scope.POOL || key == Key.MODE) {
                continue;
            }
            Size size = key.value == Value.SIZE ? size(key) : null;
            String threads =
                    size == null || size.isAbsolute() ? "" : " = " + size.threads(core, processors) + " threads";
            Given given = given(key);
            lines.add(key.text() + ": " + (given == null ? key.standard : given.text + threads) + from(key));
        }
        return lines;
    }

    private String from(Key key) {
        return " (" + origin(key) + ")";
    }

    private Size size(Key key) {
        Given given = given(key);
        return given == null ? null : Size.of(given.text);
    }

    private long number(Key key, long otherwise) {
        Given given = given(key);
        return given == null ? otherwise : given.number;
    }

    private Given given(Key key) {
        Rule rule = rules[key.ordinal()];
        return rule != null ? rule.of(key) : settings.given(key);
    }
}
