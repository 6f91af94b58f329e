package dev.headcount.agent.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class DurationCountsTest {

    private static final long MILLI = 1_000_000L;

    private final DurationCounts counts = new DurationCounts();

    @Test
    void now_weightedDurations_areInTheirBuckets() {
        counts.add(1 * MILLI, 3);
        counts.add(20_000 * MILLI, 1);
        counts.add(-5, 1); // a clock that was set back
        Distribution now = counts.now();
        counts.add(1, 1);

        assertThat(now.in(0)).isEqualTo(4);
        assertThat(now.in(13)).isEqualTo(1);
        assertThat(now.count()).isEqualTo(5);
        assertThat(now.sumSeconds()).isCloseTo(20.003, within(1e-9));
    }

    @Test
    void plus_two_isBoth() {
        counts.add(MILLI, 2);
        Distribution both = counts.now().plus(counts.now()).plus(Distribution.NONE);

        assertThat(both.in(0)).isEqualTo(4);
        assertThat(both.count()).isEqualTo(4);
        assertThat(both.sumSeconds()).isCloseTo(0.004, within(1e-9));
    }

    /** A lost update would need two workers that read one count before either wrote it. */
    @Test
    void add_manyThreadsAtOnce_losesNothing() throws Exception {
        int each = 50_000;
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            Thread thread = new Thread(() -> {
                try {
                    go.await();
                } catch (InterruptedException stop) {
                    return;
                }
                for (int task = 0; task < each; task++) {
                    counts.add((task % 3) * 2 * MILLI, 1);
                }
            });
            threads.add(thread);
            thread.start();
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(counts.count()).isEqualTo(4L * each);
        assertThat(counts.sumNanos()).isEqualTo(4L * (each / 3 + each / 3) * 3 * MILLI + 4L * 2 * MILLI);
    }
}
