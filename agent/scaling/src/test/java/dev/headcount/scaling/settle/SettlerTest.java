package dev.headcount.scaling.settle;

import static dev.headcount.scaling.Signals.SECOND;
import static dev.headcount.scaling.Signals.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SettlerTest {

    private static final int ANY = Integer.MAX_VALUE;
    private static final long MINUTE = 60 * SECOND;

    private Settler settler(Settling rules) {
        return new Settler(rules, 20, at(0));
    }

    private static int settle(Settler settler, int from, int wanted, double seconds) {
        settler.see(wanted, at(seconds));
        int to = settler.settle(from, wanted, ANY, /* isLate= */ false, at(seconds));
        if (to != from) {
            settler.changed(at(seconds));
        }
        return to;
    }

    private static String words(Settler settler) {
        return settler.hold().words();
    }

    @Test
    void settle_withoutRules_takesAllAtOnce() {
        Settler settler = settler(Settling.AT_ONCE);

        assertThat(settle(settler, 20, 200, 0)).isEqualTo(200);
        assertThat(settle(settler, 200, 1, 0)).isEqualTo(1);
        assertThat(settler.hold()).isNull();
    }

    @Test
    void deadband_smallDifference_leavesTheTarget() {
        Settler settler = settler(Settling.AT_ONCE.withDeadband(0.1));

        assertThat(settle(settler, 20, 21, 0)).isEqualTo(20);
        assertThat(words(settler)).isEqualTo("held by the deadband: less than 10% of 20");
        assertThat(settle(settler, 20, 19, 0)).isEqualTo(20);
        assertThat(settle(settler, 20, 22, 0)).isEqualTo(22);
        assertThat(settle(settler, 20, 18, 0)).isEqualTo(18);
    }

    @Test
    void deadband_whileTheObjectiveIsMissed_letsGrowthPassAndNoShrink() {
        Settler settler = settler(Settling.AT_ONCE.withDeadband(0.1));

        assertThat(settler.settle(20, 21, ANY, /* isLate= */ true, at(0))).isEqualTo(21);
        assertThat(settler.settle(20, 19, ANY, /* isLate= */ true, at(0))).isEqualTo(20);
    }

    @Test
    void window_shrink_endsAtTheHighestThatWasWantedOfLate() {
        Settler settler = settler(Settling.AT_ONCE.withWindow(5 * MINUTE));

        assertThat(settle(settler, 20, 6, 10)).isEqualTo(20);
        assertThat(words(settler)).isEqualTo("not below 20, which was wanted within the last 5 min");
        assertThat(settler.hold().isWhole()).isTrue();
        assertThat(settle(settler, 20, 12, 200)).isEqualTo(20);
        assertThat(settle(settler, 20, 6, 310)).isEqualTo(12);
        assertThat(words(settler)).startsWith("not below 12");
        assertThat(settler.hold().isWhole()).isFalse();
        assertThat(settle(settler, 12, 6, 510)).isEqualTo(6);
        assertThat(settler.hold()).isNull();
    }

    @Test
    void window_growth_isFree() {
        Settler settler = settler(Settling.AT_ONCE.withWindow(5 * MINUTE));

        assertThat(settle(settler, 20, 40, 1)).isEqualTo(40);
    }

    @Test
    void largestStep_inThreadsAndShares_boundsBothDirections() {
        Settler four = settler(Settling.AT_ONCE.withLargestStep(LargestStep.threads(4)));
        assertThat(settle(four, 20, 40, 0)).isEqualTo(24);
        assertThat(words(four)).isEqualTo("by 4 at most in one change");
        assertThat(settle(four, 24, 1, 0)).isEqualTo(20);
        assertThat(settle(four, 20, 24, 0)).isEqualTo(24);
        assertThat(four.hold()).isNull();

        Settler half = settler(Settling.AT_ONCE.withLargestStep(LargestStep.share(0.5)));
        assertThat(settle(half, 20, 100, 0)).isEqualTo(30);
        assertThat(settle(half, 1, 100, 0)).isEqualTo(2);
    }

    @Test
    void largestStep_ofAFlappingPool_isNotMadeCoarser() {
        Settler settler = settler(Settling.AT_ONCE.withLargestStep(LargestStep.threads(1)));
        for (int change = 0; change < 9; change++) {
            assertThat(settle(settler, 20, 21, change)).isEqualTo(21);
            assertThat(settle(settler, 21, 20, change)).isEqualTo(20);
        }

        assertThat(settle(settler, 20, 21, 10)).isEqualTo(21);
        assertThat(words(settler)).isEqualTo("by 1 at most in one change");
    }

    @Test
    void keepingWorkers_shrinksToTheLastHoursNeedOneAMinute() {
        Settler settler = settler(Settling.AT_ONCE.keepingWorkers());
        assertThat(settle(settler, 20, 5, 3590)).isEqualTo(20);

        assertThat(settle(settler, 20, 5, 3661)).isEqualTo(19);
        assertThat(words(settler)).isEqualTo("by 1 at most in one change");
        assertThat(settle(settler, 19, 5, 3720)).isEqualTo(19);
        assertThat(words(settler)).startsWith("held for another");
        assertThat(settle(settler, 19, 5, 3721)).isEqualTo(18);
        assertThat(settle(settler, 18, 50, 3722)).isEqualTo(50);
    }

    @Test
    void keepingWorkers_keepsLongerRestsThanItsOwn() {
        Settling rules = Settling.AT_ONCE
                .withCooldowns(0, 10 * MINUTE)
                .withWindow(120 * MINUTE)
                .keepingWorkers();

        assertThat(rules.downNanos()).isEqualTo(10 * MINUTE);
        assertThat(rules.windowNanos).isEqualTo(120 * MINUTE);
    }

    @Test
    void rules_outsideTheirRanges_areRefused() {
        assertThatThrownBy(() -> Settling.AT_ONCE.withDeadband(1)).hasMessageContaining("0 to below 1: got 1.0");
        assertThatThrownBy(() -> Settling.AT_ONCE.withDeadband(Double.NaN)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> Settling.AT_ONCE.withWindow(-1)).hasMessageContaining("got -1");
        assertThatThrownBy(() -> LargestStep.threads(0)).hasMessageContaining("1 thread or more: got 0");
        assertThatThrownBy(() -> LargestStep.share(0)).hasMessageContaining("above 0: got 0.0");
    }
}
