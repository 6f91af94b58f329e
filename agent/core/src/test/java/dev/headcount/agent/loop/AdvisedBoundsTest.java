package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.agent.config.PoolSettings;
import dev.headcount.agent.config.Settings;
import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A load of two busy threads, later of twenty, minute by minute. */
final class AdvisedBoundsTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final PoolSettings BOTH = settings("floor=advised,ceiling=advised");

    private final EventLog events = new EventLog();
    private final AdvisedBounds bounds = new AdvisedBounds(events, "orders");
    private final Advising advising = new Advising();
    private Advising.Told told;
    private long now = Long.MAX_VALUE - 30 * MINUTE;
    private long millis = 1_767_225_600_000L;
    private long tasks;

    private static PoolSettings settings(String arguments) {
        return Settings.read(arguments).of("orders", "", "elastic", 0);
    }

    /** Tasks of 200 ms. */
    private void minutes(int minutes, int perSecond) {
        for (int minute = 0; minute < minutes; minute++) {
            told = advising.see(
                    Signal.builder()
                            .nowNanos(now)
                            .serviceMeanSeconds(0.2)
                            .tally(Tally.builder()
                                    .submitted(tasks)
                                    .completed(tasks)
                                    .build())
                            .build(),
                    millis,
                    0.1,
                    /* knee= */ 0);
            bounds.look(BOTH, told, now);
            now += MINUTE;
            millis += 60_000;
            tasks += 60L * perSecond;
        }
    }

    private List<String> said() {
        return events.after(0).stream()
                .map(event -> event.pool + ": " + event.text)
                .toList();
    }

    @Test
    void look_firstHour_leavesTheDefaults() {
        minutes(60, 10);
        assertThat(bounds.floor()).isZero();
        assertThat(bounds.ceiling()).isZero();
        assertThat(said()).isEmpty();
    }

    @Test
    void look_afterAnHour_followsTheDayAndSaysWhy() {
        minutes(61, 10);
        assertThat(bounds.floor()).isEqualTo(4); // 2 threads, and their square root
        assertThat(bounds.ceiling()).isEqualTo(4);
        assertThat(said())
                .containsExactly(
                        "orders: advised (last 24 h): floor 4: at the quietest 10.0/s x 200 ms = 2.00 threads, and the"
                                + " square root of that for chance; it was the default",
                        "orders: advised (last 24 h): ceiling 4: at the busiest 10.0/s x 200 ms = 2.00 threads, twice"
                                + " that or what chance asks for; it was the default");
    }

    @Test
    void look_loadThatChanges_isFollowedOnceAnHour() {
        minutes(61, 10);
        minutes(59, 100);
        assertThat(told.ceiling()).isEqualTo(40);
        assertThat(bounds.ceiling()).isEqualTo(4);
        minutes(2, 100);
        assertThat(bounds.ceiling()).isEqualTo(40);
        assertThat(bounds.floor()).isEqualTo(4); // of the quiet hour, which belongs to the day
        minutes(58, 200);
        assertThat(bounds.ceiling()).isEqualTo(40);
        assertThat(said()).hasSize(3).last().asString().endsWith("twice that; it was 4");
    }

    @Test
    void look_boundThatIsNoLongerAdvised_isTheDefaultAtOnce() {
        minutes(61, 10);
        PoolSettings floorAlone = settings("floor=advised");

        assertThat(bounds.look(floorAlone, told, now)).isTrue();
        assertThat(bounds.floor()).isEqualTo(4);
        assertThat(bounds.ceiling()).isZero();
        assertThat(bounds.look(floorAlone, told, now)).isFalse();
    }
}
