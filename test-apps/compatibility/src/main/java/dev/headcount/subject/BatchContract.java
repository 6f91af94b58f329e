package dev.headcount.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code invokeAll}, {@code invokeAny} and {@code submit}, with values, failures and time-outs. */
final class BatchContract {

    private BatchContract() {}

    static void run(Transcript say) throws Exception {
        say.section("batch");
        ThreadPoolExecutor pool = Pools.unbounded("batch", 2, 2);
        Callable<String> good = () -> "good";
        Callable<String> bad = () -> {
            throw new IllegalArgumentException("bad");
        };
        say.say("invokeAll", outcomes(pool.invokeAll(Arrays.asList(good, bad, good))));
        say.say("invokeAll empty", pool.invokeAll(Collections.<Callable<String>>emptyList()));
        say.attempt("invokeAll with null", () -> pool.invokeAll(Arrays.asList(good, null)));
        say.say("invokeAny", pool.invokeAny(Arrays.asList(bad, good)));
        say.attempt("invokeAny all bad", () -> pool.invokeAny(Arrays.asList(bad, bad)));
        say.attempt("invokeAny empty", () -> pool.invokeAny(Collections.<Callable<String>>emptyList()));
        say.attempt("invokeAny timed", () -> pool.invokeAny(Arrays.asList(good, bad), 10, TimeUnit.SECONDS));
        Pools.await("batch idle", () -> pool.getActiveCount() == 0);
        say.say("size", pool.getPoolSize() + " largest " + pool.getLargestPoolSize());
        Pools.end(pool);
        timeouts(say);
    }

    private static void timeouts(Transcript say) throws Exception {
        ThreadPoolExecutor pool = Pools.unbounded("timeouts", 1, 1);
        Gate gate = new Gate();
        Callable<String> endless = () -> {
            gate.run();
            return "interrupted " + gate.wasInterrupted();
        };
        say.say(
                "invokeAll timed",
                outcomes(pool.invokeAll(Arrays.asList(endless, endless), 30, TimeUnit.MILLISECONDS)));
        Pools.await("timed out task gone", () -> pool.getActiveCount() == 0);
        // On a stalled machine the time is over before a worker came: then there is nobody to interrupt.
        say.say("its task was interrupted", gate.wasInterrupted() == gate.wasEntered());
        Gate second = new Gate();
        say.attempt(
                "invokeAny timed out",
                () -> pool.invokeAny(
                        Collections.singletonList(() -> {
                            second.run();
                            return "";
                        }),
                        30,
                        TimeUnit.MILLISECONDS));
        Gate third = new Gate();
        Future<String> future = pool.submit(third, "released");
        try {
            future.get(10, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            say.say("get timed out", late);
        }
        third.open();
        say.say("get", future.get());
        Pools.end(pool);
    }

    private static List<String> outcomes(List<Future<String>> futures) {
        List<String> outcomes = new ArrayList<>();
        for (Future<String> future : futures) {
            try {
                outcomes.add(future.get());
            } catch (Exception thrown) {
                outcomes.add(Transcript.describe(thrown));
            }
        }
        return outcomes;
    }
}
