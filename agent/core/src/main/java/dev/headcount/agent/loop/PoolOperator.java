package dev.headcount.agent.loop;

import dev.headcount.agent.config.Mode;
import dev.headcount.agent.pool.Kind;
import dev.headcount.agent.pool.Pool;
import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Breaker;
import dev.headcount.scaling.Overrides;

/**
 * The handles of one pool, for people and programs outside the application.
 *
 * <p>Invariant: a call either does all that it was asked for, or throws {@link IllegalArgumentException}
 * (a wrong value, with the range) or {@link IllegalStateException} (not with this pool or not now, with the reason)
 * and changes nothing. What was set acts at the next tick. Each call answers with a sentence: what was,
 * what is, until when, and how to undo it.
 * Threads: any.
 */
public final class PoolOperator {

    private static final int MAX_PIN_MINUTES = 1440;
    private static final int MAX_LEASE_SECONDS = 3600;
    private static final long MAX_OBJECTIVE_MILLIS = 3_600_000;
    private static final int MAX_BREAKER_SECONDS = 3600;
    private static final int MAX_TEXT = 200;

    private final Pool pool;
    private final WriteGate gate;
    private final EventLog events;
    private volatile Manual manual = Manual.NONE;
    private volatile Bounds bounds;
    private volatile boolean mayTouch = true;
    private volatile Mode mode = Mode.AUTO;
    private volatile boolean isResizable;
    private volatile String stopped; // where the configuration switched everything off

    PoolOperator(Pool pool, WriteGate gate, EventLog events, Bounds bounds) {
        this.pool = pool;
        this.gate = gate;
        this.events = events;
        this.bounds = bounds;
        this.isResizable = pool.kind().isResizable();
    }

    Manual manual() {
        return manual;
    }

    /** Tells what holds, for the checks of the next calls. */
    void see(Bounds nowBounds, Mode nowMode, boolean nowMayTouch, boolean nowIsResizable, String nowStopped) {
        bounds = nowBounds;
        mode = nowMode;
        mayTouch = nowMayTouch;
        isResizable = nowIsResizable;
        stopped = nowStopped;
    }

    public synchronized String floor(int floor, String actor) {
        checkResizable();
        int ceiling = bounds.ceiling();
        if (floor < 1 || floor > ceiling) {
            throw new IllegalArgumentException("floor must be 1.." + ceiling + " (the ceiling): got " + floor);
        }
        String was = "floor " + bounds.floor();
        return change(manual.withFloor(floor), was + " -> " + floor + "; reset() gives the configured one back", actor);
    }

    public synchronized String ceiling(int ceiling, String actor) {
        checkResizable();
        int floor = bounds.floor();
        int most = bounds.hardLimit();
        if (ceiling < floor || ceiling > most) {
            throw new IllegalArgumentException("ceiling must be 1.." + most + ", at least floor (" + floor + "): got "
                    + ceiling + finite(ceiling));
        }
        String was = "ceiling " + bounds.ceiling();
        return change(
                manual.withCeiling(ceiling), was + " -> " + ceiling + "; reset() gives the configured one back", actor);
    }

    private static String finite(int size) {
        return size <= 0 || size == Integer.MAX_VALUE ? "; unlimited is not a size" : "";
    }

    public synchronized String mode(String word, String actor) {
        Mode mode = Mode.named(word == null ? "" : word);
        if (mode == null || mode == Mode.OFF) {
            throw new IllegalArgumentException("mode must be auto, advise or observe: got \"" + word + '"');
        }
        if (mode != Mode.OBSERVE) {
            checkResizable();
        }
        return change(
                manual.withMode(mode), "mode is " + mode.text() + "; reset() gives the configured one back", actor);
    }

    public synchronized String waitObjectiveMillis(long millis, String actor) {
        if (millis < 1 || millis > MAX_OBJECTIVE_MILLIS) {
            throw new IllegalArgumentException(
                    "wait objective must be 1.." + MAX_OBJECTIVE_MILLIS + " ms: got " + millis);
        }
        return change(
                manual.withWaitObjectiveMillis(millis),
                "wait objective is " + millis + " ms; reset() gives the configured one back",
                actor);
    }

    /** @param because may be empty; JConsole's own filling, the word "String", counts as a mistake */
    public synchronized String pin(int size, int minutes, String because, String actor) {
        checkResizable();
        if (stopped != null) {
            throw new IllegalStateException(
                    "everything is switched off (" + stopped + " is false): no size is set before that changes");
        }
        if (minutes < 1 || minutes > MAX_PIN_MINUTES) {
            throw new IllegalArgumentException("minutes must be 1.." + MAX_PIN_MINUTES + ": got " + minutes
                    + "; every pin ends, a lasting size belongs in the configuration");
        }
        String reason = text("because", because, /* mayBeEmpty= */ true);
        long until = System.nanoTime() + minutes * 60_000_000_000L;
        Overrides.Pin pin = new Overrides.Pin(size, bounds.hardLimit(), until, reason.isEmpty() ? null : reason, actor);
        return change(
                manual.withOverrides(manual.overrides.withPin(pin)),
                "pinned at " + size + " for " + minutes + " min" + (reason.isEmpty() ? "" : " because " + reason)
                        + "; unpin() ends it",
                actor);
    }

    public synchronized String unpin(String actor) {
        if (manual.overrides.pinAt(System.nanoTime()) == null) {
            return "was not pinned";
        }
        return change(manual.withOverrides(manual.overrides.withPin(null)), "unpinned: " + afterwards(), actor);
    }

    public synchronized String lease(String owner, int target, int seconds) {
        checkResizable();
        String name = text("owner", owner, /* mayBeEmpty= */ false);
        if (mode != Mode.AUTO) {
            throw new IllegalStateException("mode is " + mode.text() + ": a lease acts in auto only");
        }
        if (seconds < 1 || seconds > MAX_LEASE_SECONDS) {
            throw new IllegalArgumentException(
                    "seconds must be 1.." + MAX_LEASE_SECONDS + ": got " + seconds + "; renew a lease to keep it");
        }
        long now = System.nanoTime();
        checkHolder(name, now);
        Overrides.Lease lease = new Overrides.Lease(name, target, bounds.hardLimit(), now + seconds * 1_000_000_000L);
        return change(
                manual.withOverrides(manual.overrides.withLease(lease)),
                "leased to " + name + " at " + target + " for " + seconds + " s; release(owner) ends it",
                name);
    }

    public synchronized String release(String owner) {
        long now = System.nanoTime();
        if (manual.overrides.leaseAt(now) == null) {
            return "was not leased";
        }
        checkHolder(owner, now);
        return change(
                manual.withOverrides(manual.overrides.withLease(null)),
                "released: the autoscaler decides again",
                owner);
    }

    private void checkHolder(String owner, long nowNanos) {
        Overrides.Lease held = manual.overrides.leaseAt(nowNanos);
        if (held != null && !held.owner().equals(owner)) {
            throw new IllegalStateException("leased to " + held.owner() + " for another "
                    + (held.untilNanos() - nowNanos) / 1_000_000_000L + " s: got owner \"" + owner + '"');
        }
    }

    /**
     * Tells of a circuit breaker that the pool's tasks call through and that we can't see.
     *
     * @param state as {@link Breaker#label()} writes it
     */
    public synchronized String breaker(String state, int seconds, String actor) {
        Breaker.State told = null;
        for (Breaker.State one : Breaker.State.values()) {
            told = Breaker.of(one, "").label().equals(state == null ? "" : state.trim()) ? one : told;
        }
        if (told == null) {
            throw new IllegalArgumentException("state must be open, half-open or closed: got \"" + state + '"');
        }
        if (seconds < 1 || seconds > MAX_BREAKER_SECONDS) {
            throw new IllegalArgumentException(
                    "seconds must be 1.." + MAX_BREAKER_SECONDS + ": got " + seconds + "; say it again while it holds");
        }
        gate.check();
        pool.breakers().tell(told, System.nanoTime() + seconds * 1_000_000_000L, actor);
        String sentence = "circuit breaker " + Breaker.of(told, "").label() + " for " + seconds + " s"
                + (told == Breaker.State.CLOSED
                        ? ""
                        : told == Breaker.State.OPEN
                                ? ": no growth, and one thread at a time for 30 s after it"
                                : ": growth by one thread at a time")
                + "; reset() drops it";
        events.add(Event.Type.BREAKER, pool.name(), actor + ": " + sentence);
        return pool.name() + ": " + sentence;
    }

    /** Drops everything that was set by hand or by a program. */
    public synchronized String reset(String actor) {
        pool.breakers().untell();
        return change(Manual.NONE, "reset: everything set by hand is dropped", actor);
    }

    private String afterwards() {
        return mode == Mode.AUTO ? "the autoscaler decides again" : "mode is " + mode.text();
    }

    /** Drops what was set by hand, where the configuration does not let anybody do so any more. */
    synchronized void dropIfClosed() {
        String closed = gate.closedForAll();
        if (closed != null && manual != Manual.NONE) {
            manual = Manual.NONE;
            events.add(Event.Type.OVERRIDE, pool.name(), "everything set by hand is dropped: " + closed);
        }
    }

    private String change(Manual next, String sentence, String actor) {
        gate.check();
        manual = next;
        events.add(Event.Type.OVERRIDE, pool.name(), actor + ": " + sentence);
        return pool.name() + ": " + sentence;
    }

    private void checkResizable() {
        if (!isResizable) {
            throw new IllegalStateException("a pool of kind " + pool.kind().label() + " is measured and "
                    + (pool.kind() == Kind.SEALED
                            ? "resized only when a rule names it (pool: " + pool.name() + ")"
                            : "never resized"));
        }
    }

    private static String text(String name, String value, boolean mayBeEmpty) {
        String trimmed = value == null ? "" : value.trim();
        if (trimmed.equals("String")) {
            throw new IllegalArgumentException(
                    name + " is still the word String that JConsole fills in: give one or empty the field");
        }
        if (trimmed.length() > MAX_TEXT || trimmed.isEmpty() && !mayBeEmpty) {
            throw new IllegalArgumentException(name + " must be a text of " + (mayBeEmpty ? "0" : "1") + ".." + MAX_TEXT
                    + " characters: got \"" + value + '"');
        }
        return trimmed;
    }
}
