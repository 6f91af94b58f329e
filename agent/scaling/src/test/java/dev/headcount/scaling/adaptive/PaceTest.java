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

    /** One task of 5 s each second: half a minute alone would hold too few of them. */
    @Test
    void pace_slowTasks_areRememberedForTwentyOfThem() {
        for (int i = 0; i < 1000; i++) {
            boolean isSecond = i % 10 == 0;
            counts.look(0.1, isSecond ? 1 : 0, 5, 5);
            pace.add(counts.ledger, /* isPressed= */ false);
        }
        assertThat(pace.isKnown()).isTrue();
        assertThat(pace.seconds()).isCloseTo(5, within(1e-9));
    }

    @Test
    void pace_whatIsLeftOut_isNotLearntFrom() {
        look(50, 12, 0.1, /* isPressed= */ false);
        for (int i = 0; i < 100; i++) {
            counts.look(0.1, 12, 12, 0.5);
            pace.leaveOut(counts.ledger);
        }
        look(1, 12, 0.1, /* isPressed= */ false);

        assertThat(pace.seconds()).isCloseTo(0.1, within(1e-9));
    }

    /** Sixty tasks are off by 0.39 in three deviations, which is too much to go by; two thousand by 0.07. */
    @Test
    void isOutweighed_ofFewTasks_byManyThatChanceAllows() {
        look(5, 12, 0.1, /* isPressed= */ false);
        assertThat(pace.isOutweighed(0.115, 300, 1)).isTrue();
        assertThat(pace.isOutweighed(0.115, 100, 1)).as("too few").isFalse();
        assertThat(pace.isOutweighed(0.125, 300, 1)).as("more than a fifth").isFalse();

        pace.is(0.1, 2000);
        assertThat(pace.isOutweighed(0.11, 3000, 1)).isFalse();
        assertThat(pace.isOutweighed(0.105, 3000, 1)).isTrue();
        assertThat(pace.isOutweighed(0.105, 1500, 1)).isFalse();
    }
}
