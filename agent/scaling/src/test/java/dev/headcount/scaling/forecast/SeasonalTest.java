package dev.headcount.scaling.forecast;

import static dev.headcount.scaling.forecast.Course.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.Signal;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** In Berlin the clocks jump from 2:00 to 3:00 on 29 March 2026, and back from 3:00 to 2:00 on 25 October. */
final class SeasonalTest {

    private static final long STEP_MILLIS = 20_000;

    private final Random random = new Random(20260302);
    private final Seasonal forecast = new Seasonal(BERLIN);

    private Course from(String local) {
        return new Course(forecast, local, STEP_MILLIS);
    }

    /** 4 threads by night and 40 from eight to eight, give or take a tenth. */
    private double office(ZonedDateTime now) {
        return noisy(now.getHour() >= 8 && now.getHour() < 20 ? 40 : 4);
    }

    private double weekdays(ZonedDateTime now) {
        boolean isWeekend = now.getDayOfWeek() == DayOfWeek.SATURDAY || now.getDayOfWeek() == DayOfWeek.SUNDAY;
        return isWeekend ? noisy(4) : office(now);
    }

    private double noisy(double load) {
        return load * (1 + 0.1 * random.nextGaussian());
    }

    @Test
    void observe_threeWeeksOfOfficeHours_raisesTheFloorBeforeEachMorning() {
        Course course = from("2026-03-02T00:00").until("2026-03-05T07:50", this::office);
        for (int day = 5; day <= 22; day++) {
            String date = String.format("2026-03-%02d", day);
            course.until(date + "T07:54", this::office);
            assertThat(course.threads()).as(date + " " + course.reason()).isBetween(4, 8);
            course.until(date + "T07:56", this::office);
            assertThat(course.threads()).as(date + " " + course.reason()).isBetween(42, 52); // 40 and its root: 47
            course.until(date + "T20:06", this::office);
            assertThat(course.threads()).as(date + " " + course.reason()).isBetween(4, 8);
        }
        assertThat(course.reason())
                .matches(
                        "holt-winters \\((day|week), (additive|multiplicative)\\) expects 4(\\.\\d)? busy threads within"
                                + " 10 min, \\d with margin; trusted, off by [0-9.]+, below 80 % of [0-9.]+, the error of what"
                                + " is now stays");
    }

    @Test
    void observe_firstThreeDays_saysWhatIsMissing() {
        Course course = from("2026-03-02T00:00");
        assertThat(course.reason()).isEqualTo("no forecast");

        course.until("2026-03-03T07:57", this::office);
        assertThat(course.threads()).isZero();
        assertThat(course.reason()).isEqualTo("holt-winters has seen 383 of the 576 buckets of two days");

        course.until("2026-03-04T07:57", this::office);
        assertThat(course.threads()).isZero();
        assertThat(course.reason()).contains("not trusted yet, 93 of 288 predictions scored");
    }

    @Test
    void observe_patternShiftsBySixHours_losesItsTrustInTwoBucketsAndEarnsItBack() {
        Course course = from("2026-03-02T00:00").until("2026-03-12T07:57", this::office);
        assertThat(course.threads()).isGreaterThan(40);

        // from today on everybody comes at fourteen
        course.until("2026-03-12T08:06", now -> office(now.minusHours(6)));

        assertThat(course.threads()).as(course.reason()).isZero();
        assertThat(course.reason()).contains("of late: the pattern has changed");

        int worst = 0;
        while (course.now().isBefore(ZonedDateTime.of(2026, 3, 12, 13, 54, 0, 0, BERLIN))) {
            course.step(office(course.now().minusHours(6)));
            worst = Math.max(worst, course.threads());
        }
        assertThat(worst).isLessThan(10);

        course.until("2026-03-22T13:57", now -> office(now.minusHours(6)));
        assertThat(course.threads()).as(course.reason()).isBetween(42, 52);
    }

    @Test
    void observe_noiseWithoutSeason_isNeverTrusted() {
        Course course = from("2026-03-02T00:00");
        for (int bucket = 0; bucket < 28 * 288; bucket++) {
            double load = 20 * (1 + 0.2 * random.nextGaussian());
            for (int i = 0; i < 5; i++) {
                course.pass(40_000, 40_000).step(Math.max(0, load));
                assertThat(course.threads()).as(course.reason()).isZero();
            }
        }
        assertThat(course.reason()).contains("not trusted, off by ").contains("the error of the average");
    }

    @Test
    void observe_weekdaysOnly_leavesTheThirdWeekendAlone() {
        Course course = from("2026-03-02T00:00").until("2026-03-21T07:57", this::weekdays);

        assertThat(course.threads()).as(course.reason()).isLessThan(10);
        assertThat(course.reason()).contains("(week, ");

        course.until("2026-03-23T07:57", this::weekdays);
        assertThat(course.threads()).as(course.reason()).isBetween(42, 52);
    }

    @Test
    void observe_clocksPutForwardAndBack_keepsToLocalTime() {
        Course course = from("2026-03-22T00:00").until("2026-03-29T07:54", this::office);
        assertThat(course.threads()).as(course.reason()).isLessThan(10);
        course.until("2026-03-29T07:57", this::office);
        assertThat(course.threads()).as(course.reason()).isBetween(42, 52);

        Seasonal autumn = new Seasonal(BERLIN);
        course = new Course(autumn, "2026-10-18T00:00", STEP_MILLIS).until("2026-10-25T07:54", this::office);
        assertThat(course.threads()).as(course.reason()).isLessThan(10);
        course.until("2026-10-25T07:57", this::office);
        assertThat(course.threads()).as(course.reason()).isBetween(42, 52);
    }

    @Test
    void observe_clocksChangeWhileItBegins_isNoHindrance() {
        Course course = from("2026-03-28T12:00").until("2026-04-01T07:57", this::office);

        assertThat(course.threads()).as(course.reason()).isBetween(42, 52);
    }

    @Test
    void observe_computerSlept_knowsTheNextMorning() {
        Course course = from("2026-03-02T00:00").until("2026-03-10T17:00", this::office);

        course.pass(14 * 3_600_000, 0).until("2026-03-11T07:57", this::office); // from seven to seven, unseen

        assertThat(course.threads()).as(course.reason()).isBetween(42, 52);
    }

    @Test
    void observe_quietNightsWithoutATick_areNightsWithoutLoad() {
        Course course = from("2026-03-02T00:00");
        for (int day = 2; day < 12; day++) {
            String date = String.format("2026-03-%02d", day);
            course.until(date + "T08:00", now -> day(now));
            course.until(date + "T20:00", now -> day(now));
            course.pass(11 * 3_600_000, 11 * 3_600_000); // nobody looks at a pool in which nothing moves
        }
        course.until("2026-03-12T07:57", now -> day(now));

        assertThat(course.threads()).as(course.reason()).isBetween(42, 52);
    }

    private double day(ZonedDateTime now) {
        return now.getHour() >= 8 ? noisy(40) : 0;
    }

    @Test
    void observe_clockSetBackAndForth_goesOn() {
        Course course = from("2026-03-02T00:00").until("2026-03-10T12:00", this::office);

        course.pass(-3_600_000, 0).until("2026-03-10T12:30", this::office);
        course.pass(400L * 86_400_000, 0); // a wrong date for ten minutes
        for (int i = 0; i < 30; i++) {
            course.step(4);
        }
        course.pass(-400L * 86_400_000, 0).until("2026-03-12T07:57", this::office);

        assertThat(course.threads()).as(course.reason()).isBetween(42, 52);
    }

    @Test
    void observe_numbersThatAreNone_doNoHarm() {
        double[] none = {Double.POSITIVE_INFINITY, 1e300, Double.MIN_VALUE, 0};
        Course course = from("2026-03-02T00:00").until("2026-03-10T12:00", now -> {
            boolean isWhole = random.nextInt(20) > 0;
            return isWhole ? office(now) : none[random.nextInt(none.length)];
        });
        course.step(Double.POSITIVE_INFINITY).until("2026-03-11T07:57", this::office);

        assertThat(course.threads()).as(course.reason()).isBetween(30, 60);

        Signal unknown = course.signal(40, Double.NaN);
        course.pass(STEP_MILLIS, STEP_MILLIS);
        forecast.observe(unknown, course.now().toInstant().toEpochMilli());
        forecast.observe(unknown, Long.MAX_VALUE / 2);
        forecast.observe(unknown, Long.MIN_VALUE / 2);

        assertThat(course.threads()).as(course.reason()).isBetween(0, 60);
    }

    @Test
    void observe_noLoadAtAll_expectsNothing() {
        Course course = from("2026-03-02T00:00").until("2026-03-20T00:00", now -> 0);

        assertThat(course.threads()).isZero();
        assertThat(course.reason()).contains("expects 0 busy threads").contains("not trusted");
    }

    @Test
    void restore_linesOfAnother_expectsTheSameAtOnce() {
        Course before = from("2026-03-02T00:00").until("2026-03-19T07:57", this::weekdays);
        Seasonal restored = new Seasonal(BERLIN);

        assertThat(restored.restore(forecast.toLines())).isTrue();

        assertThat(restored.outlook().leastThreads()).isEqualTo(before.threads());
        assertThat(restored.outlook().reason()).isEqualTo(before.reason());
        assertThat(restored.toLines()).isEqualTo(forecast.toLines());

        // a day later, of which it has seen nothing
        Course after = new Course(restored, "2026-03-20T07:50", STEP_MILLIS).until("2026-03-20T07:57", this::weekdays);
        assertThat(after.threads()).as(after.reason()).isBetween(42, 52);
    }

    @Test
    void restore_damagedLines_learnsNothing() {
        from("2026-03-02T00:00").until("2026-03-06T00:00", this::office);
        List<String> good = forecast.toLines();
        assertThat(good.get(0)).matches("load-history 1 300000 \\d+ 1152");

        for (int line = 0; line < good.size(); line++) {
            for (String damage : Arrays.asList("", "x", good.get(line) + " x", good.get(line) + " -1", "NaN")) {
                List<String> bad = new ArrayList<>(good);
                bad.set(line, damage);
                Seasonal other = new Seasonal(BERLIN);

                assertThat(other.restore(bad)).as(line + ": " + damage).isFalse();
                assertThat(other.toLines()).isEmpty();
                assertThat(other.outlook()).isSameAs(Outlook.NOTHING);
            }
            List<String> shorter = new ArrayList<>(good);
            shorter.remove(line);
            assertThat(new Seasonal(BERLIN).restore(shorter))
                    .as("without " + line)
                    .isFalse();
        }
        assertThat(new Seasonal(BERLIN).restore(Arrays.asList())).isTrue();
    }
}
