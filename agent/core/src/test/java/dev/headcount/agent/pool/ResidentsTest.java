package dev.headcount.agent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ResidentsTest {

    private final Residents residents = new Residents();
    private long now = -30_000_000_000L;

    @Test
    void count_oneTaskForAMinute_isAResident() {
        look(59, /* tasks= */ 3);
        assertThat(residents.count()).isZero();

        look(1, 3);
        assertThat(residents.count()).isEqualTo(1);
    }

    @Test
    void count_anotherTaskMeanwhile_isNone() {
        look(59, 3);
        look(1, 4);
        assertThat(residents.count()).isZero();
    }

    @Test
    void count_workerGone_isForgotten() {
        look(60, 3);
        assertThat(residents.count()).isEqualTo(1);

        residents.begin(now += 1);
        residents.begin(now += 1);
        see(3);
        assertThat(residents.count()).isZero();
    }

    private void look(int seconds, long tasks) {
        for (int second = 0; second < seconds; second++) {
            residents.begin(now);
            see(tasks);
            now += 1_000_000_000L;
        }
        residents.begin(now);
        see(tasks);
    }

    private void see(long tasks) {
        residents.see(/* worker= */ 42, /* isBusy= */ true, tasks);
    }
}
