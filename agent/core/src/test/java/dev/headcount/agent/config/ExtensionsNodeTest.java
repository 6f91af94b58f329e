package dev.headcount.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headcount.agent.extension.ExtensionPolicy;
import dev.headcount.agent.extension.SomeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jars that the file names, the policies that rules take from them, and the messages word for word. */
final class ExtensionsNodeTest {

    private static final String OURS = "adaptive, threshold, aimd, pid, queueing, gradient or hill-climbing";

    @TempDir
    private static Path folder;

    private static Path jar;

    private Path file;

    @BeforeEach
    void pack() {
        file = folder.resolve("headcount.yaml");
        if (jar == null) {
            jar = SomeProvider.jar(
                    folder.resolve("acme.jar"),
                    SomeProvider.named("steady").make("""
                            if (parameters.containsKey("odd")) throw new IllegalArgumentException("odd: not known");
                            if (parameters.containsKey("die")) throw new IllegalStateException("dead");
                            """),
                    SomeProvider.named("swift").constructor("System.setProperty(\"acme.loaded\", \"yes\");"));
        }
    }

    @Test
    void policy_ofAnExtension_isTakenWhereverTheListStands() throws IOException {
        Settings settings = read("policy: swift\nrules:\n- pool: orders\n  policy: {steady: {size: 3, by: x}}\n"
                + "- pool: mail\n  policy: aimd\nextensions: [" + jar + "]\n");

        assertThat(settings.problem()).isNull();
        PoolSettings orders = of(settings, "orders");
        assertThat(orders.policy()).isEqualTo("steady");
        assertThat(orders.policyParameters()).isEqualTo(Map.of("size", "3", "by", "x"));
        assertThat(orders.extensionPolicy()).hasToString("policy steady of " + jar);
        assertThat(orders.lines(4, 2)).contains("policy: steady {by: x, size: 3} (rule 1 (orders))");
        assertThat(of(settings, "mail").extensionPolicy()).isNull();
        assertThat(of(settings, "other").extensionPolicy()).hasToString("policy swift of " + jar);
        assertThat(settings.lines()).anyMatch(line -> line.matches("extensions: " + jar + " \\([0-9a-f]{8}\\)"));
        assertThat(settings.unchecked()).isEmpty();
    }

    @Test
    void policy_nameThatNobodyHas_isRefusedWithAllAndTheNearest() throws IOException {
        assertThat(read("extensions: [" + jar + "]\npolicy: stedy\n").problem())
                .isEqualTo(file + ":2:1: policy: found \"stedy\", expected " + OURS
                        + "; or of the extensions steady, swift; the nearest is steady");
        assertThat(read("extensions: [" + jar + "]\npolicy: {amid: {}}\n").problem())
                .isEqualTo(
                        file + ":2:1: policy: found \"amid\", expected one of adaptive, threshold, aimd, pid, queueing,"
                                + " gradient, hill-climbing, composite, fixed; or of the extensions steady, swift; the nearest is"
                                + " aimd");
        assertThat(read("policy: steady\n").problem())
                .isEqualTo(file + ":1:1: policy: found \"steady\", expected " + OURS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{odd: 1} | 2:10: steady: odd: not known",
                "{die: 1} | 2:10: steady: policy steady of JAR threw java.lang.IllegalStateException: dead",
                "{a: 1, a: 2} | 2:25: a: given twice",
                "{a: [1]} | 2:19: a: found a list or a mapping, expected one value",
                "3 | 2:10: steady: expected lines of the form parameter: value",
            })
    void parameters_thatAreRefused_areToldWithTheirPlace(String parameters, String problem) throws IOException {
        assertThat(read("extensions: [" + jar + "]\npolicy: {steady: " + parameters + "}\n")
                        .problem())
                .isEqualTo(file + ":" + problem.replace("JAR", jar.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JAR | 1:1: extensions: expected a list of paths of jars, such as [/opt/acme-policies.jar]",
                "[[JAR]] | 1:14: extensions: found a list or a mapping, expected the path of a jar",
                "[JAR, /no/such.jar] | 1:AFTER: extensions: there is no file /no/such.jar",
                "[JAR, JAR] | 1:AFTER: extensions: JAR is named twice",
            })
    void list_thatIsNone_isToldWithItsPlace(String list, String problem) throws IOException {
        String after =
                Integer.toString("extensions: [, ".length() + jar.toString().length() + 1);
        assertThat(read("extensions: " + list.replace("JAR", jar.toString()) + "\n")
                        .problem())
                .isEqualTo(file + ":" + problem.replace("AFTER", after).replace("JAR", jar.toString()));
    }

    @Test
    void list_givenTwice_namesBothLines() throws IOException {
        assertThat(read("extensions: []\nextensions: []\n").problem())
                .isEqualTo(file + ":2:1: extensions: given twice, first at " + file + ":1:1: extensions");
    }

    @Test
    void list_asAnArgument_isNoKeyThere() {
        assertThat(SettingsTest.read("extensions=" + jar, Map.of(), Map.of()).problem())
                .startsWith("agent argument \"extensions\": unknown key, the nearest is ");
    }

    @Test
    void reload_sameJar_keepsItsPolicies_andOneThatIsGoneChangesNothing() throws IOException {
        Path mine = Files.copy(jar, folder.resolve("mine.jar"));
        Configuration configuration = new Configuration(read("extensions: [" + mine + "]\npolicy: steady\n"), 0);
        ExtensionPolicy policy = of(configuration.current(), "any").extensionPolicy();

        Files.writeString(file, "extensions: [" + mine + "]\npolicy: steady\ntick: 1s\n");
        assertThat(configuration.reload(1)).endsWith(": now tick: 1s");
        assertThat(of(configuration.current(), "any").extensionPolicy()).isSameAs(policy);

        Files.delete(mine);
        assertThatThrownBy(() -> configuration.reload(2))
                .hasMessage(file + ":1:14: extensions: there is no file " + mine
                        + "; the configuration before it stays in force");
        assertThat(of(configuration.current(), "any").extensionPolicy()).isSameAs(policy);

        SomeProvider.jar(mine, SomeProvider.named("steady"));
        assertThat(configuration.reload(3)).contains("no longer extensions: ", "now extensions: ");
        assertThat(of(configuration.current(), "any").extensionPolicy())
                .isNotNull()
                .isNotSameAs(policy);
    }

    /** {@code off} has the file read at once, which else waits until the application has begun. */
    @Test
    void begin_fileWithTheWordOff_runsNoCodeOfAnExtensionYet() throws IOException {
        Files.writeString(file, "idle-expiry: off\nextensions: [" + jar + "]\npolicy: swift\n");
        System.clearProperty("acme.loaded");

        Settings settings = Settings.begin("config=" + file, new Properties(), Map.of());

        assertThat(settings.isUnread()).isTrue();
        assertThat(System.getProperty("acme.loaded")).isNull();
        assertThat(of(settings.whole(), "any").extensionPolicy()).isNotNull();
        assertThat(System.clearProperty("acme.loaded")).isEqualTo("yes");
    }

    @Test
    void begin_modeOff_isOffWithoutThem() throws IOException {
        Files.writeString(file, "mode: off\nextensions: [" + jar + "]\npolicy: swift\n");
        System.clearProperty("acme.loaded");

        assertThat(Settings.begin("config=" + file, new Properties(), Map.of()).mode())
                .isEqualTo(Mode.OFF);
        assertThat(System.getProperty("acme.loaded")).isNull();
    }

    private Settings read(String content) throws IOException {
        Files.writeString(file, content);
        return SettingsTest.read("config=" + file, Map.of(), Map.of());
    }

    private static PoolSettings of(Settings settings, String pool) {
        return settings.of(pool, "any", "elastic", 0);
    }
}
