package dev.headcount.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read when all is well, and which place wins. The messages have {@link SettingsMessagesTest}. */
final class SettingsTest {

    @Test
    void read_nothingGiven_isTheDefaults() {
        Settings settings = read(null, Map.of(), Map.of());

        assertThat(settings.problem()).isNull();
        assertThat(settings.mode()).isEqualTo(Mode.AUTO);
        assertThat(settings.tickMillis()).isEqualTo(200);
        assertThat(pool(settings).waitObjectiveMillis()).isZero();
        assertThat(pool(settings).ceiling()).isNull();
        assertThat(pool(settings).idleExpiryMillis()).isZero();
        assertThat(settings.configFile()).isNull();
        assertThat(settings.origins()).isEqualTo("defaults");
        assertThat(settings.isGiven(Key.WAIT_OBJECTIVE)).isFalse();
    }

    @Test
    void read_everyKeyAsArgument_isTakenAsGiven() {
        Settings settings =
                read("mode=advise,tick=1s,wait-objective=250ms,ceiling=64,idle-expiry=10s", Map.of(), Map.of());

        assertThat(settings.problem()).isNull();
        assertThat(settings.mode()).isEqualTo(Mode.ADVISE);
        assertThat(settings.tickMillis()).isEqualTo(1_000);
        assertThat(pool(settings).waitObjectiveMillis()).isEqualTo(250);
        assertThat(pool(settings).ceiling()).hasToString("64");
        assertThat(pool(settings).idleExpiryMillis()).isEqualTo(10_000);
        assertThat(settings.isGiven(Key.WAIT_OBJECTIVE)).isTrue();
    }

    @Test
    void read_sameKeyInArgumentPropertyAndEnvironment_argumentWins() {
        Settings settings = read("tick=1s", Map.of("headcount.tick", "2s"), Map.of("HEADCOUNT_TICK", "3s"));

        assertThat(settings.tickMillis()).isEqualTo(1_000);
        assertThat(settings.origin(Key.TICK)).isEqualTo("agent argument tick");
    }

    @Test
    void read_sameKeyInPropertyAndEnvironment_propertyWins() {
        Settings settings = read("", Map.of("headcount.tick", "2s"), Map.of("HEADCOUNT_TICK", "3s"));

        assertThat(settings.tickMillis()).isEqualTo(2_000);
        assertThat(settings.origin(Key.TICK)).isEqualTo("system property headcount.tick");
    }

    @Test
    void read_keyWithDashInEnvironment_isWrittenWithUnderscore() {
        Settings settings = read(null, Map.of(), Map.of("HEADCOUNT_WAIT_OBJECTIVE", "3s"));

        assertThat(pool(settings).waitObjectiveMillis()).isEqualTo(3_000);
        assertThat(settings.origins())
                .isEqualTo("wait-objective=3s from environment variable HEADCOUNT_WAIT_OBJECTIVE");
    }

    @Test
    void read_variablesThatKubernetesSetsForAServiceCalledHeadcount_areNotOurs() {
        Settings settings = read(
                null,
                Map.of(),
                Map.of(
                        "HEADCOUNT_SERVICE_HOST", "10.0.0.7",
                        "HEADCOUNT_SERVICE_PORT", "80",
                        "HEADCOUNT_PORT", "tcp://10.0.0.7:80",
                        "HEADCOUNT_PORT_80_TCP_ADDR", "10.0.0.7",
                        "HEADCOUNT_HOME", "/opt/headcount"));

        assertThat(settings.problem()).isNull();
        assertThat(settings.origins()).isEqualTo("defaults");
    }

    @ParameterizedTest
    @CsvSource({
        "tick=50ms, 50",
        "tick=10s, 10000",
        "tick=10000ms, 10000",
    })
    void tick_atItsBounds_isAccepted(String arguments, long millis) {
        Settings settings = read(arguments, Map.of(), Map.of());

        assertThat(settings.problem()).isNull();
        assertThat(settings.tickMillis()).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({"1ms, 1", "1h, 3600000", "60m, 3600000", "2m, 120000"})
    void waitObjective_atItsBounds_isAccepted(String text, long millis) {
        assertThat(pool(read("wait-objective=" + text, Map.of(), Map.of())).waitObjectiveMillis())
                .isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({"1", "10000"})
    void ceiling_atItsBounds_isAccepted(int threads) {
        assertThat(pool(read("ceiling=" + threads, Map.of(), Map.of())).ceiling())
                .hasToString("" + threads);
    }

    @Test
    void idleExpiry_off_isZeroAndCountsAsGiven() {
        Settings settings = read("idle-expiry=off", Map.of(), Map.of());

        assertThat(pool(settings).idleExpiryMillis()).isZero();
        assertThat(settings.isGiven(Key.IDLE_EXPIRY)).isTrue();
    }

    @Test
    void observeBecause_anyProblem_observesWithDefaults() {
        Settings settings = Settings.observeBecause("why");

        assertThat(settings.mode()).isEqualTo(Mode.OBSERVE);
        assertThat(settings.problem()).isEqualTo("why");
        assertThat(settings.tickMillis()).isEqualTo(200);
    }

    @Test
    void read_oneMistakeAmongGoodValues_appliesNoneOfThem() {
        Settings settings = read("tick=1s,mode=atuo", Map.of("headcount.ceiling", "9"), Map.of());

        assertThat(settings.mode()).isEqualTo(Mode.OBSERVE);
        assertThat(settings.tickMillis()).isEqualTo(200);
        assertThat(pool(settings).ceiling()).isNull();
    }

    private static PoolSettings pool(Settings settings) {
        return settings.of("orders", "com.acme.Orders", "elastic", 0);
    }

    static Settings read(String arguments, Map<String, String> properties, Map<String, String> environment) {
        Properties all = new Properties();
        all.setProperty("java.version", "17");
        all.putAll(properties);
        return Settings.read(arguments, all, environment);
    }
}
