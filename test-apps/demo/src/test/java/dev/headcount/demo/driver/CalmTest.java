package dev.headcount.demo.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CalmTest {

    @Test
    void after_waitsThatCameDown_isTheFirstWindowBelow() {
        assertThat(calmAfter(900, 400, 249, 10)).hasValue(2);
    }

    @Test
    void after_waitsAtTheLimit_areNotBelow() {
        assertThat(calmAfter(249, 250, 249)).hasValue(2);
    }

    @Test
    void after_oneLateWindowInBetween_countsFromBehindIt() {
        assertThat(calmAfter(900, 10, 10, 300, 10)).hasValue(4);
    }

    @Test
    void after_lastWindowLate_neverCame() {
        assertThat(calmAfter(10, 10, 300)).isEmpty();
    }

    @Test
    void after_waitsThatNeverRose_isAtOnce() {
        assertThat(calmAfter(10, 10)).hasValue(0);
    }

    private static OptionalInt calmAfter(int... p99Millis) {
        List<Wait> windows = IntStream.of(p99Millis).mapToObj(Wait::ofMillis).toList();
        return Calm.after(windows);
    }
}
