package dev.headcount.demo.driver;

import java.util.List;
import java.util.OptionalInt;

/**
 * Finds when waiting had come down for good.
 *
 * <p>Law: the smallest {@code n} such that the p99 wait of each window that begins in second {@code n} or later is
 * below the limit. One late window moves it, so "for good" is meant; empty if the last window itself is not below.
 */
final class Calm {

    static final Wait LIMIT = Wait.ofMillis(250);

    /** A window holds 960 tasks, so nine may be late; in one second two would do, and any machine hiccups that often. */
    static final int WINDOW_SECONDS = 5;

    private Calm() {}

    static OptionalInt after(List<Wait> p99OfEachWindow) {
        int calm = p99OfEachWindow.size();
        while (calm > 0 && p99OfEachWindow.get(calm - 1).compareTo(LIMIT) < 0) {
            calm--;
        }
        return calm < p99OfEachWindow.size() ? OptionalInt.of(calm) : OptionalInt.empty();
    }
}
