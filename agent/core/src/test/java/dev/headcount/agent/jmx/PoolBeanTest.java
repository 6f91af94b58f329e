package dev.headcount.agent.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.headcount.scaling.cost.Cost;
import java.util.concurrent.ThreadPoolExecutor;
import javax.management.Attribute;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PoolBeanTest {

    private final LivePools pools = new LivePools();
    private ThreadPoolExecutor executor;
    private ObjectName pool;

    @BeforeEach
    void start() throws Exception {
        executor = pools.start("orders", 2);
        pools.beans.sync();
        pool = pools.bean("headcount:name=orders,*");
    }

    @AfterEach
    void stop() {
        pools.close();
    }

    private Object get(String attribute) throws Exception {
        return pools.server.getAttribute(pool, attribute);
    }

    private void set(String attribute, Object value) throws Exception {
        pools.server.setAttribute(pool, new Attribute(attribute, value));
    }

    private Object call(String operation, Object... arguments) throws Exception {
        String[] signature = new String[arguments.length];
        for (int i = 0; i < signature.length; i++) {
            signature[i] = arguments[i] instanceof Integer ? "int" : "java.lang.String";
        }
        return pools.server.invoke(pool, operation, arguments, signature);
    }

    /** The message that a client sees. */
    private String refusal(
            Class<? extends Exception> type, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Throwable seen = catchThrowable(call);
        assertThat(seen).isInstanceOf(RuntimeMBeanException.class).hasCauseInstanceOf(type);
        return seen.getCause().getMessage();
    }

    private String refused(String attribute, Object value) throws Exception {
        Object before = get(attribute);
        String message = refusal(IllegalArgumentException.class, () -> set(attribute, value));
        assertThat(get(attribute)).as(attribute + " after a refusal").isEqualTo(before);
        return message;
    }

    @Test
    void attributes_settable_readBackAtOnce() throws Exception {
        set("Ceiling", 40);
        assertThat(get("Ceiling")).isEqualTo(40);
        set("Floor", 3);
        assertThat(get("Floor")).isEqualTo(3);
        set("Mode", "advise");
        assertThat(get("Mode")).isEqualTo("advise");
        set("WaitObjectiveMillis", 250L);
        assertThat(get("WaitObjectiveMillis")).isEqualTo(250L);
    }

    @Test
    void attributes_outOfRange_messageNamesTheRangeAndNothingChanges() throws Exception {
        set("Ceiling", 40);
        for (int unlimited : new int[] {0, -1, Integer.MAX_VALUE}) {
            assertThat(refused("Ceiling", unlimited))
                    .matches("ceiling must be 1\\.\\.\\d+, at least floor \\(2\\): got " + unlimited
                            + "; unlimited is not a size");
        }
        assertThat(refused("Ceiling", 1)).matches("ceiling must be 1\\.\\.\\d+, at least floor \\(2\\): got 1");
        assertThat(refused("Floor", 0)).isEqualTo("floor must be 1..40 (the ceiling): got 0");
        assertThat(refused("Floor", 41)).isEqualTo("floor must be 1..40 (the ceiling): got 41");
        assertThat(refused("Mode", "off")).isEqualTo("mode must be auto, advise or observe: got \"off\"");
        assertThat(refused("WaitObjectiveMillis", 0L)).isEqualTo("wait objective must be 1..3600000 ms: got 0");
    }

    @Test
    void pin_inRange_sizeFollowsAndReasonTells() throws Exception {
        assertThat(call("pin", 6, 10, "load test"))
                .isEqualTo("orders: pinned at 6 for 10 min because load test; unpin() ends it");
        await().until(() -> executor.getCorePoolSize() == 6);
        await().until(() -> get("Core").equals(6));
        assertThat(get("State")).isEqualTo("pinned");
        assertThat(get("Target")).isEqualTo(6);
        assertThat(get("ResizeUpCount")).isEqualTo(1L);
        assertThat((String) get("Decision"))
                .matches("\\d{4}-\\d\\d-\\d\\dT[^ ]+Z 2 -> 6: pinned to 6 by JMX .*, because load test \\[JMX\\]");
        assertThat(call("unpin")).isEqualTo("orders: unpinned: the autoscaler decides again");
    }

    @Test
    void pin_asJConsoleFillsItIn_refused() throws Exception {
        assertThat(refusal(IllegalArgumentException.class, () -> call("pin", 0, 0, "String")))
                .isEqualTo(
                        "minutes must be 1..1440: got 0; every pin ends, a lasting size belongs in the configuration");
        assertThat(refusal(IllegalArgumentException.class, () -> call("pin", 6, 10, "String")))
                .isEqualTo("because is still the word String that JConsole fills in: give one or empty the field");
        assertThat(refusal(IllegalArgumentException.class, () -> call("pin", 0, 10, "")))
                .matches("size must be 1\\.\\.\\d+: got 0");
        assertThat(get("State")).isEqualTo("normal");
    }

    @Test
    void lease_heldByAnother_refusedWithItsOwner() throws Exception {
        assertThat(call("lease", "hpa", 6, 30))
                .isEqualTo("orders: leased to hpa at 6 for 30 s; release(owner) ends it");
        await().until(() -> get("State").equals("held"));
        assertThat(refusal(IllegalStateException.class, () -> call("release", "other")))
                .matches("leased to hpa for another \\d+ s: got owner \"other\"");
        assertThat(call("release", "hpa")).isEqualTo("orders: released: the autoscaler decides again");
    }

    @Test
    void breaker_told_saysWhatItDoesAndRefusesTheRest() throws Exception {
        assertThat(call("breaker", "open", 30))
                .isEqualTo(
                        "orders: circuit breaker open for 30 s: no growth, and one thread at a time for 30 s after it;"
                                + " reset() drops it");
        assertThat(call("breaker", "half-open", 30))
                .isEqualTo(
                        "orders: circuit breaker half-open for 30 s: growth by one thread at a time; reset() drops it");
        assertThat(call("breaker", "closed", 30))
                .isEqualTo("orders: circuit breaker closed for 30 s; reset() drops it");
        assertThat(refusal(IllegalArgumentException.class, () -> call("breaker", "String", 30)))
                .isEqualTo("state must be open, half-open or closed: got \"String\"");
        assertThat(refusal(IllegalArgumentException.class, () -> call("breaker", "open", 0)))
                .isEqualTo("seconds must be 1..3600: got 0; say it again while it holds");
    }

    @Test
    void reset_afterHandMadeBounds_givesTheDefaultsBack() throws Exception {
        Object ceiling = get("Ceiling");
        set("Ceiling", 40);
        assertThat(call("reset")).isEqualTo("orders: reset: everything set by hand is dropped");
        await().until(() -> get("Ceiling").equals(ceiling));
    }

    @Test
    void serialPool_pinned_refusedWithTheReason() throws Exception {
        pools.start("mail", 1);
        pools.beans.sync();
        pool = pools.bean("headcount:kind=serial,*");
        assertThat(refusal(IllegalStateException.class, () -> call("pin", 3, 10, "")))
                .isEqualTo("a pool of kind serial is measured and never resized");
    }

    @Test
    void unknowns_nothingMeasuredYet_areMarkedAsSuch() throws Exception {
        assertThat(get("QueueCapacity")).isEqualTo(-1);
        assertThat((double) get("WaitP99Millis")).isNaN();
        assertThat((double) get("ServiceMeanMillis")).isNaN();
        assertThat(get("Knee")).isEqualTo(0);
        assertThat(get("Decision")).isEqualTo("none so far");
        assertThat(get("Creator"))
                .isEqualTo(
                        "unknown: older than the agent; its threads are made by a lambda of dev.headcount.agent.jmx.LivePools");
    }

    @Test
    void explain_afterADecision_showsStepsInputsAndSources() throws Exception {
        set("Ceiling", 40);
        call("pin", 6, 10, "");
        await().until(() -> get("Target").equals(6));
        assertThat(((String) call("explain")).lines().toList())
                .anyMatch(line -> line.startsWith("orders: 6 stays: pinned to 6 by JMX"))
                .contains("kind elastic, state pinned, mode auto, policy adaptive")
                .contains(
                        "made by unknown: older than the agent; its threads are made by a lambda of dev.headcount.agent.jmx.LivePools")
                .contains("the application's own sizes: core 2, maximum 2")
                .anyMatch(
                        line -> line.startsWith("floor 2 (the application's own), ceiling 40 (set by hand), at most "))
                .contains("now:")
                .contains(
                        "  rates are of 2 s, arrivals of 400 ms where that is more; waits, services and failures of 10 s;"
                                + " sizes and queue as read")
                .anyMatch(line -> line.startsWith("  decide: adaptive wants "))
                .contains("  pin wins: 2 -> 6")
                .contains("decided from:")
                .anyMatch(line -> line.startsWith("  queue 0 of unbounded, arrivals 0.00/s"))
                .anyMatch(line -> line.startsWith("  wait p50 unknown, p99 unknown"));
    }

    @Test
    void explain_pricesAndABudget_showsWhatIsSpentOfIt() throws Exception {
        try (LivePools priced = new LivePools("tick=50ms,call-price=0.001,monthly-budget=100")) {
            priced.start("mail", 2);
            priced.beans.sync();
            pool = priced.bean("headcount:name=mail,*");
            await().until(() -> priced.control("mail").view().signal.cost() != Cost.NONE);

            assertThat((String) priced.server.invoke(pool, "explain", null, null))
                    .containsPattern("(?m)^cost: 0(.001)? of 100 spent in \\d{4}-\\d{2}; a call 0.001$");
            assertThat((double) priced.server.getAttribute(pool, "CostTotal")).isBetween(0.0, 0.001);
        }
    }

    @Test
    void explain_withoutPrices_saysNothingOfCost() throws Exception {
        assertThat((String) call("explain")).doesNotContain("\ncost: ");
        assertThat((double) get("CostTotal")).isNaN();
    }
}
