package dev.headcount.agent.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FifoProbesTest {

    private final SampleRing ring = new SampleRing();
    private final FifoProbes probes = new FifoProbes(ring);

    @Test
    void match_sameObject_closesTheProbe() {
        Object task = new Object();
        probes.open(task, 0);

        probes.match(task, 0);

        assertThat(drained()).isEqualTo(1);
        assertThat(probes.oldestStartNanos()).isZero();
    }

    @Test
    void match_anotherObject_leavesItOpen() {
        probes.open(new Object(), 0);

        probes.match(new Object(), 0);

        assertThat(drained()).isZero();
    }

    @Test
    void match_earlierCopyOfASharedObject_leavesTheLaterProbeOpen() {
        Object shared = new Object();
        probes.open(shared, 0);
        probes.match(shared, 0);
        probes.open(shared, 100); // the second sighting: from now on copies are told apart

        probes.match(shared, 50);
        assertThat(drained()).isEqualTo(1);

        probes.match(shared, 100);
        assertThat(drained()).isEqualTo(1);
    }

    @Test
    void match_afterTasksAheadWereRemoved_countsThemAsGone() {
        Object shared = new Object();
        probes.open(shared, 0);
        probes.match(shared, 0);
        probes.open(shared, 100);
        drained();

        probes.correct(/* atLeast= */ 40, /* atMost= */ 40);
        probes.correct(/* atLeast= */ 40, /* atMost= */ 40);
        probes.match(shared, 60);

        assertThat(drained()).isEqualTo(1);
    }

    @Test
    void correct_burstBetweenTwoReadings_isNoRemoval() {
        Object shared = new Object();
        probes.open(shared, 0);
        probes.match(shared, 0);
        probes.open(shared, 100);
        drained();

        probes.correct(40, 40);
        probes.correct(0, 0);
        probes.match(shared, 60);

        assertThat(drained()).isZero();
    }

    @Test
    void correct_burstsInEveryReading_areNoRemovals() {
        Object shared = new Object();
        probes.open(shared, 0);
        probes.match(shared, 0);
        probes.open(shared, 100);
        drained();

        probes.correct(/* atLeast= */ -60, /* atMost= */ 40);
        probes.correct(/* atLeast= */ -60, /* atMost= */ 40);
        probes.match(shared, 60);

        assertThat(drained()).isZero();
    }

    @Test
    void match_tasksAheadWereRemoved_findsTheOneBehindThemAndForgetsThem() {
        for (int removed = 0; removed < 60; removed++) {
            probes.open(new Object(), removed);
        }
        Object behind = new Object();
        probes.open(behind, 60);
        Object farBehind = new Object();
        probes.open(farBehind, 200);

        probes.match(behind, 0); // sixty tasks early: nobody has told of the removals yet
        assertThat(drained()).isEqualTo(1);

        probes.match(farBehind, 140);
        assertThat(drained()).isEqualTo(1);
        assertThat(probes.oldestStartNanos()).isZero();
    }

    @Test
    void sweep_queueSeenEmptySince_voidsTheProbe() {
        Object task = new Object();
        probes.open(task, 0);

        probes.sweep(/* emptyAtNanos= */ System.nanoTime() + 1, 0);
        probes.match(task, 0);

        assertThat(drained()).isZero();
        assertThat(probes.voided()).isEqualTo(1);
    }

    @Test
    void sweep_queueSeenEmptyBefore_keepsTheProbe() {
        long before = System.nanoTime() - 1;
        Object task = new Object();
        probes.open(task, 0);

        probes.sweep(before, 0);
        probes.match(task, 0);

        assertThat(drained()).isEqualTo(1);
    }

    @Test
    void cancel_refusedOffer_isNeverMatched() {
        Object task = new Object();
        int token = probes.open(task, 0);

        probes.cancel(token);
        probes.match(task, 0);

        assertThat(drained()).isZero();
    }

    @Test
    void open_whenTheRingIsFull_isCountedAndLetsTheNextStandForIt() {
        Object[] tasks = new Object[1024];
        for (int i = 0; i < tasks.length; i++) {
            tasks[i] = new Object();
            probes.open(tasks[i], i);
        }

        assertThat(probes.open(new Object(), 1024)).isEqualTo(WaitProbes.NONE);
        assertThat(probes.unplaced()).isEqualTo(1);

        probes.match(tasks[0], 0);
        probes.match(tasks[1], 1); // moves the head
        Object later = new Object();
        assertThat(probes.open(later, 1030)).isNotEqualTo(WaitProbes.NONE);
        drained();
        for (int i = 2; i < 1024; i++) {
            probes.match(tasks[i], i);
        }
        drained();
        probes.match(later, 1030);
        assertThat(weightOfAll()).isEqualTo(1030 - 1023);
    }

    private int drained() {
        int[] count = new int[1];
        ring.drainTo((nanos, weight) -> count[0]++);
        return count[0];
    }

    private int weightOfAll() {
        int[] sum = new int[1];
        ring.drainTo((nanos, weight) -> sum[0] += weight);
        return sum[0];
    }
}
