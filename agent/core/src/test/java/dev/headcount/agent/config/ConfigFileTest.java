package dev.headcount.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file, its place behind the other three, and its messages word for word. */
final class ConfigFileTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("headcount.yaml");
    }

    @Test
    void file_flatMapping_isReadWithItsLines() throws IOException {
        Settings settings = read("""
                # comments and blank lines are fine

                mode: off
                tick: 1s
                ceiling: 12
                idle-expiry: off
                """);

        assertThat(settings.problem()).isNull();
        assertThat(settings.mode()).isEqualTo(Mode.OFF);
        assertThat(settings.tickMillis()).isEqualTo(1_000);
        assertThat(settings.of("any", "any", "elastic", 0).ceiling()).hasToString("12");
        assertThat(settings.configFile()).isEqualTo(file().toString());
        assertThat(settings.origin(Key.TICK)).isEqualTo(file() + ":4:1: tick");
    }

    @Test
    void file_keyThatAnArgumentGivesToo_argumentWins() throws IOException {
        Files.writeString(file(), "tick: 1s\nmode: observe\n");

        Settings settings = SettingsTest.read("tick=2s,config=" + file(), Map.of(), Map.of());

        assertThat(settings.tickMillis()).isEqualTo(2_000);
        assertThat(settings.mode()).isEqualTo(Mode.OBSERVE);
    }

    @Test
    void file_keyThatTheEnvironmentGivesToo_environmentWins() throws IOException {
        Files.writeString(file(), "tick: 1s\n");

        Settings settings =
                SettingsTest.read(null, Map.of("headcount.config", file().toString()), Map.of("HEADCOUNT_TICK", "3s"));

        assertThat(settings.tickMillis()).isEqualTo(3_000);
    }

    @Test
    void file_nothingButComments_isTheDefaults() throws IOException {
        assertThat(read("# nothing yet\n").problem()).isNull();
    }

    @Test
    void file_empty_isAMistakeSinceItMayBeBeingWritten() throws IOException {
        assertThat(read("\n").problem()).isEqualTo(file() + ": is empty, expected lines of the form key: value");
    }

    @Test
    void file_missing_namesThePathAndWhoNamedIt() {
        assertThat(problemOf(folder.resolve("gone.yaml")))
                .isEqualTo("agent argument config: there is no file " + folder.resolve("gone.yaml"));
    }

    @Test
    void file_relativePath_isShownAbsolute() {
        assertThat(problemOf(Path.of("no-such.yaml")))
                .isEqualTo("agent argument config: there is no file "
                        + Path.of("no-such.yaml").toAbsolutePath());
    }

    @Test
    void file_directory_isRefused() {
        assertThat(problemOf(folder)).isEqualTo("agent argument config: " + folder + " is not a regular file");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void file_thatCannotBeRead_givesTheReason() {
        // Readable by nobody at offset 0, the super-user included, as tests in containers often are.
        assertThat(problemOf(Path.of("/proc/self/mem")))
                .isEqualTo("agent argument config: cannot read /proc/self/mem (Input/output error)");
    }

    @Test
    void file_tooLong_isRefused() throws IOException {
        Files.writeString(file(), "#".repeat(262_145));

        assertThat(problemOf(file())).isEqualTo("agent argument config: " + file() + " has more than 262144 bytes");
    }

    @Test
    void policy_withParameters_isReadWithThem() throws IOException {
        PoolSettings settings =
                read("policy: {aimd: {step: 2, decrease: 40%}}\n").of("any", "any", "elastic", 0);

        assertThat(settings.policy()).isEqualTo("aimd");
        assertThat(settings.policyParameters()).isEqualTo(Map.of("step", "2", "decrease", "40%"));
        assertThat(settings.lines(4, 2)).contains("policy: aimd {decrease: 40%, step: 2} (configured)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{aimd: {step: 0}} | 1:17: step: found \"0\", expected a whole number from 1 to 1000",
                "{aimd: {stpe: 1}} | 1:17: stpe: unknown parameter of aimd (all: step, decrease, grow-above,"
                        + " shrink-below, smoothing)",
                "{aimd: {step: [1]}} | 1:17: step: found a list or a mapping, expected one value",
                "{aimd: {shrink-below: 80%}} | 1:10: aimd: shrink-below: found \"80%\", expected less than grow-above,"
                        + " 75%",
                "{aimd: 1} | 1:10: aimd: expected lines of the form parameter: value",
                "{aimd: {}, pid: {}} | 1:1: policy: found 2 names, expected one",
                "{amid: {}} | 1:1: policy: found \"amid\", expected one of adaptive, threshold, aimd, pid, queueing,"
                        + " gradient, hill-climbing, composite, fixed",
                "{composite: {of: aimd aimd}} | 1:10: composite: of: found \"aimd\", expected each name once of"
                        + " adaptive, threshold, aimd, pid, queueing, gradient, hill-climbing, fixed",
                "[aimd] | 1:1: policy: found a list or a mapping, expected one value",
            })
    void policy_wrongParameter_namesPlaceAndWhatIsExpected(String policy, String problem) throws IOException {
        assertThat(read("policy: " + policy + "\n").problem()).isEqualTo(file() + ":" + problem);
    }

    @Test
    void source_wrongObjectName_namesPlaceAndWhatIsExpected() throws IOException {
        assertThat(read("rules:\n- pool: mail\n  breaker-from: mbean com.acme:Breaker#State\n")
                        .problem())
                .isEqualTo(file() + ":3:3: breaker-from: found \"mbean com.acme:Breaker#State\", expected mbean"
                        + " NAME#ATTRIBUTE such as mbean com.acme:type=Breaker,name=stock#State (\"com.acme:Breaker\" is"
                        + " no object name: Unterminated key property part)");
    }

    @Test
    void file_unknownKey_namesLineAndNearest() throws IOException {
        assertThat(read("tick: 1s\nceilling: 9\n").problem())
                .isEqualTo(file() + ":2:1: ceilling: unknown key, the nearest is ceiling" + " (all: "
                        + Key.list(Key.forFile()) + ")");
    }

    @Test
    void file_repeatedKey_namesBothLines() throws IOException {
        assertThat(read("tick: 1s\nmode: auto\ntick: 2s\n").problem())
                .isEqualTo(file() + ":3:1: tick: given twice, first at " + file() + ":1:1: tick");
    }

    @Test
    void file_wrongValue_namesTheLine() throws IOException {
        assertThat(read("\n\nceiling: 010\n").problem())
                .isEqualTo(file()
                        + ":3:1: ceiling: found \"010\", expected a number of threads from 1 to 10000, relative"
                        + " as 2x core or 4/cpu, or advised");
    }

    @Test
    void file_keyWithoutValue_isNotTheDefault() throws IOException {
        assertThat(read("mode:\n").problem())
                .isEqualTo(file() + ":1:1: mode: found \"\", expected auto, advise, observe or off");
    }

    @Test
    void file_listAsValue_isRefused() throws IOException {
        assertThat(read("mode: [auto, off]\n").problem())
                .isEqualTo(file() + ":1:1: mode: found a list or a mapping, expected one value");
    }

    @Test
    void file_listAsKey_isRefused() throws IOException {
        assertThat(read("[a, b]: auto\n").problem())
                .isEqualTo(file() + ":1:1: found a list or a mapping, expected a key");
    }

    @Test
    void file_noMapping_showsTheForm() throws IOException {
        assertThat(read("mode=observe\n").problem()).isEqualTo(file() + ":1:1: expected lines of the form key: value");
    }

    @Test
    void file_namesAnotherFile_isRefused() throws IOException {
        assertThat(read("config: other.yaml\n").problem())
                .isEqualTo(file() + ":1:1: config: a configuration file cannot name another one");
    }

    @Test
    void file_notYaml_namesLineAndReason() throws IOException {
        assertThat(read("mode: auto\ntick: \"1s\n").problem())
                .isEqualTo(file() + ":3:1: not YAML, found unexpected end of stream");
    }

    @Test
    void file_twoDocuments_isRefused() throws IOException {
        assertThat(read("mode: auto\n---\nmode: off\n").problem())
                .isEqualTo(file() + ":2:1: not YAML, but found another document");
    }

    @Test
    void file_binary_isRefusedInOneLine() throws IOException {
        Files.write(file(), new byte[] {'m', 0, 1, (byte) 0xff});

        assertThat(problemOf(file())).startsWith(file() + ": not YAML, ").doesNotContain("\n");
    }

    @Test
    void file_nestedAThousandTimes_isRefused() throws IOException {
        Files.write(file(), "[".repeat(60_000).getBytes(StandardCharsets.US_ASCII));

        assertThat(problemOf(file())).isEqualTo(file() + ": nested too deeply, expected lines of the form key: value");
    }

    private Settings read(String content) throws IOException {
        Files.writeString(file(), content);
        return SettingsTest.read("config=" + file(), Map.of(), Map.of());
    }

    private static String problemOf(Path file) {
        return SettingsTest.read("config=" + file, Map.of(), Map.of()).problem();
    }
}
