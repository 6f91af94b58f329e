package dev.headcount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.agent.pool.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class CheckCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("headcount.yaml");
    }

    @Test
    void kind_thatThereIsNot_isAUsageErrorWithAllKinds() throws IOException {
        assertThat(check("tick: 1s\n", "--pool", "orders", "--kind", "bogus")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("headcount: --kind takes elastic, serial, eager, handoff, scheduled, foreign, sealed:"
                        + " got \"bogus\"");
    }

    @Test
    void kinds_areThoseOfTheAgentWithoutTheJdksOwn() {
        assertThat(CheckCommand.KINDS)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Kind.values())
                        .filter(kind -> kind != Kind.INTERNAL)
                        .map(Kind::label)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"--kind, elastic", "--creator, dev.shop.Pools", "--core, 4", "--cpus, 2"})
    void descriptionOfAPool_withoutItsName_isAUsageError(String option, String value) throws IOException {
        assertThat(check("tick: 1s\n", option, value)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("headcount: --kind, --creator, --core and --cpus describe a pool: give its --pool, too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial", "handoff", "scheduled", "foreign"})
    void pool_ofAKindThatIsNeverResized_isSaidToBeMeasuredAndNoMore(String kind) throws IOException {
        assertThat(check("ceiling: 9\n", "--pool", "orders", "--kind", kind, "--cpus", "2"))
                .isZero();
        assertThat(out.toString())
                .isEqualTo(file + " is right\n" + "for a pool orders of kind "
                        + kind + ", core 8, on 2 processors, now:\n" + "  a pool of kind "
                        + kind + " is measured and never resized, whatever the file says\n");
    }

    @Test
    void sealedPool_thatNoRuleNames_isMeasured() throws IOException {
        assertThat(check("rules:\n- pool: '*'\n  ceiling: 9\n", "--pool", "mail-out", "--kind", "sealed"))
                .isZero();
        assertThat(out.toString())
                .endsWith("now:\n  no rule names it: a sealed pool is measured, and resized only when a rule names it"
                        + " (pool: mail-out)\n");
    }

    @ParameterizedTest
    @CsvSource({"auto, ''", "advise, ', but not in mode advise'"})
    void sealedPool_thatARuleNames_isSaidToBeResizedWithItsBounds(String mode, String but) throws IOException {
        String yaml = "mode: " + mode + "\nrules:\n- pool: mail-*\n  ceiling: 9\n";

        assertThat(check(yaml, "--pool", "mail-out", "--kind", "sealed")).isZero();
        assertThat(out.toString())
                .contains("now:\n  a rule names it: a sealed pool is resized then" + but + "\n  mode: " + mode)
                .contains("  ceiling: 9 (rule 1 (mail-*))\n");
    }

    @Test
    void bounds_thatCrossOnceTheyAreThreads_areWarnedAbout() throws IOException {
        String yaml = "ceiling: 5\nrules:\n- pool: orders\n  floor: 4x core\n";

        assertThat(check(yaml, "--pool", "orders", "--core", "4")).isZero();
        assertThat(out.toString())
                .contains("  warning: the floor of 16 (rule 1 (orders)) is cut to the ceiling of 5 (configured)\n");
    }

    @Test
    void bounds_thatMeet_areFine() throws IOException {
        assertThat(check("floor: 4x core\nceiling: 16\n", "--pool", "orders", "--core", "4"))
                .isZero();
        assertThat(out.toString()).contains("= 16 threads").doesNotContain("warning");
    }

    @Test
    void rule_whoseTimeIsOver_isSaidToHaveEnded() throws IOException {
        String yaml = "rules:\n- pool: old*\n  until: 2020-12-24T18:00:00+01:00\n  because: sale\n  ceiling: 5\n"
                + "- pool: new*\n  until: 2999-12-24T18:00:00Z\n  ceiling: 6\n"
                + "- pool: always\n  because: x, until 2020-01-01T00:00:00Z\n  ceiling: 7\n";

        assertThat(check(yaml)).isZero();
        assertThat(out.toString().lines().skip(1))
                .containsExactly(
                        "  rule 1 (old*, until 2020-12-24T18:00:00+01:00, because sale) ceiling: 5"
                                + " - this rule has ended",
                        "  rule 2 (new*, until 2999-12-24T18:00:00Z) ceiling: 6",
                        "  rule 3 (always, because x, until 2020-01-01T00:00:00Z) ceiling: 7");
    }

    @Test
    void policies_ofAnExtension_areListedAsNotCheckedAndItsCodeDoesNotRun() throws IOException {
        Path jar = folder.resolve("acme.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("META-INF/services/dev.headcount.scaling.DeciderProvider"));
            out.write("acme.NobodyLooksWhetherItIsThere".getBytes(StandardCharsets.UTF_8));
        }
        String yaml = "policy: aimd\nextensions: [" + jar
                + "]\nrules:\n- pool: orders\n  policy: {per-backlog: {n: 5}}\n" + "- pool: mail\n  policy: pid\n";

        assertThat(check(yaml, "--pool", "orders")).isZero();
        assertThat(out.toString())
                .startsWith(file + " is right\n  not checked, since only the code of an extension knows it: " + file
                        + ":5:3: policy: per-backlog {n: 5}\nfor a pool orders")
                .contains("  policy: per-backlog {n: 5} (rule 1 (orders))\n");
    }

    @Test
    void extension_thatIsNotThere_isAMistakeAsForTheAgent() throws IOException {
        assertThat(check("extensions: [/no/such.jar]\n")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("headcount: " + file + ":1:14: extensions: there is no file /no/such.jar\n");
    }

    @Test
    void file_thatIsNotThere_isNamedWithWhatToGiveInstead() {
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("headcount: there is no file " + file + "\n  next: the path of a configuration file that"
                        + " this user may read, as in: headcount check /etc/headcount.yaml\n");
    }

    @Test
    void file_withAMistake_isToBeCorrected() throws IOException {
        assertThat(check("tock: 1s\n")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("headcount: " + file + ":1:1: ")
                .contains("\n  next: correct that line; ");
    }

    private int check(String yaml, String... options) throws IOException {
        Files.writeString(file, yaml);
        List<String> words = new ArrayList<>(List.of(file.toString()));
        words.addAll(List.of(options));
        return run(words.toArray(new String[0]));
    }

    private int run(String... words) {
        List<String> all = new ArrayList<>(List.of("check"));
        all.addAll(List.of(words));
        CommandLine line = Main.commandLine(new Main(new Context(all.toArray(new String[0]))));
        line.setOut(new PrintWriter(out, /* autoFlush= */ true));
        line.setErr(new PrintWriter(err, /* autoFlush= */ true));
        return line.execute(all.toArray(new String[0]));
    }
}
