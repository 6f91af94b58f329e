package dev.headcount.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that changes while the program runs. Every look is a call; no time passes. */
final class ConfigurationTest {

    private static final String GOOD = """
            mode: auto
            tick: 200ms
            ceiling: 64
            rules:
              - pool: orders*
                floor: 4
                ceiling: 2x core
                wait-objective: 250ms
                until: 2030-01-01T00:00:00Z
                because: christmas
              - kind: eager
                mode: advise
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("headcount.yaml");
    }

    private Configuration begun(String text) throws IOException {
        Files.writeString(file, text);
        return new Configuration(Settings.begin("config=" + file, new Properties(), Map.of()), 1);
    }

    @Test
    void finish_fileLeftUnread_isInForceFromThenOn() throws IOException {
        Configuration configuration = begun("tick: 1s\nrules: [{pool: take-it, mode: observe}]\n");
        assertThat(configuration.current().isUnread()).isTrue();

        configuration.finish(2);

        assertThat(configuration.current().isUnread()).isFalse();
        assertThat(configuration.current().tickMillis()).isEqualTo(1_000);
        assertThat(configuration.lastSuccessMillis()).isEqualTo(2);
        assertThat(configuration.look(3)).isNull();
    }

    @Test
    void finish_brokenFile_observesAndFollowsItsMending() throws IOException {
        Configuration configuration = begun("tick: soon\n");

        configuration.finish(2);

        assertThat(configuration.error()).startsWith(file + ":1:1: tick").contains("\"soon\"");
        assertThat(configuration.current().mode()).isEqualTo(Mode.OBSERVE);
        assertThat(configuration.lastSuccessMillis()).isZero();
        Files.writeString(file, "tick: 1s\n");
        configuration.look(3);
        assertThat(configuration.look(4)).contains("now tick: 1s");
        assertThat(configuration.current().mode()).isEqualTo(Mode.AUTO);
    }

    @Test
    void begin_fileThatSaysOff_isReadAtOnce() throws IOException {
        assertThat(begun("mode: \"off\"\n").current().mode()).isEqualTo(Mode.OFF);
    }

    @Test
    void look_changedFile_isInForceAtTheSecondLook() throws IOException {
        Configuration configuration = of("tick: 1s\n");

        Files.writeString(file, "tick: 2s\nceiling: 9\n");

        assertThat(configuration.look(1)).isNull();
        assertThat(configuration.current().tickMillis()).isEqualTo(1_000);
        assertThat(configuration.look(2))
                .isEqualTo("read " + file + ": no longer tick: 1s; now tick: 2s; now ceiling: 9");
        assertThat(configuration.current().tickMillis()).isEqualTo(2_000);
        assertThat(configuration.lastSuccessMillis()).isEqualTo(2);
        assertThat(configuration.look(3)).isNull();
    }

    @Test
    void look_changeBetweenStartAndFirstLook_isNotMissed() throws IOException {
        Configuration configuration = of("tick: 1s\n");
        Files.writeString(file, "tick: 2s\n");

        configuration.look(1);
        configuration.look(2);

        assertThat(configuration.current().tickMillis()).isEqualTo(2_000);
    }

    @Test
    void look_fileThatIsBeingWritten_waitsUntilItRests() throws IOException {
        Configuration configuration = of("tick: 1s\n");
        for (int length = 0; length < GOOD.length(); length++) {
            Files.writeString(file, GOOD.substring(0, length));
            assertThat(configuration.look(length)).isNull();
        }
        assertThat(configuration.current().tickMillis()).isEqualTo(1_000);
        assertThat(configuration.error()).isNull();
    }

    @Test
    void look_symbolicLinkSwappedAsKubernetesDoes_followsIt() throws IOException {
        Path first = Files.createDirectory(folder.resolve("..1"));
        Path second = Files.createDirectory(folder.resolve("..2"));
        Files.writeString(first.resolve("headcount.yaml"), "tick: 1s\n");
        Files.writeString(second.resolve("headcount.yaml"), "tick: 2s\n");
        Path data = Files.createSymbolicLink(folder.resolve("..data"), first);
        Files.createSymbolicLink(file, data.resolve("headcount.yaml"));
        Configuration configuration = new Configuration(SettingsTest.read("config=" + file, Map.of(), Map.of()), 0);
        configuration.look(1);

        Path swapped = Files.createSymbolicLink(folder.resolve("..tmp"), second);
        Files.move(swapped, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        configuration.look(2);
        configuration.look(3);

        assertThat(configuration.current().tickMillis()).isEqualTo(2_000);
    }

    @Test
    void look_brokenFile_keepsWhatWasAndSaysItOnce() throws IOException {
        Configuration configuration = of("tick: 1s\n");
        Files.writeString(file, "tick: 1x\n");

        assertThat(configuration.look(1)).isNull();
        assertThat(configuration.look(2))
                .isEqualTo(file + ":1:1: tick: found \"1x\", expected a duration from 50ms to 10s such as 200ms;"
                        + " the configuration before it stays in force");
        assertThat(configuration.look(3)).isNull();
        assertThat(configuration.error()).startsWith(file + ":1:1: tick: found");
        assertThat(configuration.current().tickMillis()).isEqualTo(1_000);

        Files.writeString(file, "tick: 1s\n");
        assertThat(configuration.look(4)).isEqualTo("read " + file + ": it is again what is in force");
        assertThat(configuration.error()).isNull();
    }

    @Test
    void look_fileGoneThenBack_keepsWhatWas() throws IOException {
        Configuration configuration = of("tick: 1s\n");
        Files.delete(file);

        assertThat(configuration.look(1)).contains("there is no file " + file);
        assertThat(configuration.look(2)).isNull();
        assertThat(configuration.current().tickMillis()).isEqualTo(1_000);

        Files.createDirectory(file);
        assertThat(configuration.look(3)).contains(file + " is not a regular file");
        Files.delete(file);
        Files.writeString(file, "tick: 3s\n");
        configuration.look(4);
        configuration.look(5);
        assertThat(configuration.current().tickMillis()).isEqualTo(3_000);
        assertThat(configuration.error()).isNull();
    }

    @Test
    void look_brokenAtTheStartThenMended_isInForce() throws IOException {
        Configuration configuration = of("tick: 1x\n");
        assertThat(configuration.current().mode()).isEqualTo(Mode.OBSERVE);
        assertThat(configuration.lastSuccessMillis()).isZero();

        Files.writeString(file, "tick: 2s\n");
        configuration.look(1);
        configuration.look(2);

        assertThat(configuration.current().mode()).isEqualTo(Mode.AUTO);
        assertThat(configuration.current().tickMillis()).isEqualTo(2_000);
    }

    @Test
    void look_aliasBombAndTenMegabytes_areRefusedAtOnce() throws IOException {
        Configuration configuration = of("tick: 1s\n");
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char level = 'b'; level <= 'z'; level++) {
            char below = (char) (level - 1);
            bomb.append(level).append(": &").append(level).append(" [").append(("*" + below + ", ").repeat(8));
            bomb.append('*').append(below).append("]\n");
        }
        Files.writeString(file, bomb);
        configuration.look(1);
        assertThat(configuration.look(2)).contains(file.toString());

        Files.writeString(file, "#".repeat(10_000_000));
        assertThat(configuration.look(3)).contains("has more than 262144 bytes");
        assertThat(configuration.current().tickMillis()).isEqualTo(1_000);
    }

    /** Each of a hundred mistakes of a fixed seed is refused with its place, and nothing of it applied. */
    @Test
    void look_hundredCorruptedVariants_areRefusedWithLineOrKeyAndNoneHalfApplied() throws IOException {
        Random random = new Random(20261123);
        Configuration configuration = of(GOOD);
        Settings before = configuration.current();
        int refused = 0;
        while (refused < 100) {
            String corrupted = corrupt(random);
            Files.writeString(file, corrupted);
            if (SettingsTest.read("config=" + file, Map.of(), Map.of()).problem() == null) {
                continue; // a comment or another valid word: no mistake
            }
            refused++;
            configuration.look(refused);
            configuration.look(refused);
            assertThat(configuration.error()).as(corrupted).matches("(?s)" + file + "(:\\d+:\\d+)?: .+");
            assertThat(configuration.current()).isSameAs(before);
        }
    }

    private static String corrupt(Random random) {
        StringBuilder text = new StringBuilder(GOOD);
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0:
                text.setCharAt(at, (char) (33 + random.nextInt(94)));
                break;
            case 1:
                text.insert(at, (char) (33 + random.nextInt(94)));
                break;
            case 2:
                text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
                break;
            default:
                text.setLength(at);
        }
        return text.toString();
    }

    @Test
    void reload_brokenFile_throwsAndKeepsWhatWas() throws IOException {
        Configuration configuration = of("tick: 1s\n");
        Files.writeString(file, "tick: 2s\n");
        assertThat(configuration.reload(7)).isEqualTo("read " + file + ": no longer tick: 1s; now tick: 2s");
        assertThat(configuration.reload(8))
                .isEqualTo("read " + file + ": nothing changes, in force since 1970-01-01T00:00:00.007Z");

        Files.writeString(file, "tock: 2s\n");
        assertThatThrownBy(() -> configuration.reload(9))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file + ":1:1: tock: unknown key, the nearest is tick")
                .hasMessageEndingWith("; the configuration before it stays in force");
        assertThat(configuration.current().tickMillis()).isEqualTo(2_000);
    }

    @Test
    void reload_noFile_saysHowToNameOne() {
        Configuration configuration = new Configuration(SettingsTest.read("", Map.of(), Map.of()), 0);
        assertThat(configuration.hasFile()).isFalse();
        assertThatThrownBy(() -> configuration.reload(1))
                .hasMessage("no configuration file was named at start (config=PATH): nothing to reload");
    }

    private Configuration of(String content) throws IOException {
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        return new Configuration(SettingsTest.read("config=" + file, Map.of(), Map.of()), 0);
    }
}
