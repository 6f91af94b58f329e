package dev.headcount.agent.pool;

import dev.headcount.scaling.Breaker;
import dev.headcount.scaling.Breaker.State;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The circuit breakers that one pool's tasks call through: those that were seen in its workers' hands, and what a
 * person, a program or a bean told of others.
 *
 * <p>Law: the worst state counts, and half-open at least for 30 s after one was open.
 * Invariant: breakers are held weakly, and one is asked for its state only when a worker has called through it since it
 * was last asked: a redeployed application is not kept alive. Nobody calls it for a minute, and it is forgotten.
 * Threads: {@link #called} by workers, {@link #tell} by any, {@link #given} and {@link #at} by the tick. Nothing waits. Cost of
 * {@link #called}: a look at eight places at most; a small object when a breaker is new.
 */
public final class Breakers {

    private static final int PLACES = 8;
    private static final long SECOND = 1_000_000_000L;
    private static final long RECENT_NANOS = Breaker.RECENT_SECONDS * SECOND;
    private static final long FORGET_NANOS = 60 * SECOND;

    private final AtomicReferenceArray<SeenBreaker> seen = new AtomicReferenceArray<>(PLACES);
    private volatile Told told;
    private Breaker given = Breaker.NONE;

    private boolean wasOpen;
    private long openNanos;
    private String openName = "";
    private Breaker shown = Breaker.NONE;

    private static final class Told {
        final State state;
        final long untilNanos;
        final String actor;

        Told(State state, long untilNanos, String actor) {
            this.state = state;
            this.untilNanos = untilNanos;
            this.actor = actor;
        }
    }

    /** The calling worker is about to call through {@code breaker}, or has done so. */
    void called(Object breaker) {
        for (int place = 0; place < PLACES; place++) {
            SeenBreaker one = seen.get(place);
            if (one == null) {
                if (seen.compareAndSet(place, null, new SeenBreaker(breaker))) {
                    return;
                }
                one = seen.get(place);
            }
            if (one != null && one.get() == breaker) {
                one.isCalled = true;
                return;
            }
        }
    }

    /** What somebody says of a breaker that we can't see, until {@code untilNanos}. */
    public void tell(State state, long untilNanos, String actor) {
        told = new Told(state, untilNanos, actor);
    }

    /** Nobody has said anything any more. */
    public void untell() {
        told = null;
    }

    /** What a bean of the application says, until the next call; the tick's. */
    public void given(Breaker breaker) {
        given = breaker;
    }

    /** The one that counts now; the same object while nothing changes. */
    public Breaker at(long nowNanos) {
        State worst = State.CLOSED;
        String name = "";
        for (int place = 0; place < PLACES; place++) {
            SeenBreaker one = seen.get(place);
            if (one == null) {
                continue;
            }
            State state = one.state(nowNanos);
            if (one.isForgotten(nowNanos, FORGET_NANOS)) {
                seen.compareAndSet(place, one, null);
            } else if (state.compareTo(worst) > 0) {
                worst = state;
                name = one.name();
            }
        }
        Told word = told;
        if (word != null && word.untilNanos - nowNanos > 0 && word.state.compareTo(worst) > 0) {
            worst = word.state;
            name = "(told by " + word.actor + ")";
        }
        if (given.state().compareTo(worst) > 0) {
            worst = given.state();
            name = given.name();
        }
        if (worst == State.OPEN) {
            wasOpen = true;
            openNanos = nowNanos;
            openName = name;
        } else if (worst == State.CLOSED && wasOpen && nowNanos - openNanos < RECENT_NANOS) {
            worst = State.HALF_OPEN;
            name = openName;
        }
        if (shown.state() != worst || !shown.name().equals(name)) {
            shown = worst == State.CLOSED ? Breaker.NONE : Breaker.of(worst, name);
        }
        return shown;
    }
}
