package dev.headcount.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headcount.replay.Outcome;
import dev.headcount.replay.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a forecast makes of a run. */
final class ForecastsTest {

    private static Outcome ramp(String forecast) {
        Options options = new Options(Map.of("tick", "5", "look", "0", "forecast", forecast));
        Championship championship = new Championship(
                options.settings(Settings.STANDARD),
                1,
                Catalogue.named(List.of("adaptive")),
                options::of,
                course -> Courses.FOLDER.bases().get(course.scenario().name),
                /* drawing= */ null);
        return championship
                .run(List.of(Courses.scenario("ramp")))
                .get(0)
                .outcomes()
                .get(0);
    }

    /** 3.05 % late without and 1.12 % with it, for 2 % more thread-seconds. */
    @Test
    void linear_rampAtALongTick_halvesTheLateTasks() {
        Outcome without = ramp("off");
        Outcome with = ramp("linear");

        assertThat(without.violation).isGreaterThan(0.025);
        assertThat(with.violation).isLessThan(0.016);
        assertThat(with.threadSeconds).isLessThan(1.05 * without.threadSeconds);
    }

    @Test
    void set_forecast_isGivenToEachControllerThatHasNoneOfItsOwn() {
        Options options = new Options(Map.of("forecast", "linear", "aimd.forecast", "off"));

        assertThat(options.of("adaptive")).containsExactly(Map.entry("forecast", "linear"));
        assertThat(options.of("aimd")).containsExactly(Map.entry("forecast", "off"));
        options.refuseUnknown(Catalogue.all());
    }

    @Test
    void set_unknownForecast_isRefused() {
        Course course = Courses.course("ramp");

        assertThatThrownBy(() -> Catalogue.named(List.of("adaptive"))
                        .get(0)
                        .run(course, Map.of("forecast", "arima"), Contender.Observer.NONE))
                .hasMessage("forecast must be off, linear or holt-winters: got arima");
    }

    @Test
    void days_thatComeAlong_areOneScenarioOfEightDays() {
        assertThat(new ScenarioFolder(Path.of("days")).scenarios())
                .singleElement()
                .satisfies(office -> assertThat(office.durationSeconds).isEqualTo(8 * 86_400.0));
    }
}
