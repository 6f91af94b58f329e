package dev.headcount.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headcount.replay.Law;
import dev.headcount.replay.Outcome;
import dev.headcount.replay.Replay;
import dev.headcount.replay.Scenario;
import dev.headcount.scaling.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the figures are made of; no clock. */
final class PartsTest {

    private final Scenario scenario =
            Scenario.builder("small").lasting(20).promising(0.1).within(2, 8).build();

    @TempDir
    private Path folder;

    /** Four tasks: at once, after 50 ms, after 500 ms, and one that still waits at the end. */
    private Diary diary() {
        Diary diary = new Diary(4);
        double[] waits = {0, 0.05, 0.5};
        for (int task = 0; task < waits.length; task++) {
            diary.sent(task, 5 + task);
            diary.started(task, 5 + task + waits[task], 0.2);
            diary.ended(task, 5 + task + waits[task] + 0.2);
        }
        diary.sent(3, 19);
        diary.looked(0, 2, 2);
        diary.looked(10, 4, 6);
        diary.looked(20, 6, 6);
        diary.ticked(0.15);
        diary.ticked(0.35);
        return diary;
    }

    @Test
    void outcome_ofDiary_isJudgedAsAReplayIs() {
        Outcome outcome = diary().outcome(scenario, 0);
        assertThat(outcome.violation).isEqualTo(0.5);
        assertThat(outcome.threadSeconds).isCloseTo(2 * 10 + 4 * 10, within(1e-9));
        assertThat(outcome.waitP50Seconds).isCloseTo(0.05, within(0.002));
        assertThat(outcome.resizesPerMinute).isCloseTo(3, within(1e-9));
        assertThat(outcome.completed).isEqualTo(3);
    }

    @Test
    void diary_readAgain_saysTheSame() throws IOException {
        Path file = folder.resolve("x.diary");
        diary().write(file, 20);
        Outcome outcome = Diary.read(file).outcome(scenario, 0);
        assertThat(outcome.violation).isEqualTo(0.5);
        assertThat(outcome.threadSeconds).isCloseTo(60, within(1e-9));
        assertThat(Diary.read(file).tickSeconds()).containsExactly(0.15, 0.35);
    }

    @Test
    void looks_ofTicksThatWereSeen_decideAtEachAndInBetweenWhenMoreWait() {
        List<Double> decided = new ArrayList<>();
        Law law = (signal, target) -> {
            decided.add(Math.round(1000 * Replay.secondsOf(signal.nowNanos())) / 1000.0);
            return target;
        };
        Looks looks = new Looks(law, new double[] {0.15, 0.36, 0.43, 2}, new Sizes());
        int[] depths = {0, 3, 3, 4, 4, 4, 5, 2, 3};
        double now = 0;
        for (int depth : depths) {
            now += looks.pauseSeconds();
            looks.size(
                    Signal.builder()
                            .nowNanos(1_000_000_000_000L + Math.round(now * 1e9))
                            .queueDepth(depth)
                            .build(),
                    1);
        }
        // looks at 0.201, 0.251 and 0.301 after the first tick, one at 0.411 after the second, then 0.481 and 0.531
        assertThat(decided).containsExactly(0.15, 0.201, 0.301, 0.36, 0.43, 0.531);
        assertThat(now).isCloseTo(0.531, within(1e-9));
    }

    @Test
    void diary_thatIsDamaged_isNamedByLine() throws IOException {
        Path file = folder.resolve("x.diary");
        Files.writeString(file, "look,0,1,1\nlook,1\n");
        assertThatThrownBy(() -> Diary.read(file)).hasMessage(file + ":2: expected a task, look or tick: got look,1");
    }

    @Test
    void difference_ofSizes_isTheMeanDistanceOverTime() {
        Sizes one = new Sizes();
        one.add(0, 10);
        Sizes other = new Sizes();
        other.add(0, 10);
        other.add(5, 20);
        // as far apart as its mean for half of the time
        assertThat(one.difference(other, 0, 10)).isCloseTo(0.5, within(0.01));
        assertThat(other.difference(one, 0, 10)).isCloseTo(5 / 15.0, within(0.01));
        assertThat(one.difference(one, 0, 10)).isZero();
    }

    @Test
    void load_thatBurnsProcessors_isScaledToThisMachine() {
        Load load = new Load(Path.of("../simulator/scenarios"), "cpu_bound", 10);
        Scenario four = load.scenario(4);
        assertThat(four.cores).isEqualTo(4);
        assertThat(four.arrivals.at(0)).isEqualTo(240);
        assertThat(four.durationSeconds).isEqualTo(60);
        Scenario waiting = new Load(Path.of("../simulator/scenarios"), "step10", 10).scenario(4);
        assertThat(waiting.arrivals.at(21)).isEqualTo(400);
    }

    @Test
    void load_thatCantBePlayedTruly_isRefused() {
        Load load = new Load(Path.of("../simulator/scenarios"), "capacity_downstream", 10);
        assertThatThrownBy(() -> load.scenario(2))
                .hasMessage("capacity_downstream can't be played here: its tasks share a downstream, fail, or answer to"
                        + " the pool");
    }

    @Test
    void work_takesWhatItSays() {
        long before = System.nanoTime();
        Work.sleep(0.05);
        assertThat((System.nanoTime() - before) / 1e9).isGreaterThanOrEqualTo(0.05);
        before = System.nanoTime();
        Work.burn(0.02);
        // a thread can't have been on a processor for longer than time has passed
        assertThat((System.nanoTime() - before) / 1e9).isGreaterThanOrEqualTo(0.0199);
    }
}
