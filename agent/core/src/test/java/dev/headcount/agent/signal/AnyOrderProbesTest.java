package dev.headcount.agent.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AnyOrderProbesTest {

    private final SampleRing ring = new SampleRing();
    private final AnyOrderProbes probes = new AnyOrderProbes(ring);

    @Test
    void match_inAnyOrder_closesEach() {
        Object first = new Object();
        Object second = new Object();
        probes.open(first, 0);
        probes.open(second, 1);

        probes.match(second, 0);
        probes.match(first, 1);

        assertThat(drained()).isEqualTo(2);
    }

    @Test
    void open_objectSeenBefore_isNotMeasuredAnyMore() {
        Object shared = new Object();
        probes.open(shared, 0);

        assertThat(probes.open(shared, 1)).isEqualTo(WaitProbes.NONE);
        probes.match(shared, 0);

        assertThat(probes.isShared()).isTrue();
        assertThat(drained()).isZero();
    }

    @Test
    void open_tasksThatStayForEver_leaveRoomForNobodyAndSaySo() {
        Object[] held = new Object[64];
        for (int i = 0; i < held.length; i++) {
            held[i] = new Object();
            probes.open(held[i], i);
        }

        assertThat(probes.open(new Object(), 64)).isEqualTo(WaitProbes.NONE);
        assertThat(probes.unplaced()).isEqualTo(1);
        assertThat(probes.oldestStartNanos()).isNotZero();
    }

    private int drained() {
        int[] count = new int[1];
        ring.drainTo((nanos, weight) -> count[0]++);
        return count[0];
    }
}
