package dev.headcount.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.cost.Prices;
import dev.headcount.scaling.settle.LargestStep;
import dev.headcount.scaling.settle.Settling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rule counts for which pool, and when. */
final class RulesTest {

    private static final long NOON = 1_782_820_800_000L; // 2026-06-30T12:00:00Z

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("headcount.yaml");
    }

    @Test
    void of_rulesThatMatch_firstThatGivesTheKeyCounts() throws IOException {
        Settings settings = read("""
                ceiling: 100
                rules:
                  - pool: orders*
                    ceiling: 2x core
                  - kind: elastic
                    ceiling: 4/cpu
                    floor: 3
                """);

        assertThat(of(settings, "orders-http").ceiling()).hasToString("2x core");
        assertThat(of(settings, "orders-http").floor()).hasToString("3");
        assertThat(of(settings, "mail").ceiling()).hasToString("4/cpu");
        assertThat(settings.of("mail", "com.acme.Mail", "serial", NOON).ceiling())
                .hasToString("100");
        assertThat(of(settings, "mail").origin(Key.CEILING)).isEqualTo("rule 2 (elastic)");
        assertThat(settings.of("mail", "com.acme.Mail", "serial", NOON).origin(Key.CEILING))
                .isEqualTo("configured");
        assertThat(of(settings, "orders-http").isNamed(Key.CEILING)).isTrue();
        assertThat(of(settings, "mail").isNamed(Key.CEILING)).isFalse();
    }

    @Test
    void of_creatorGlob_matchesTheFrame() throws IOException {
        Settings settings = read("rules:\n- creator: com.acme.*\n  cooldown-down: 10m\n");

        assertThat(settings.of("any", "com.acme.Orders.start(Orders.java:42)", "elastic", NOON)
                        .settling(Settling.AT_ONCE)
                        .downNanos())
                .isEqualTo(600_000_000_000L);
        assertThat(settings.of("any", "org.other.Main.main(Main.java:1)", "elastic", NOON)
                        .settling(Settling.AT_ONCE.withCooldowns(1, 2)))
                .isEqualTo(Settling.AT_ONCE.withCooldowns(1, 2));
    }

    @Test
    void settling_eachKey_isTaken() throws IOException {
        Settings settings = read("deadband: 10%\nstabilisation-window: 5m\nlargest-step: 4\ncooldown-up: 1s\n"
                + "rules:\n- pool: db\n  keep-workers: true\n- pool: mail\n  largest-step: 50%\n");
        Settling all = Settling.AT_ONCE
                .withCooldowns(1_000_000_000L, 0)
                .withDeadband(0.1)
                .withWindow(300_000_000_000L)
                .withLargestStep(LargestStep.threads(4));

        assertThat(of(settings, "orders").settling(Settling.AT_ONCE)).isEqualTo(all);
        assertThat(of(settings, "db").settling(Settling.AT_ONCE)).isEqualTo(all.keepingWorkers());
        assertThat(of(settings, "mail").settling(Settling.AT_ONCE))
                .isEqualTo(all.withLargestStep(LargestStep.share(0.5)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deadband: 100% | a share from 0% to 90% such as 10%",
                "stabilisation-window: 25h | a duration from 0s to 24h such as 5m",
                "largest-step: 0 | any, a number of threads from 1 to 1000 such as 4, or a share from 1% to 1000%",
                "largest-step: 1001% | any, a number of threads from 1 to 1000 such as 4, or a share from 1% to",
                "keep-workers: yes | true or false",
                "start-up: 60s | off, or a number of threads and a duration from 1s to 1h such as 2/cpu for 60s",
                "start-up: 4 for 2h | off, or a number of threads and a duration from 1s to 1h such as 2/cpu for 60s",
                "start-up: 0 for 1m | off, or a number of threads and a duration from 1s to 1h such as 2/cpu for 60s",
            })
    void settling_wrongValue_saysWhatIsExpected(String line, String expected) throws IOException {
        assertThat(read(line + "\n").problem()).startsWith(file + ":1:1: ").contains("expected " + expected);
    }

    @Test
    void startUp_ofARule_isForItsPoolsAlone() throws IOException {
        Settings settings = read("rules:\n- pool: http\n  start-up: 2/cpu for 60s\n");

        assertThat(of(settings, "http").startUp().ceiling()).hasToString("2/cpu");
        assertThat(of(settings, "http").startUp().millis()).isEqualTo(60_000);
        assertThat(of(settings, "orders").startUp()).isNull();
        assertThat(of(read("start-up: off\n"), "orders").startUp()).isNull();
    }

    @Test
    void errorLimit_ofARule_isForItsPoolsAlone() throws IOException {
        Settings settings = read("rules:\n- pool: mail\n  error-limit: 80%\n");

        assertThat(settings.of("mail", "any", "elastic", 0).errorLimit()).isEqualTo(0.8);
        assertThat(settings.of("orders", "any", "elastic", 0).errorLimit()).isEqualTo(-1);
    }

    @Test
    void prices_allAndARules_areTakenByKey() throws IOException {
        Settings settings = read("thread-hour-price: 0.05\ncall-price: 0.001\nmonthly-budget: 100\n"
                + "rules:\n- pool: mail\n  call-price: 0\n  wait-ms-value: 0.00001\n  monthly-budget: 20  hard\n"
                + "- pool: free\n  thread-hour-price: 0\n  call-price: 0.0\n  monthly-budget: none\n");

        assertThat(of(settings, "orders").prices())
                .isEqualTo(Prices.of(0.05, 0.001, 0).withBudget(100, false));
        assertThat(of(settings, "mail").prices())
                .isEqualTo(Prices.of(0.05, 0, 0.00001).withBudget(20, true));
        assertThat(of(settings, "free").prices()).isSameAs(Prices.NONE);
        assertThat(of(read("floor: 2\n"), "orders").prices()).isSameAs(Prices.NONE);
        assertThat(of(settings, "mail").lines(4, 4))
                .contains(
                        "thread-hour-price: 0.05 (configured)",
                        "call-price: 0 (rule 1 (mail))",
                        "wait-ms-value: 0.00001 (rule 1 (mail))",
                        "monthly-budget: 20  hard (rule 1 (mail))");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1e3",
                "0,05",
                ".5",
                "5.",
                "free",
                "none",
                "1_000",
                "0x10",
                "NaN",
                "0.0000000000001",
                "1000000000.1",
                "10000000000",
                "100 hard",
                "0.05 EUR",
                "''"
            })
    void prices_wrongAmount_isNamedWithItsPlace(String amount) throws IOException {
        for (Key key : new Key[] {Key.THREAD_HOUR_PRICE, Key.CALL_PRICE, Key.WAIT_MS_VALUE}) {
            assertThat(read("mode: auto\n" + key.text() + ": " + amount + "\n").problem())
                    .isEqualTo(file + ":2:1: " + key.text() + ": found \"" + amount.replace("'", "")
                            + "\", expected an amount from 0 to 1000000000 such as 0.05");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "0.0 hard", "-1", "hard", "none hard", "100 soft", "100hard", "1e3", "1000000001", "''"})
    void budget_wrongAmount_isNamedWithItsPlace(String budget) throws IOException {
        assertThat(read("rules:\n- pool: mail\n  monthly-budget: " + budget + "\n")
                        .problem())
                .isEqualTo(file + ":3:3: monthly-budget: found \"" + budget.replace("'", "")
                        + "\", expected none, or an amount above 0 and up to 1000000000 such as 100 or 100 hard");
    }

    @Test
    void prices_asArgumentOrVariable_areTaken() {
        Settings settings = SettingsTest.read(
                "thread-hour-price=0.05,monthly-budget=100 hard", Map.of(), Map.of("HEADCOUNT_CALL_PRICE", "2"));

        assertThat(of(settings, "orders").prices())
                .isEqualTo(Prices.of(0.05, 2, 0).withBudget(100, true));
    }

    @Test
    void of_ruleThatEnds_holdsUntilThenAndSaysSo() throws IOException {
        Settings settings = read("""
                rules:
                  - pool: orders
                    ceiling: 80
                    until: 2026-06-30T14:00:00+02:00
                    because: black friday
                """);

        PoolSettings before = settings.of("orders", "", "elastic", NOON - 1);
        assertThat(before.ceiling()).hasToString("80");
        assertThat(before.untilMillis()).isEqualTo(NOON);
        assertThat(before.origin(Key.CEILING))
                .isEqualTo("rule 1 (orders, until 2026-06-30T14:00:00+02:00, because black friday)");
        assertThat(settings.of("orders", "", "elastic", NOON).ceiling()).isNull();
        assertThat(settings.of("orders", "", "elastic", NOON).untilMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void names_rulesThatPickByName_areThoseAlone() throws IOException {
        Settings settings = read("""
                rules:
                  - pool: "*"
                    floor: 1
                  - kind: elastic
                    floor: 1
                  - pool: orders*
                    kind: elastic
                    floor: 1
                  - pool: audit
                    floor: 1
                    until: 2026-06-30T14:00:00+02:00
                """);

        assertThat(settings.names("orders-http", "", "elastic", NOON)).isTrue();
        assertThat(settings.names("orders-http", "", "serial", NOON)).isFalse();
        assertThat(settings.names("mail", "", "elastic", NOON)).isFalse();
        assertThat(settings.names("audit", "", "serial", NOON - 1)).isTrue();
        assertThat(settings.names("audit", "", "serial", NOON)).isFalse();
    }

    @Test
    void metrics_addressInBrackets_isTaken() {
        assertThat(SettingsTest.read("metrics=[::1]:9404", Map.of(), Map.of()).metrics())
                .isEqualTo("[::1]:9404");
        assertThat(SettingsTest.read("metrics=off", Map.of(), Map.of()).metrics())
                .isNull();
        assertThat(SettingsTest.read("metrics=::1:9404", Map.of(), Map.of()).problem())
                .contains("[::1]:9404")
                .contains("\"::1:9404\"");
    }

    @Test
    void mode_givenOutsideTheFile_isTheMostThatRulesMayDo() throws IOException {
        Files.writeString(file, "mode: auto\nrules:\n- pool: orders\n  mode: auto\n- pool: mail\n  mode: observe\n");
        Settings settings = SettingsTest.read("mode=advise,config=" + file, Map.of(), Map.of());

        assertThat(of(settings, "orders").mode()).isEqualTo(Mode.ADVISE);
        assertThat(of(settings, "mail").mode()).isEqualTo(Mode.OBSERVE);
        assertThat(of(settings, "other").mode()).isEqualTo(Mode.ADVISE);
    }

    @Test
    void mode_givenInTheFile_isWhatRulesDepartFrom() throws IOException {
        Settings settings = read("mode: observe\nrules:\n- pool: orders\n  mode: auto\n");

        assertThat(of(settings, "orders").mode()).isEqualTo(Mode.AUTO);
        assertThat(of(settings, "mail").mode()).isEqualTo(Mode.OBSERVE);
    }

    @Test
    void enabled_false_observesEverythingWhateverRulesSay() throws IOException {
        Settings settings = read("enabled: false\nrules:\n- pool: orders\n  mode: auto\n");

        assertThat(settings.isEnabled()).isFalse();
        assertThat(of(settings, "orders").mode()).isEqualTo(Mode.OBSERVE);
    }

    @Test
    void autoShare_noneAndAll_advisesAndResizes() throws IOException {
        assertThat(read("auto-share: 0%\n").mode()).isEqualTo(Mode.ADVISE);
        assertThat(read("auto-share: 100%\n").mode()).isEqualTo(Mode.AUTO);
        assertThat(read("auto-share: 0%\nmode: observe\n").mode()).isEqualTo(Mode.OBSERVE);
    }

    @Test
    void autoShare_thousandHosts_takesAboutThatShareAndOnlyEverAdds() {
        int tenth = 0;
        for (int host = 0; host < 1000; host++) {
            int place = HostShare.of("orders-7d9f-" + host);
            assertThat(place).isBetween(0, 99);
            tenth += place < 10 ? 1 : 0;
        }
        assertThat(tenth).isBetween(70, 130);
    }

    @Test
    void writes_none_saysWhereItIsClosed() throws IOException {
        assertThat(read("writes: all\n").writes()).isEqualTo(Writes.ALL);
        assertThat(read("writes: none\n").writesOrigin()).isEqualTo(file + ":1:1: writes is none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- ceilling: 4 | :2:3: ceilling: unknown key, the nearest is ceiling (all: KEYS)",
                "- tick: 1s | :2:3: tick: unknown key, the nearest is kind (all: KEYS)",
                "- pool: orders | :2:3: a rule that changes nothing, expected a key such as ceiling or mode in it",
                "- mode: off | :2:3: mode: found \"off\", expected auto, advise or observe in a rule",
                "- kind: elastik | :2:3: kind: found \"elastik\", expected elastic, serial, eager, handoff, scheduled,"
                        + " foreign or sealed",
                "- until: tomorrow | :2:3: until: found \"tomorrow\", expected a time such as 2026-12-24T18:00:00Z or"
                        + " 2026-12-24T18:00:00+01:00",
                "- {floor: 9, ceiling: 4} | :2:14: ceiling: found \"4\", expected at least the floor of the same rule,"
                        + " 9",
                "- ceiling: unlimited | :2:3: ceiling: found \"unlimited\", expected a number of threads from 1 to"
                        + " 10000, relative as 2x core or 4/cpu, or advised: unbounded is not a size, a pool without a bound"
                        + " takes the whole process down",
                "- 4 | :2:3: expected a rule: lines of the form key: value",
            })
    void rules_mistake_isNamedWithItsPlace(String rules, String message) throws IOException {
        assertThat(read("rules:\n" + rules + "\n").problem())
                .isEqualTo(file + message.replace("KEYS", Key.list(Key.forRules())));
    }

    @Test
    void rules_noList_isNamed() throws IOException {
        assertThat(read("rules: 4\n").problem())
                .isEqualTo(file + ":1:1: rules: expected a list of rules, each beginning with a dash");
    }

    @Test
    void rules_asArgument_isUnknownThere() {
        assertThat(SettingsTest.read("rules=4", Map.of(), Map.of()).problem())
                .startsWith("agent argument \"rules\": unknown key");
    }

    private Settings read(String content) throws IOException {
        Files.writeString(file, content);
        return SettingsTest.read("config=" + file, Map.of(), Map.of());
    }

    private static PoolSettings of(Settings settings, String pool) {
        return settings.of(pool, "com.acme.Orders.start(Orders.java:42)", "elastic", NOON);
    }
}
