package dev.headcount.scaling.veto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Breaker;
import dev.headcount.scaling.Host;
import dev.headcount.scaling.Signal;
import org.junit.jupiter.api.Test;

/** Each veto at its limit: the value that still lets growth pass, and the next one, which does not. */
final class VetoesTest {

    private static final Bounds BOUNDS = Bounds.of(1, 200, 200, 0.1);
    private static final int TARGET = 8;
    private static final int WANTED = 100;
    private static final long LONG_AGO = Long.MAX_VALUE;

    /** Eight busy workers of four processors and a queue: nothing speaks against growth. */
    private static Signal.Builder backlog() {
        return Signal.builder().size(8).busy(8).queueDepth(50).processors(4);
    }

    private static Host host(double cpuLoad, double gcShare, double heapAfterGc) {
        return Host.of(cpuLoad, gcShare, heapAfterGc, Integer.MAX_VALUE);
    }

    private static String against(Signal.Builder signal) {
        Veto veto = Vetoes.standard().against(signal.build(), BOUNDS, TARGET, WANTED, LONG_AGO);
        return veto == null ? null : veto.name() + ": " + veto.words(signal.build());
    }

    private static int allowed(Signal.Builder builder) {
        Signal signal = builder.build();
        Veto veto = Vetoes.standard().against(signal, BOUNDS, TARGET, WANTED, LONG_AGO);
        return veto == null ? WANTED : Vetoes.allowed(veto, signal, TARGET, LONG_AGO);
    }

    @Test
    void against_nothingKnown_isSilent() {
        assertThat(against(backlog())).isNull();
        assertThat(against(Signal.builder())).isNull();
    }

    @Test
    void breaker_eachState_hasItsOwn() {
        assertThat(against(backlog().breaker(Breaker.of(Breaker.State.CLOSED, "stock"))))
                .isNull();
        assertThat(allowed(backlog().breaker(Breaker.of(Breaker.State.HALF_OPEN, "stock"))))
                .isEqualTo(9);
        assertThat(allowed(backlog().breaker(Breaker.of(Breaker.State.OPEN, "stock"))))
                .isEqualTo(8);
        assertThat(against(backlog().breaker(Breaker.of(Breaker.State.OPEN, ""))))
                .isEqualTo("breaker_open: circuit breaker open, growth needs it closed");
    }

    @Test
    void external_anyWords_holdAndAreTheReason() {
        assertThat(against(backlog().externalVeto(""))).isNull();
        assertThat(allowed(backlog().externalVeto("the database is full"))).isEqualTo(8);
        assertThat(against(backlog().externalVeto("the database is full"))).isEqualTo("external: the database is full");
    }

    @Test
    void errors_aboveHalf_hold() {
        assertThat(against(backlog().errorRate(0.5))).isNull();
        assertThat(against(backlog().errorRate(Double.NaN))).isNull();
        assertThat(against(backlog().errorRate(0.51))).isEqualTo("errors: 51 % of the tasks fail, limit 50 %");
        assertThat(allowed(backlog().errorRate(0.51))).isEqualTo(8);
    }

    @Test
    void cpu_processorsBusyWithThesePool_leavesWhatKeepsThemBusy() {
        assertThat(against(backlog().cpuShare(0.42))).isNull();
        assertThat(allowed(backlog().cpuShare(0.43))).isEqualTo(10);
        assertThat(against(backlog().cpuShare(0.5)))
                .isEqualTo("cpu: its tasks keep 100 % of the processors busy, limit 85 %");
        assertThat(allowed(backlog().cpuShare(1))).isEqualTo(8);
    }

    @Test
    void cpu_hostBusy_holdsOnlyAPoolThatHasAPartInIt() {
        assertThat(against(backlog().cpuShare(0.2).host(host(0.9, Double.NaN, Double.NaN))))
                .isNull();
        assertThat(against(backlog().cpuShare(0.2).host(host(0.91, Double.NaN, Double.NaN))))
                .isEqualTo("cpu: host CPU at 91 %, limit 90 %, and its tasks keep 40 % of the processors busy");
        assertThat(against(backlog().cpuShare(0.125).host(host(1, Double.NaN, Double.NaN))))
                .isNull();
        assertThat(against(backlog().host(host(1, Double.NaN, Double.NaN)))).isNull();
    }

    @Test
    void memory_aboveItsLimits_holds() {
        assertThat(against(backlog().host(host(Double.NaN, 0.1, 0.9)))).isNull();
        assertThat(against(backlog().host(host(Double.NaN, 0.11, 0.9))))
                .isEqualTo("gc: 11 % of the time goes to garbage collection, limit 10 %");
        assertThat(against(backlog().host(host(Double.NaN, 0.1, 0.91))))
                .isEqualTo("memory: heap 91 % full after garbage collection, limit 90 %");
    }

    @Test
    void threadHeadroom_aQuarterOfIt_isLeftToOnePool() {
        Host roomy = Host.of(Double.NaN, Double.NaN, Double.NaN, 368);
        Host tight = Host.of(Double.NaN, Double.NaN, Double.NaN, 40);

        assertThat(against(backlog().host(roomy))).isNull();
        assertThat(allowed(backlog().host(tight))).isEqualTo(18);
        assertThat(allowed(backlog().host(Host.of(0, 0, 0, 0)))).isEqualTo(8);
        assertThat(against(backlog().host(tight)))
                .isEqualTo("thread_headroom: the process may start 40 more threads, one pool takes a quarter of them at"
                        + " most");
    }

    @Test
    void unsure_plainCountsAskForGrowth_isSilent() {
        Signal.Builder unsure = Signal.builder().size(8).busy(7).quality(0.49);

        assertThat(against(unsure)).isEqualTo("unsure: signal quality 49 %, limit 50 %, and no task waits");
        assertThat(against(unsure.quality(0.5))).isNull();
        assertThat(against(unsure.quality(0).queueDepth(1))).isNull();
        assertThat(against(unsure.queueDepth(0).droppedPerSecond(1))).isNull();
        assertThat(against(unsure.droppedPerSecond(0).busy(8))).isNull();
    }

    @Test
    void against_several_theOneThatAllowsLeast() {
        Signal.Builder both =
                backlog().breaker(Breaker.of(Breaker.State.HALF_OPEN, "stock")).errorRate(0.9);

        assertThat(against(both)).startsWith("errors: ");
    }

    @Test
    void names_areThoseOfTheMetric() {
        assertThat(Vetoes.names())
                .containsExactly(
                        "breaker_open",
                        "external",
                        "thread_headroom",
                        "gc",
                        "memory",
                        "errors",
                        "cpu",
                        "unsure",
                        "breaker_half_open",
                        "budget",
                        "cost");
    }

    @Test
    void values_outsideTheirRange_areRefused() {
        assertThatThrownBy(() -> Vetoes.withErrorLimit(0))
                .hasMessage("error limit must be above 0 and at most 1: got 0.0");
        assertThatThrownBy(() -> Vetoes.withErrorLimit(1.1))
                .hasMessage("error limit must be above 0 and at most 1: got 1.1");
        assertThatThrownBy(() -> Host.of(1.1, 0, 0, 0))
                .hasMessage("cpuLoad must be 0..1, or NaN when unknown: got 1.1");
        assertThatThrownBy(() -> Host.of(0, 0, 0, -1)).hasMessage("threadHeadroom must be 0 or more: got -1");
    }
}
