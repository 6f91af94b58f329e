package dev.headcount.agent.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class SampleRingTest {

    private final SampleRing ring = new SampleRing();

    @Test
    void drainTo_samplesWritten_givesThemOnceAndWhole() {
        ring.write(5_000_000, 3);
        ring.write(0, 1);

        StringBuilder seen = new StringBuilder();
        ring.drainTo(
                (nanos, weight) -> seen.append(nanos).append('x').append(weight).append(' '));
        ring.drainTo((nanos, weight) -> seen.append("again"));

        assertThat(seen.toString()).isEqualTo("5000000x3 0x1 ");
    }

    @Test
    void drainTo_moreThanFit_countsTheLost() {
        for (int i = 0; i < 1_500; i++) {
            ring.write(i * 1000L, 1);
        }

        int[] count = new int[1];
        ring.drainTo((nanos, weight) -> count[0]++);

        assertThat(count[0] + ring.lost()).isEqualTo(1_500);
        assertThat(ring.lost()).isEqualTo(476);
    }

    /** A reader that runs while writers write must see each sample once, or count it as lost. */
    @Test
    void drainTo_whileOthersWrite_accountsForEachSample() throws InterruptedException {
        int writers = 3;
        int each = 50_000;
        CountDownLatch go = new CountDownLatch(1);
        Thread[] threads = new Thread[writers];
        for (int i = 0; i < writers; i++) {
            threads[i] = new Thread(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    return;
                }
                for (int n = 0; n < each; n++) {
                    ring.write(1_000, 1);
                }
            });
            threads[i].start();
        }
        go.countDown();
        int[] count = new int[1];
        while (threads[0].isAlive() || threads[1].isAlive() || threads[2].isAlive()) {
            ring.drainTo((nanos, weight) -> count[0]++);
        }
        ring.drainTo((nanos, weight) -> count[0]++);

        // an overwritten place may be read for its newer sample, and be met again: never more than were written
        assertThat(count[0]).isPositive();
        assertThat(count[0] + ring.lost()).isBetween((long) (writers * each * 0.99), (long) (writers * each));
    }
}
