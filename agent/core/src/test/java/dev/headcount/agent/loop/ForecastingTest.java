package dev.headcount.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.agent.config.ForecastChoice;
import dev.headcount.agent.config.Settings;
import dev.headcount.scaling.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ForecastingTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long START = 987_654_321L;

    private final EventLog events = new EventLog();
    private final Forecasting forecasting = new Forecasting(events, "orders");
    private final long startMillis = Mornings.millis("2026-03-23T07:45:00Z");

    @TempDir
    private Path folder;

    private ForecastChoice choice(String text) {
        try {
            Path file = Files.writeString(folder.resolve("headcount.yaml"), "forecast: " + text + "\n");
            return Settings.ofFile(file.toString())
                    .of("orders", "", "elastic", 0)
                    .forecast();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void see(long seconds, double load) {
        Signal signal = Signal.builder()
                .nowNanos(START + seconds * SECOND)
                .size(8)
                .serviceMeanSeconds(0.05)
                .arrivalRatePerSecond(load / 0.05)
                .build();
        forecasting.see(signal, startMillis + seconds * 1_000);
    }

    @Test
    void see_switchedOff_expectsNothingAndIsNeverDue() {
        see(0, 5);

        assertThat(forecasting.outlook().leastThreads()).isZero();
        assertThat(forecasting.words()).isEmpty();
        assertThat(forecasting.isDue(START + 3_600 * SECOND)).isFalse();
        assertThat(forecasting.lines()).isEmpty();
    }

    @Test
    void isDue_quietForAMinute_isSaid() {
        forecasting.follow(choice("linear"));
        see(0, 5);

        assertThat(forecasting.isDue(START + 60 * SECOND - 1)).isFalse();
        assertThat(forecasting.isDue(START + 60 * SECOND)).isTrue();
    }

    @Test
    void see_loadThatRises_isExpectedToGoOn() {
        forecasting.follow(choice("linear"));
        assertThat(forecasting.words()).isEqualTo("linear has not seen enough yet");
        for (int second = 0; second < 60; second++) {
            see(second, 5 + second);
        }

        assertThat(forecasting.outlook().leastThreads()).isGreaterThan(70);
        assertThat(forecasting.words()).startsWith("linear expects ").contains("; trusted, off by ");
    }

    @Test
    void recall_whatWasKept_isExpectedAgain() {
        forecasting.follow(choice("holt-winters"));
        see(0, 0);
        forecasting.recall(Mornings.lines(startMillis));

        assertThat(forecasting.words()).startsWith("holt-winters (").contains("; trusted, off by ");
        for (int minute = 0; minute <= 11; minute++) {
            see(60 * minute, 0);
        }
        assertThat(forecasting.outlook().leastThreads()).as(forecasting.words()).isEqualTo(Mornings.THREADS);
        assertThat(forecasting.lines().get(0)).isEqualTo("holt-winters");
        assertThat(forecasting.lines().get(1)).startsWith("load-history 1 300000 ");
        assertThat(events.after(0)).isEmpty();
    }

    @Test
    void recall_damagedLines_isSaidOnceAndLearntAnew() {
        forecasting.follow(choice("holt-winters"));
        List<String> lines = Mornings.lines(startMillis);
        lines.set(5, "1 2 x");
        forecasting.recall(lines);
        forecasting.follow(choice("linear"));
        forecasting.follow(choice("holt-winters"));

        assertThat(events.after(0))
                .extracting(event -> event.type + " " + event.pool + ": " + event.text)
                .containsExactly(
                        "AGENT orders: what was kept of its forecast is damaged or of another version: ignored,"
                                + " and learnt anew");
        see(0, 5);
        see(60, 5);
        assertThat(forecasting.words()).startsWith("holt-winters has seen ");
    }

    @Test
    void recall_unknownKind_isDamage() {
        forecasting.follow(choice("holt-winters"));
        forecasting.recall(List.of("arima", "1 2 3"));

        assertThat(events.after(0)).hasSize(1);
    }

    @Test
    void follow_otherKindAndBack_keepsWhatWasLearnt() {
        forecasting.follow(choice("holt-winters"));
        forecasting.recall(Mornings.lines(startMillis));
        for (int minute = 0; minute <= 11; minute++) {
            see(60 * minute, 7);
        }
        List<String> before = forecasting.lines();
        assertThat(before).hasSizeGreaterThan(20).last().asString().endsWith("7 7");

        forecasting.follow(choice("linear"));
        assertThat(forecasting.lines()).isEmpty();
        forecasting.follow(choice("off"));
        forecasting.follow(choice("holt-winters"));

        assertThat(forecasting.lines()).isEqualTo(before);
        assertThat(forecasting.words()).contains("; trusted, off by ");
        assertThat(events.after(0)).isEmpty();
    }

    @Test
    void follow_damagedLinesThatWereRecalledBefore_isSaidOnce() {
        List<String> lines = Mornings.lines(startMillis);
        lines.set(1, "load-history 2 300000 5 6048");
        forecasting.recall(lines);
        assertThat(events.after(0)).isEmpty(); // nobody has asked for them so far

        forecasting.follow(choice("holt-winters"));
        forecasting.follow(choice("off"));
        forecasting.follow(choice("holt-winters UTC"));

        assertThat(events.after(0)).hasSize(1);
    }

    @Test
    void follow_chosenOnlyAfterTheRecall_goesOnFromThere() {
        forecasting.recall(Mornings.lines(startMillis));
        assertThat(forecasting.words()).isEmpty();

        forecasting.follow(choice("holt-winters"));

        assertThat(forecasting.words()).contains("; trusted, off by ");
    }
}
