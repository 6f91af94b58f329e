package dev.headcount.demo.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PlanTest {

    private final Plan plan = new Plan(/* steadySeconds= */ 10, /* stepSeconds= */ 30);

    @Test
    void rate_steadyThenStepThenNothing_isSixtyPercentThenFourTimesThat() {
        assertThat(plan.ratePerSecond(0)).isEqualTo(48);
        assertThat(plan.ratePerSecond(9)).isEqualTo(48);
        assertThat(plan.ratePerSecond(10)).isEqualTo(192);
        assertThat(plan.ratePerSecond(39)).isEqualTo(192);
        assertThat(plan.ratePerSecond(40)).isZero();
    }

    @Test
    void due_lastTaskOfEachPhase_isOneGapBeforeItsEnd() {
        assertThat(plan.tasks()).isEqualTo(10 * 48 + 30 * 192);
        assertThat(plan.dueNanos(0)).isZero();
        assertThat(plan.dueNanos(479)).isEqualTo(TimeUnit.SECONDS.toNanos(10) - 1_000_000_000 / 48 - 1);
        assertThat(plan.dueNanos(480)).isEqualTo(TimeUnit.SECONDS.toNanos(10));
        assertThat(plan.dueNanos(6_239)).isEqualTo(TimeUnit.SECONDS.toNanos(40) - 1_000_000_000 / 192 - 1);
    }

    @Test
    void drain_backlogOfEightThreads_hasTwiceTheTimeItNeeds() {
        assertThat(plan.drainSeconds()).isEqualTo(30 + 2 * (30 * 112 / 80));
    }
}
