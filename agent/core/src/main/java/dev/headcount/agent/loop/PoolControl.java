package dev.headcount.agent.loop;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.config.ForecastChoice;
import dev.headcount.agent.config.Mode;
import dev.headcount.agent.config.PoolSettings;
import dev.headcount.agent.pool.Pool;
import dev.headcount.agent.pool.PoolReader;
import dev.headcount.agent.pool.Resizer;
import dev.headcount.agent.signal.Reading;
import dev.headcount.agent.signal.Totals;
import dev.headcount.agent.signal.Vitals;
import dev.headcount.agent.state.State;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decision;
import dev.headcount.scaling.Overrides;
import dev.headcount.scaling.Signal;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * One pool in the loop: read, decide, resize, publish.
 *
 * <p>Invariant: a pool without workers is not dereferenced again until a hook has named it; a pool in which nothing moves
 * any more is only asked for its number of workers.
 * Threads: {@link #tick} by one loop thread at a time; {@link #view()} and {@link #operator()} by any.
 */
public final class PoolControl {

    private final Pool pool;
    private final PoolReader reader;
    private final Looking looking;
    private final Surroundings surroundings;
    private final Vitals vitals;
    private PoolSettings settings;
    private final Sizing sizing;
    private final Deciding deciding;
    private final Standing standing;
    private final Advising advising = new Advising();
    private final MovingBounds moving;
    private Advising.Told advice;
    private final Scoring scoring;
    private final Forecasting forecasting;
    private final DecisionRecord record;
    private final Configured configured;
    private final PoolBounds poolBounds;
    private final PoolOperator operator;
    private final Costing costing;
    private final EventLog events;

    private volatile View view;
    private volatile boolean isResizable;

    private boolean isActing;
    private volatile boolean isResting; // the supervisor sets it, too
    private boolean hasComeBack; // of a thread that was given up
    private boolean hasFailed;
    private Manual shownManual = Manual.NONE;

    PoolControl(
            Pool pool,
            PoolReader reader,
            Configuration configuration,
            WriteGate gate,
            PoolBounds poolBounds,
            EventLog events,
            ThreadPoolExecutor executor,
            long nowNanos) {
        this.pool = pool;
        this.reader = reader;
        this.looking = new Looking(pool, reader);
        this.surroundings = new Surroundings(pool, poolBounds.host(), events);
        this.poolBounds = poolBounds;
        this.configured = new Configured(configuration, pool);
        long timeMillis = System.currentTimeMillis();
        this.settings = configured.at(timeMillis);
        this.isResizable = configured.mayResize(timeMillis);
        externals().follow(settings, nowNanos);
        this.events = events;
        this.moving = new MovingBounds(events, pool.name());
        this.forecasting = new Forecasting(events, pool.name());
        this.forecasting.follow(forecast());
        this.costing = new Costing(settings.prices(), events, pool.name());
        this.vitals = new Vitals(pool.meter(), reader.queueCapacity(executor), pool.bornNanos());
        pool.resizer().idleExpiry(settings.idleExpiryMillis() * 1_000_000);
        this.sizing = new Sizing(pool, reader, events);
        this.deciding = new Deciding(pool, sizing, settings, nowNanos);
        this.standing = new Standing(pool, configured, sizing);
        this.scoring = new Scoring(pool.name());
        this.record = new DecisionRecord(pool, events);
        this.operator = new PoolOperator(
                pool, gate, events, poolBounds.of(pool, Manual.NONE, settings, moving, Double.NaN, nowNanos));
    }

    /** Has {@code state} keep what this pool learns. */
    void remember(State state) {
        state.keep("advice", pool.name(), pool.kind().label(), advising);
        state.keep("forecast", pool.name(), pool.kind().label(), forecasting);
        state.keep("cost", pool.name(), pool.kind().label(), costing);
    }

    public Pool pool() {
        return pool;
    }

    public PoolOperator operator() {
        return operator;
    }

    /** What other beans are asked for it, and what they said. */
    public Externals externals() {
        return surroundings.externals();
    }

    /** What its decisions are worth. */
    public Scoring scoring() {
        return scoring;
    }

    /** As of the last tick; {@code null} before the first. */
    public View view() {
        return view;
    }

    /** What the policy in use is called; {@code none} where nothing is ever decided. */
    public String policy() {
        return isResizable ? deciding.policy() : "none";
    }

    /** Whether the autoscaler may size it: by its kind, or since a rule names it. */
    public boolean isResizable() {
        return isResizable;
    }

    /** @param isPaused whether the agent was told to let all sizes be */
    void tick(long nowNanos, long timeMillis, boolean isPaused) {
        boolean isSame = configured.isCurrent(timeMillis);
        if (!isSame) { // also while it rests, or it would keep alive what the file names no longer
            configure(timeMillis, nowNanos);
        }
        if (isResting && !sizing.isAllowed(nowNanos)) {
            return;
        }
        isSame &= !isResting;
        isResting = false;
        int core = pool.resizer().baselineCore();
        isSame &= !moving.look(settings, core, advice, nowNanos, timeMillis);
        isSame &= !forecasting.isDue(nowNanos);
        boolean hasMoved = looking.hasMoved();
        if (view != null && looking.isDormant() && !hasMoved) {
            rest(nowNanos, timeMillis, isPaused, isSame);
            return;
        }
        ThreadPoolExecutor executor = pool.executor();
        if (executor == null || !hasMoved && isSame && isQuiet(executor, nowNanos)) {
            return;
        }
        vitals.begin();
        Reading reading = looking.read(executor, nowNanos);
        if (reading == null) {
            if (looking.isLockedForLong(nowNanos)) {
                sizing.quarantine(nowNanos, "its lock has been held by somebody for 2 s");
            }
            return;
        }
        surroundings.tell(vitals, reading);
        decide(executor, forecasting.see(vitals.tick(reading), timeMillis), timeMillis, isPaused);
        if (looking.isDormant()) {
            sizing.giveBack(executor);
        }
    }

    /** Whether the next tick is due early, see {@link Looking#hasGrownBacklog()}. */
    boolean hasGrownBacklog() {
        return isResizable && !isResting && looking.hasGrownBacklog();
    }

    /** A pool without workers is not asked: nothing can have changed but what is shown of it. */
    private void rest(long nowNanos, long timeMillis, boolean isPaused, boolean isSame) {
        if (!isSame || !looking.isStill(nowNanos) || operator.manual() != shownManual) {
            Signal signal = forecasting.see(vitals.tick(looking.unread(nowNanos)), timeMillis);
            Manual manual = operator.manual();
            publish(signal, bounds(manual, signal), manual, null, timeMillis, isPaused);
        }
    }

    private boolean isQuiet(ThreadPoolExecutor executor, long nowNanos) {
        View last = view;
        return last != null
                && looking.isStill(nowNanos)
                && !pool.resizer().isOurs()
                && operator.manual() == Manual.NONE
                && !costing.isDue(nowNanos)
                && last.signal.size() == reader.size(executor);
    }

    /**
     * Something of ours threw while this pool was being looked at; it rests, the others go on. Nobody sees a pool before
     * its first look is over, for which our own classes are loaded: the first failure of that is only told, and the
     * next tick tries again.
     */
    void failed(long nowNanos, Throwable failure) {
        String words = "looking at it failed: " + failure;
        if (view == null && !hasFailed) {
            hasFailed = true;
            events.add(Event.Type.AGENT, pool.name(), words + "; tried again at the next tick");
            return;
        }
        isResting = true;
        sizing.quarantine(nowNanos, words);
    }

    /**
     * Somebody's code holds the tick up in {@code thread}, and another thread does it now.
     *
     * @return whether that one may go on with this pool, too: what held it up is an extension, and will not be let in
     *     again by itself; else it is the application's, and to be waited for
     */
    boolean stuck(Thread thread, long nowNanos) {
        String trouble = deciding.giveUp(thread);
        isResting = trouble == null;
        sizing.quarantine(
                nowNanos, trouble == null ? "reading it has not come to an end: its queue's size() blocks" : trouble);
        return trouble != null;
    }

    /**
     * The look that held the tick up has come to an end. Once that is no reason to let the pool be: on a machine without
     * a processor to spare the first look, for which our own classes are loaded, may take as long. A queue that does it
     * again costs every pool its two seconds, and is left alone.
     */
    void cameBack() {
        if (!hasComeBack) {
            hasComeBack = true;
            sizing.release();
            events.add(
                    Event.Type.RELEASED, pool.name(), "the look at it has come to an end after all: looked at again");
        }
    }

    /** Gives back what is ours, when the agent leaves, and says whether that is done. */
    boolean giveBack() {
        ThreadPoolExecutor executor = pool.executor();
        return executor == null || pool.isTerminated() || sizing.giveBack(executor);
    }

    private void decide(ThreadPoolExecutor executor, Signal signal, long timeMillis, boolean isPaused) {
        long now = signal.nowNanos();
        Manual manual = operator.manual();
        Bounds bounds = bounds(manual, signal);
        Mode mode = poolBounds.mode(manual, settings);
        Overrides.Pin pin = manual.overrides.pinAt(now);
        if (pool.resizer().reconcile(executor) == Resizer.Finding.ADOPTED) {
            deciding.adopt(now);
            sizing.adopted(now);
        }
        boolean acts = isResizable && configured.isEnabled() && (mode == Mode.AUTO || pin != null);
        if (acts != isActing) { // what was only advice, or was given back, is no size to go on from
            isActing = acts;
            deciding.begin(now);
            record.forget();
        }
        Decision decision = null;
        if (acts || isResizable && mode == Mode.ADVISE) {
            decision = deciding.decide(signal, bounds, manual.overrides, forecasting.outlook(), timeMillis);
        }
        if (acts && decision != null) {
            record.add(decision, pin);
            boolean mayMove = !isPaused || pin != null; // a person's word outranks the pause, too
            if (mayMove && sizing.isAllowed(now)) {
                sizing.follow(executor, decision.to(), now);
            }
        } else if (!acts) {
            record.addAdvice(decision);
            sizing.giveBack(executor);
        }
        if (decision == null) {
            scoring.pause();
        }
        sizing.settle(executor, signal.size());
        publish(signal, bounds, manual, decision, timeMillis, isPaused);
    }

    /** Follows a configuration that was reloaded, or a rule that has begun or ended. */
    private void configure(long timeMillis, long nowNanos) {
        settings = configured.at(timeMillis);
        isResizable = configured.mayResize(timeMillis);
        externals().follow(settings, nowNanos);
        forecasting.follow(forecast());
        costing.follow(settings.prices());
        deciding.follow(settings, nowNanos);
        pool.resizer().idleExpiry(settings.idleExpiryMillis() * 1_000_000);
        operator.dropIfClosed();
    }

    /** What is never resized need not be foreseen. */
    private ForecastChoice forecast() {
        return isResizable ? settings.forecast() : ForecastChoice.OFF;
    }

    private Bounds bounds(Manual manual, Signal signal) {
        Bounds bounds = poolBounds.of(pool, manual, settings, moving, signal.serviceMeanSeconds(), signal.nowNanos());
        vitals.objective(bounds.waitObjectiveSeconds());
        operator.see(
                bounds,
                poolBounds.mode(manual, settings),
                poolBounds.mayResize(),
                isResizable,
                configured.stopOrigin());
        return bounds;
    }

    private void publish(
            Signal signal, Bounds bounds, Manual manual, Decision decision, long timeMillis, boolean isPaused) {
        Mode mode = poolBounds.mode(manual, settings);
        PoolState state = standing.state(manual, signal.nowNanos(), isPaused);
        vitals.cost(costing.see(signal, timeMillis));
        int knee = decision == null ? 0 : deciding.knee();
        advice = advising.see(signal, timeMillis, bounds.waitObjectiveSeconds(), knee);
        Totals totals = vitals.totals();
        if (decision != null && state == PoolState.NORMAL && deciding.isOurs()) { // a stranger's code is not replayed
            boolean isLost = totals.dropped > 0 || totals.rejected == 0;
            scoring.see(signal, bounds, Sizing.baseline(pool), settings, knee, isLost);
        }
        boolean isSized = isResizable && (mode == Mode.AUTO || state == PoolState.PINNED);
        shownManual = manual;
        view = new View(
                signal,
                totals,
                bounds,
                mode,
                state,
                pool.resizer().baselineCore(),
                pool.resizer().baselineMaximum(),
                isSized ? deciding.target() : signal.core(),
                knee,
                sizing.ups(),
                sizing.downs(),
                deciding.vetoed(),
                scoring.scored(),
                advice,
                forecasting.words(),
                record.lastChange(),
                standing.reason(state, mode, isResizable, looking.isDormant(), decision, record.lastChange()));
    }
}
