package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AdvisingTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long BEGIN_MILLIS = 1_767_225_600_000L; // a full hour

    private Advising advising = new Advising();
    private int queueCapacity = Integer.MAX_VALUE;
    private int knee;

    /** Ten tasks a second of 200 ms each. */
    private Advising.Told after(int seconds) {
        long tasks = 10L * seconds;
        return advising.see(
                Signal.builder()
                        .nowNanos(seconds * SECOND)
                        .queueCapacity(queueCapacity)
                        .serviceMeanSeconds(0.2)
                        .tally(Tally.builder().submitted(tasks).completed(tasks).build())
                        .build(),
                BEGIN_MILLIS + seconds * 1_000L,
                0.1,
                knee);
    }

    private static List<String> heads(Advising.Told told) {
        return told.lines().stream().filter(line -> !line.startsWith(" ")).toList();
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
        assertThat(told.daySeconds()).isEqualTo(60);
        assertThat(heads(told)).containsExactly("advice of the last hour (1 min of it known):");
        assertThat(told.lines()).anyMatch(line -> line.contains("floor 4: at the quietest 10.0/s x 200 ms = 2.00"));
        assertThat(after(61)).isSameAs(told);
    }

    @Test
    void ceiling_aboveAKneeThatThePolicyFound_staysBelowIt() {
        knee = 3;
        after(0);
        Advising.Told told = after(60);

        assertThat(told.ceiling()).isEqualTo(3);
        assertThat(told.floor()).isEqualTo(3);
        assertThat(told.ceilingReason()).endsWith(", but no more than the knee of 3");
    }

    @Test
    void queue_thatIsUnbounded_getsNoAdvice() {
        after(0);
        assertThat(after(60).lines()).noneMatch(line -> line.startsWith("  queue"));
        queueCapacity = 100;
        assertThat(after(120).lines()).anyMatch(line -> line.startsWith("  queue"));
    }

    @Test
    void lines_asTimePasses_nameTheWindowAndHowMuchOfItIsKnown() {
        Advising.Told told = null;
        for (int minute = 0; minute <= 5 * 60; minute++) {
            told = after(60 * minute);
        }
        assertThat(heads(told))
                .containsExactly(
                        "advice of the last hour (all of it known):", "advice of the last day (5 h of it known):");
        for (int minute = 5 * 60; minute <= 3 * 24 * 60; minute++) {
            told = after(60 * minute);
        }
        assertThat(heads(told))
                .containsExactly(
                        "advice of the last hour (all of it known):",
                        "advice of the last day (all of it known):",
                        "advice of the last two weeks (3 days of it known):");
    }

    @Test
    void recall_afterARestart_advisesAtOnce() {
        for (int minute = 0; minute <= 5 * 60; minute++) {
            after(60 * minute);
        }
        List<String> kept = advising.lines();
        advising = new Advising();
        assertThat(after(5 * 3_600 + 1)).isNull();
        advising.recall(kept);

        Advising.Told told = after(5 * 3_600 + 2);
        assertThat(told.floor()).isEqualTo(4);
        assertThat(heads(told)).containsExactly("advice of the last day (5 h of it known):");
    }
}
