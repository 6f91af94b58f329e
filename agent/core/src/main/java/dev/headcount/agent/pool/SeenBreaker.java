package dev.headcount.agent.pool;

import dev.headcount.scaling.Breaker.State;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A breaker of the application's, asked for its state by name, since its class is not ours to link to.
 *
 * <p>Law: Resilience4j's {@code getState()} and {@code getName()}, Hystrix' field {@code status} or else
 * {@code isOpen()}. A state of another name, and a breaker that can't be asked, count as closed.
 * Threads: {@link #isCalled} is set by workers; the rest is the tick's.
 */
final class SeenBreaker extends WeakReference<Object> {

    /** Whether a worker has called through it since it was last asked. */
    volatile boolean isCalled = true;

    private final String type;
    private String name = "";
    private State state = State.CLOSED;
    private long calledNanos;
    private boolean isGone;

    SeenBreaker(Object breaker) {
        super(breaker);
        type = breaker.getClass().getName();
    }

    /** As it says now, if anybody has called through it lately, else as it said last. */
    State state(long nowNanos) {
        if (isCalled) {
            isCalled = false;
            calledNanos = nowNanos;
            Object breaker = get();
            isGone = breaker == null;
            state = isGone ? State.CLOSED : ask(breaker);
        }
        return state;
    }

    boolean isForgotten(long nowNanos, long afterNanos) {
        return isGone || nowNanos - calledNanos > afterNanos;
    }

    String name() {
        return name;
    }

    private State ask(Object breaker) {
        try {
            if (type.startsWith("com.netflix.hystrix.")) {
                name = "of Hystrix";
                return hystrix(breaker);
            }
            if (name.isEmpty()) {
                name = String.valueOf(call(breaker, "getName"));
            }
            return named(String.valueOf(call(breaker, "getState")));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unknownShape) {
            return State.CLOSED;
        }
    }

    private static State hystrix(Object breaker) throws ReflectiveOperationException {
        try {
            Field status = breaker.getClass().getDeclaredField("status"); // since 1.5.13
            status.setAccessible(true);
            return named(String.valueOf(((AtomicReference<?>) status.get(breaker)).get()));
        } catch (NoSuchFieldException older) {
            return Boolean.TRUE.equals(call(breaker, "isOpen")) ? State.OPEN : State.CLOSED;
        }
    }

    private static Object call(Object breaker, String method) throws ReflectiveOperationException {
        Method getter = breaker.getClass().getMethod(method);
        getter.setAccessible(true); // the class may be hidden behind a public interface
        return getter.invoke(breaker);
    }

    static State named(String state) {
        switch (state) {
            case "OPEN":
            case "FORCED_OPEN":
                return State.OPEN;
            case "HALF_OPEN":
                return State.HALF_OPEN;
            default:
                return State.CLOSED; // DISABLED and METRICS_ONLY let every call pass
        }
    }
}
