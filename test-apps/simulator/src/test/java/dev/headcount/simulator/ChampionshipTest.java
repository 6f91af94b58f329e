package dev.headcount.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headcount.replay.Base;
import dev.headcount.replay.Outcome;
import dev.headcount.replay.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole runs: against figures of an independent simulator, and that each contender gets through. */
final class ChampionshipTest {

    @Test
    void everyContender_errorBurst_getsAScoreAndAPicture() {
        List<Championship.Drawing> drawings = new ArrayList<>();
        Championship championship = new Championship(
                Settings.STANDARD,
                1,
                Catalogue.all(),
                name -> Map.of(),
                course -> Courses.FOLDER.bases().get(course.scenario().name),
                drawings::add);
        List<Line> lines = championship.run(List.of(Courses.scenario("error_burst")));
        assertThat(lines)
                .hasSameSizeAs(Catalogue.all())
                .allSatisfy(line -> assertThat(line.j())
                        .as(line.controller())
                        .isGreaterThan(0.99)
                        .isFinite());
        Scoreboard board = new Scoreboard(lines);
        assertThat(board.csv())
                .startsWith("scenario,controller,violation,wait_p50_ms,wait_p99_ms,thread_seconds,relative_cost,"
                        + "resizes_per_min,reversals_per_min,peak,recover_s,completed,J\n")
                .hasLineCount(1 + lines.size());
        assertThat(board.markdown()).contains("| error_burst |").contains("| clairvoyant * |");
        assertThat(drawings)
                .singleElement()
                .satisfies(drawing -> assertThat(drawing.svg())
                        .startsWith("<svg")
                        .contains(">gradient2</text>")
                        .endsWith("</svg>\n"));
    }

    @Test
    void statics_publishedFigures_agree() {
        // thread-seconds and per cent late in another simulator, with other random streams
        assertStatic("constant", 64, 36480, 0.0);
        assertStatic("constant", 2, 1140, 100.0);
        assertStatic("cpu_bound", 32, 18240, 55.5);
        assertStatic("cpu_bound", 2, 1140, 10.7);
        assertStatic("error_burst", 64, 36480, 16.3);
        assertStatic("capacity_downstream", 64, 42880, 79.8);
        assertStatic("idle_burst", 64, 55031, 0.0);
    }

    private static void assertStatic(String scenario, int size, double threadSeconds, double latePercent) {
        Outcome outcome = Courses.course(scenario).run(new Fixed("fixed", size));
        assertThat(outcome.threadSeconds).as(scenario).isCloseTo(threadSeconds, within(0.002 * threadSeconds));
        assertThat(100 * outcome.violation).as(scenario).isCloseTo(latePercent, within(1.0));
    }

    @Test
    void clairvoyant_recordedFigures_areWithinFivePerCent() {
        for (String scenario : List.of("spike", "cpu_bound")) {
            Course course = Courses.course(scenario);
            Base base = new Clairvoyant().base(course);
            double recorded = course.base().threadSeconds;
            assertThat(base.threadSeconds).as(scenario).isCloseTo(recorded, within(0.05 * recorded));
            assertThat(base.violation).as(scenario).isLessThan(course.base().violation + 0.01);
        }
    }

    @Test
    void staticBest_constantLoad_isTheBestOfAll() {
        Course course = Courses.course("constant");
        double found =
                new StaticBest().run(course, Map.of(), Contender.Observer.NONE).distance(course.base(), 50);
        for (int size = 12; size <= 15; size++) {
            assertThat(found)
                    .isLessThanOrEqualTo(course.run(new Fixed("fixed", size)).distance(course.base(), 50) + 1e-9);
        }
    }

    @Test
    void named_unknownController_listsWhatThereIs() {
        assertThatThrownBy(() -> Catalogue.named(List.of("magic")))
                .hasMessageStartingWith("no controller magic; there are adaptive, threshold,");
    }

    @Test
    void set_unknownKeyOrBadValue_isRefused() {
        assertThatThrownBy(() -> new Options(Map.of("tik", "1")).refuseUnknown(Catalogue.all()))
                .hasMessage("unknown key in --set: tik");
        assertThatThrownBy(() -> new Options(Map.of("tick", "soon")).settings(Settings.STANDARD))
                .hasMessage("tick must be above 0: got soon");
        assertThatThrownBy(() -> new Options(Map.of("signals", "guessed")).settings(Settings.STANDARD))
                .hasMessage("signals must be exact or sampled: got guessed");
        new Options(Map.of("hpa.aim", "0.8")).refuseUnknown(Catalogue.all());
    }
}
