package dev.headcount.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PaceTest {

    private final Counts counts = new Counts();
    private final Pace pace = new Pace();

    private void look(int times, long tasks, double service, boolean isPressed) {
        for (int i = 0; i < times; i++) {
            counts.look(0.1, tasks, tasks, service);
            pace.add(counts.ledger, isPressed);
        }
    }

    @Test
    void pace_fiftyTasks_isKnown() {
        look(4, 12, 0.1, /* isPressed= */ false);
        assertThat(pace.isKnown()).isFalse();

        look(1, 12, 0.1, /* isPressed= */ false);
        assertThat(pace.isKnown()).isTrue();
        assertThat(pace.seconds()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void pace_pressureOfASecond_isNotLearntFrom() {
        look(50, 12, 0.1, /* isPressed= */ false);
        look(100, 12, 0.5, /* isPressed= */ true);

        // healthy 0.15: the first second still counts; 0.38 when all of it does
        assertThat(pace.seconds()).isLessThan(0.2);
        assertThat(pace.pressedSeconds(counts.ledger)).isCloseTo(10, within(0.2));
    }

    @Test
    void pace_slowerWithoutPressure_isFollowedWithinAMinute() {
        look(50, 12, 0.1, /* isPressed= */ false);
        look(600, 12, 0.2, /* isPressed= */ false);

        assertThat(pace.seconds()).isCloseTo(0.2, within(0.02));
    }

    @Test
    void pace_isTold_isThat() {
        look(50, 12, 0.1, /* isPressed= */ false);
        pace.is(0.3, 8);

        assertThat(pace.seconds()).isCloseTo(0.3, within(1e-9));
        assertThat(pace.samples()).isEqualTo(50);
    }
}
