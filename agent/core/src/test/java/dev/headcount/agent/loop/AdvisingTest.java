package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;
import org.junit.jupiter.api.Test;

final class AdvisingTest {

    private static final long SECOND = 1_000_000_000L;

    private final Advising advising = new Advising();
    private long tasks;

    /** Ten tasks a second of 200 ms each. */
    private Advising.Told after(int seconds) {
        tasks = 10L * seconds;
        return advising.see(
                Signal.builder()
                        .nowNanos(seconds * SECOND)
                        .serviceMeanSeconds(0.2)
                        .tally(Tally.builder().submitted(tasks).completed(tasks).build())
                        .build(),
                0.1);
    }

    @Test
    void see_firstMinute_saysNothing() {
        after(0);
        assertThat(after(59)).isNull();
    }

    @Test
    void see_afterAMinute_advisesWhatItsLoadTakes() {
        after(0);
        Advising.Told told = after(60);

        assertThat(told.floor()).isEqualTo(4); // 2 threads, and their square root
        assertThat(told.ceiling()).isEqualTo(4);
        assertThat(told.lines().get(0)).isEqualTo("what the last 1 min would advise:");
        assertThat(told.lines()).anyMatch(line -> line.contains("floor 4: at the quietest 10.0/s x 200 ms = 2.00"));
        assertThat(after(61)).isSameAs(told);
    }
}
