package dev.headcount.subject;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * A 4/4 pool, {@code calls}, whose tasks call something slow through a circuit breaker of Resilience4j's.
 *
 * <p>Orders on stdin: {@code open}, {@code half-open}, {@code close} move the breaker; {@code load} and {@code rest}
 * begin and end a load of four times what the pool can do; {@code trickle} is one that it can do. Each is answered
 * with {@code did ORDER}; the end of stdin ends the program.
 */
final class Breaking {

    private static final int SERVICE_MILLIS = 50;

    private static volatile int everyMillis;

    private Breaking() {}

    public static void main(String[] arguments) throws Exception {
        CircuitBreaker breaker = CircuitBreaker.ofDefaults("stock");
        ThreadPoolExecutor pool = Pools.unbounded("calls", 4, 4);
        everyMillis = 50;
        Thread feeder = new Thread(() -> feed(pool, breaker), "feeder");
        feeder.setDaemon(true);
        feeder.start();
        System.out.println("ready");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            carryOut(order, breaker);
            System.out.println("did " + order);
        }
        Runtime.getRuntime().halt(0);
    }

    private static void carryOut(String order, CircuitBreaker breaker) {
        switch (order) {
            case "open":
                breaker.transitionToForcedOpenState();
                break;
            case "half-open":
                breaker.reset();
                breaker.transitionToOpenState();
                breaker.transitionToHalfOpenState();
                break;
            case "close":
                breaker.reset();
                break;
            case "load":
                everyMillis = 3;
                break;
            case "trickle":
                everyMillis = 50;
                break;
            default:
                throw new IllegalArgumentException(order);
        }
    }

    private static void feed(ThreadPoolExecutor pool, CircuitBreaker breaker) {
        while (true) {
            pool.execute(() -> call(breaker));
            Pools.sleep(everyMillis);
        }
    }

    /** Slow whether it is permitted or not, as a fall-back may be, so that the backlog stands all the same. */
    private static void call(CircuitBreaker breaker) {
        try {
            breaker.executeRunnable(() -> Pools.sleep(SERVICE_MILLIS));
        } catch (CallNotPermittedException open) {
            Pools.sleep(SERVICE_MILLIS);
        }
    }
}
