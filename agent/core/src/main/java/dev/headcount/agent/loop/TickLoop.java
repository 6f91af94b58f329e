package dev.headcount.agent.loop;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.pool.Kind;
import dev.headcount.agent.pool.Pool;
import dev.headcount.agent.pool.Registry;
import dev.headcount.agent.signal.Distribution;
import dev.headcount.agent.signal.DurationCounts;
import dev.headcount.agent.state.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.LongAdder;

/**
 * Looks at every pool, once a tick, for as long as the agent runs.
 *
 * <p>Invariant: whatever one pool throws is that pool's trouble; the others go on.
 * Threads: one thread ticks; {@link #supervise} is called by another and replaces it when it died, after a
 * pause, or when somebody's code has held it up for ten calls in a row. The old one leaves as soon as
 * it gets free; until then its pool is skipped, unless it was held up by the decider of an extension, which alone is
 * left behind then.
 */
public final class TickLoop {

    private static final long SECOND = 1_000_000_000L;

    /** From one look at the queues to the next; as short as the shortest tick. */
    private static final long LOOK_NANOS = 50_000_000L;

    /** Calls of {@link #supervise}; counted and not timed, since a process that was stopped has not been stuck. */
    private static final int PATIENCE = 10;

    /** For the tick under way when the agent leaves. */
    private static final long STOP_MILLIS = 2_000;

    private final Registry registry;
    private final Configuration configuration;
    private final WriteGate gate;
    private final PoolBounds bounds = new PoolBounds();
    private final EventLog events;
    private final State state = new State();
    private final Map<Pool, PoolControl> controls = new ConcurrentHashMap<>();
    private final Backoff restarts = new Backoff(SECOND, 60 * SECOND);
    private final DurationCounts durations = new DurationCounts();
    private final LongAdder errors = new LongAdder();

    private volatile Thread ticking;
    private volatile PoolControl current;
    private volatile PoolControl stuck;
    private volatile long ticks;
    private volatile long pausedUntilNanos;
    private volatile boolean isPaused;
    private volatile boolean isStopped;
    private volatile int restartCount;

    private PoolControl suspect; // the supervisor's, like the two below
    private long suspectTick;
    private int suspicions;

    public TickLoop(Registry registry, Configuration configuration, WriteGate gate, EventLog events) {
        this.registry = registry;
        this.configuration = configuration;
        this.gate = gate;
        this.events = events;
    }

    /** What is known of each pool, in no order; a moving picture. */
    public Collection<PoolControl> pools() {
        return controls.values();
    }

    /** Who may override what now. */
    public WriteGate gate() {
        return gate;
    }

    public EventLog events() {
        return events;
    }

    /** What the pools would have kept over a restart. */
    public State state() {
        return state;
    }

    /** Starts the loop, or a successor of one that died or got stuck. Called a few times a second by one thread. */
    public void supervise(long nowNanos) {
        if (isStopped) {
            return;
        }
        Thread now = ticking;
        if (now == null) {
            start();
        } else if (!now.isAlive()) {
            if (restarts.isOver(nowNanos)) {
                restarts.fail(nowNanos);
                restartCount++;
                start();
            }
        } else if (isStuck()) {
            giveUp(now, nowNanos);
            restartCount++;
            start();
        }
    }

    private boolean isStuck() {
        PoolControl looking = current;
        if (looking == null || looking != suspect || ticks != suspectTick) {
            suspect = looking;
            suspectTick = ticks;
            suspicions = 0;
            return false;
        }
        return ++suspicions >= PATIENCE;
    }

    private void giveUp(Thread thread, long nowNanos) {
        PoolControl holding = current;
        if (holding != null && !holding.stuck(thread, nowNanos)) {
            stuck = holding;
        }
    }

    private void start() {
        suspicions = 0;
        current = null;
        Thread thread = new Thread(null, new Ticking(), "headcount-loop", 0);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(Thread.currentThread().getUncaughtExceptionHandler()); // silent, as ours are
        thread.setContextClassLoader(TickLoop.class.getClassLoader());
        ticking = thread;
        thread.start();
    }

    /** What the loop's thread does. */
    private final class Ticking implements Runnable {
        @Override
        public void run() {
            while (!isStopped && ticking == Thread.currentThread()) {
                long started = System.nanoTime();
                tick(started);
                long took = System.nanoTime() - started;
                durations.add(took, /* weight= */ 1);
                try {
                    restUntil(started + configuration.current().tickMillis() * 1_000_000L);
                } catch (InterruptedException stop) {
                    return;
                }
            }
        }
    }

    /** Looks at the queues now and then: a backlog that grows need not wait for the next tick. */
    private void restUntil(long tickNanos) throws InterruptedException {
        Thread.sleep(1);
        long left = tickNanos - System.nanoTime();
        while (left > 0) {
            Thread.sleep(Math.max(1, Math.min(left, LOOK_NANOS) / 1_000_000));
            left = tickNanos - System.nanoTime();
            if (left > LOOK_NANOS / 2) {
                for (PoolControl control : controls.values()) {
                    if (control != stuck && ticking == Thread.currentThread()) {
                        look(control, /* onlyIfBacklogGrew= */ true);
                    }
                }
            }
        }
    }

    private void tick(long nowNanos) {
        ticks++;
        for (Pool gone : registry.sweep()) {
            controls.remove(gone);
            state.release(gone.name(), gone.kind().label());
        }
        takeIn(nowNanos);
        for (PoolControl control : new ArrayList<>(controls.values())) {
            if (control != stuck && ticking == Thread.currentThread()) {
                look(control, /* onlyIfBacklogGrew= */ false);
            }
        }
        bounds.host().look(System.nanoTime()); // last: what it loads at first must not keep a pool waiting
    }

    private void takeIn(long nowNanos) {
        for (int waiting = registry.arrivals(); waiting > 0; waiting--) {
            Pool pool = registry.nextArrival();
            try {
                if (registry.introduce(pool)) {
                    begin(pool, nowNanos);
                }
            } catch (Throwable failure) { // the rim, as when looking
                errors.increment();
                String further = registry.tryAgain(pool) ? "; tried again at the next tick" : "; left alone";
                String name = pool.name() == null ? "" : pool.name();
                events.add(Event.Type.AGENT, name, "a new pool can't be looked at: " + failure + further);
            }
        }
    }

    private void begin(Pool pool, long nowNanos) {
        ThreadPoolExecutor executor = pool.executor();
        if (executor != null && pool.kind() != Kind.INTERNAL) {
            PoolControl control = new PoolControl(
                    pool, registry.reader(pool), configuration, gate, bounds, events, executor, nowNanos);
            control.remember(state);
            controls.put(pool, control);
        }
    }

    private void look(PoolControl control, boolean onlyIfBacklogGrew) {
        current = control;
        try {
            if (!onlyIfBacklogGrew || control.hasGrownBacklog()) {
                control.tick(System.nanoTime(), System.currentTimeMillis(), isPaused());
            }
        } catch (Throwable failure) { // the rim: whatever it is, it is this pool's alone
            if (ticking == Thread.currentThread()) { // else another thread has the pool, or comes when we are out
                errors.increment();
                control.failed(System.nanoTime(), failure);
            }
        } finally {
            if (ticking == Thread.currentThread()) {
                current = null;
            } else if (stuck == control) {
                control.cameBack(); // before others may look at it
                stuck = null;
            }
        }
    }

    /** Lets all sizes be for a while; decisions are taken and not carried out. */
    public void pause(int minutes) {
        pausedUntilNanos = System.nanoTime() + minutes * 60 * SECOND;
        isPaused = true;
    }

    public void resume() {
        isPaused = false;
    }

    public boolean isPaused() {
        return isPaused && pausedUntilNanos - System.nanoTime() > 0;
    }

    /** No further tick begins; then the application's own sizes and keep-alives are given back. */
    public void stopAndGiveBack() {
        isStopped = true;
        Thread last = ticking;
        if (last != null) {
            try {
                last.join(STOP_MILLIS);
                if (last.isAlive()) { // or it would resize when it comes back and we are gone
                    giveUp(last, System.nanoTime());
                }
            } catch (InterruptedException leaving) {
                Thread.currentThread().interrupt();
            }
        }
        GivingBack.all(controls.values());
    }

    /** How often a successor had to be started. */
    public int restarts() {
        return restartCount;
    }

    public long ticks() {
        return ticks;
    }

    /** How long the ticks took that have come to their end. */
    public Distribution durations() {
        return durations.now();
    }

    /** How often looking at a pool failed. */
    public long errors() {
        return errors.sum();
    }
}
