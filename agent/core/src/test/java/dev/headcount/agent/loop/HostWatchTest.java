package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.Host;
import org.junit.jupiter.api.Test;

final class HostWatchTest {

    private static final long SECOND = 1_000_000_000L;

    private final HostWatch watch = new HostWatch(new ThreadHeadroom());

    @Test
    void look_nobodyWantsIt_isNotDone() {
        watch.look(SECOND);

        assertThat(watch.host(SECOND)).isSameAs(Host.UNKNOWN);
    }

    @Test
    void look_wanted_isOnceASecondAndForgottenAfterThree() {
        watch.want();
        watch.look(SECOND);
        Host first = watch.host(SECOND);
        watch.want();
        watch.look(2 * SECOND - 1);

        assertThat(first).isNotSameAs(Host.UNKNOWN);
        assertThat(first.threadHeadroom()).isPositive();
        assertThat(first.heapAfterGc()).isBetween(0.0, 1.0);
        assertThat(watch.host(2 * SECOND)).isSameAs(first);
        assertThat(watch.host(4 * SECOND)).isSameAs(Host.UNKNOWN);
    }

    @Test
    void isPausing_collectorsThatWorkBesideTheApplication_areNot() {
        assertThat(HostWatch.isPausing("G1 Young Generation")).isTrue();
        assertThat(HostWatch.isPausing("PS MarkSweep")).isTrue();
        assertThat(HostWatch.isPausing("ZGC Pauses")).isTrue();
        assertThat(HostWatch.isPausing("ZGC")).isFalse();
        assertThat(HostWatch.isPausing("ZGC Major Cycles")).isFalse();
        assertThat(HostWatch.isPausing("Shenandoah Cycles")).isFalse();
        assertThat(HostWatch.isPausing("G1 Concurrent GC")).isFalse();
    }
}
