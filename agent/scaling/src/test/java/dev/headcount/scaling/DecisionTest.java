package dev.headcount.scaling;

import static dev.headcount.scaling.Signals.SECOND;
import static dev.headcount.scaling.Signals.START;
import static dev.headcount.scaling.Signals.at;
import static dev.headcount.scaling.Signals.idle;
import static dev.headcount.scaling.Signals.overloaded;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a person reads, word for word. */
final class DecisionTest {

    private static final Bounds BOUNDS = Bounds.of(8, 64, 256, 0.1).from("the application's core", "8 x core");

    private final Autoscaler autoscaler = new Autoscaler("orders", Policy.threshold(), 8, START);

    private Decision tick(Signal.Builder signal, Bounds bounds, Overrides overrides) {
        return autoscaler.tick(signal.build(), bounds, overrides, /* timeMillis= */ 1_700_000_000_000L);
    }

    private Decision tick(Signal.Builder signal) {
        return tick(signal, BOUNDS, Overrides.NONE);
    }

    @Test
    void sentence_growth_saysEvidenceAndNeed() {
        Decision decision = tick(overloaded(0));

        assertThat(decision.sentence())
                .isEqualTo("8 -> 36: 100 tasks wait (the oldest for 1.3 s, above the 100 ms objective), 192 arrive a"
                        + " second at 100 ms each: 19 busy by Little's law, 26 threads at 75 % and 10 for the backlog in 1 s;"
                        + " within 8..64");
        assertThat(decision).hasToString("orders: " + decision.sentence());
    }

    @Test
    void sentence_growthByOtherEvidence_namesIt() {
        assertThat(tick(idle(0).busy(8).queueDepth(1).waitP99Seconds(2.3).arrivalRatePerSecond(192))
                        .sentence())
                .isEqualTo(
                        "8 -> 26: 1 task waits (p99 2.3 s, above the 100 ms objective), "
                                + "192 arrive a second at 100 ms each: 19 busy by Little's law, 26 threads at 75 %; within 8..64");
        assertThat(tick(idle(4).size(26).busy(26).queueDepth(40).arrivalRatePerSecond(9.5))
                        .sentence())
                .startsWith(
                        "26 -> 27: 40 tasks wait (to be worked off in 154 ms, above the 100 ms objective), 9.5 arrive");
        assertThat(tick(idle(8).size(27).busy(27).queueDepth(3).arrivalRatePerSecond(200))
                        .sentence())
                .startsWith("27 -> 28: 3 tasks wait (100 % of the workers busy of late, ewma 1s), 200 arrive");
    }

    @Test
    void sentence_serviceTimeUnknown_saysSo() {
        assertThat(tick(overloaded(0).serviceMeanSeconds(Double.NaN)).sentence())
                .isEqualTo("8 stays: 100 tasks wait, and none has ended yet to tell how long they take; within 8..64");
        assertThat(tick(overloaded(1).serviceMeanSeconds(Double.NaN)).sentence())
                .endsWith("objective), service time unknown: half as many again; within 8..64");
    }

    @Test
    void sentence_nothingToDo_saysWhy() {
        assertThat(tick(idle(0).busy(4)).sentence())
                .isEqualTo("8 stays: no task waits, 50 % of the workers busy of late, ewma 1s; within 8..64");
    }

    @Test
    void lines_nothingToDo_saySo() {
        assertThat(tick(idle(0)).lines())
                .containsExactly(
                        "decide: threshold wants 8: no task waits, 0 % of the workers busy of late, ewma 1s",
                        "clamp: within 8..64", "settle: nothing changes", "decide wins: 8 stays");
    }

    @Test
    void sentence_shrink_saysHowLittleIsInUse() {
        tick(overloaded(0), Bounds.of(8, 26, 256, 0.1), Overrides.NONE);

        assertThat(tick(idle(120).size(26)).sentence())
                .isEqualTo(
                        "26 -> 8: no task waits and 0 threads were busy of late, ewma 10s: less than 10 % of 8; within 8..64");
    }

    @Test
    void sentence_clamped_namesTheBoundAndWhereItComesFrom() {
        assertThat(tick(overloaded(0).arrivalRatePerSecond(1000)).sentence())
                .startsWith("8 -> 64: ")
                .endsWith("; 144 wanted, 64 is the ceiling (8 x core)");
        assertThat(tick(idle(1).size(64), Bounds.of(70, 80, 256, 0.1), Overrides.NONE)
                        .sentence())
                .isEqualTo(
                        "64 -> 70: no task waits, 50 % of the workers busy of late, ewma 1s; 64 wanted, 70 is the floor");
        assertThat(tick(idle(2).size(70).residents(75), Bounds.of(70, 80, 256, 0.1), Overrides.NONE)
                        .sentence())
                .endsWith("; 70 wanted, 76 is the least above 75 residents");
    }

    @Test
    void sentence_held_saysForHowLong() {
        tick(overloaded(0));

        assertThat(tick(overloaded(1.2).size(36).busy(36).arrivalRatePerSecond(300))
                        .sentence())
                .startsWith("36 stays: 100 tasks wait")
                .endsWith("; 50 wanted, held for another 1.8 s of cooldown");
    }

    @Test
    void sentence_newFloorDuringACooldown_saysBoth() {
        tick(overloaded(0));
        Bounds raised = Bounds.of(40, 64, 256, 0.1).from("set by ops", "8 x core");

        assertThat(tick(overloaded(1).size(36).busy(36).arrivalRatePerSecond(300), raised, Overrides.NONE)
                        .sentence())
                .isEqualTo("36 -> 40: 40 is the floor (set by ops); 50 wanted, held for another 2 s of cooldown");
    }

    @Test
    void sentence_pinned_saysByWhomUntilWhenAndWhy() {
        Overrides pin = Overrides.NONE.withPin(new Overrides.Pin(12, 256, at(600), "release night", "ops"));

        assertThat(tick(idle(0), BOUNDS, pin).sentence())
                .isEqualTo("8 -> 12: pinned to 12 by ops for another 10 min, because release night");
        assertThat(tick(idle(1), Bounds.of(1, 8, 10, 0.1), pin).sentence())
                .isEqualTo("12 -> 10: pinned to 12 by ops for another 9 min 59 s, because release night; "
                        + "this process can bear 10");
    }

    @Test
    void sentence_leased_saysToWhomAndUntilWhen() {
        Overrides lease = Overrides.NONE.withLease(new Overrides.Lease("fleet", 80, 256, at(30)));

        assertThat(tick(idle(0), BOUNDS, lease).sentence())
                .isEqualTo("8 -> 64: leased to fleet at 80 for another 30 s; 80 wanted, 64 is the ceiling (8 x core)");
    }

    @Test
    void sentence_adopted_saysFromWhatToWhat() {
        autoscaler.adopt(12, at(0));

        assertThat(tick(overloaded(0.1)).sentence())
                .isEqualTo("12 stays: rests for another 2.9 s: the application resized it from 8 to 12");
    }

    @Test
    void lines_everyStep_leavesOne() {
        Overrides both = Overrides.NONE
                .withPin(new Overrides.Pin(12, 256, at(600), null, "ops"))
                .withLease(new Overrides.Lease("fleet", 20, 256, at(30)));

        assertThat(tick(idle(0).busy(4), BOUNDS, both).lines())
                .containsExactly(
                        "decide: threshold wants 8: no task waits, 50 % of the workers busy of late, ewma 1s",
                        "clamp: within 8..64",
                        "lease: leased to fleet at 20 for another 30 s; within 8..64",
                        "pin: pinned to 12 by ops for another 10 min",
                        "pin wins: 8 -> 12");

        tick(overloaded(1));
        assertThat(tick(overloaded(4).size(12).busy(12).nowNanos(at(3.5))).lines())
                .containsExactly(
                        "decide: threshold wants 36: 100 tasks wait (the oldest for 1.3 s, above the 100 ms"
                                + " objective), 192 arrive a second at 100 ms each: 19 busy by Little's law, 26 threads at 75 % and 10 for"
                                + " the backlog in 1 s",
                        "clamp: within 8..64", "settle: at once", "decide wins: 12 -> 36");

        autoscaler.rest(at(4), 10 * SECOND, "a thread could not start");
        assertThat(tick(idle(5)).lines())
                .containsExactly(
                        "decide: not asked",
                        "rest: rests for another 9 s: a thread could not start",
                        "rest wins: 36 stays");
    }

    @Test
    void decision_isTheWholeRecord() {
        Signal signal = overloaded(0).build();
        Decision decision = autoscaler.tick(signal, BOUNDS, Overrides.NONE, 1_700_000_000_000L);

        assertThat(decision.timeMillis()).isEqualTo(1_700_000_000_000L);
        assertThat(decision.pool()).isEqualTo("orders");
        assertThat(decision.signal()).isSameAs(signal);
        assertThat(decision.bounds()).isSameAs(BOUNDS);
        assertThat(decision.actor()).isEqualTo("threshold");
        assertThat(decision.because()).isNull();
        assertThat(decision.step().label()).isEqualTo("decide");
    }
}
