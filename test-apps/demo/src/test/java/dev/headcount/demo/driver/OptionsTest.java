package dev.headcount.demo.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OptionsTest {

    @TempDir
    Path target;

    private Path agent;

    @BeforeEach
    void makeAgent() throws IOException {
        agent = Files.createFile(target.resolve("agent.jar"));
    }

    @Test
    void parse_nothingSaid_takesTheDefaults() {
        Options options = parse();

        assertThat(options.plan()).isEqualTo(new Plan(10, 30));
        assertThat(options.java()).isEqualTo(Path.of(System.getProperty("java.home"), "bin/java"));
        assertThat(options.out()).isEqualTo(target.resolve("demo"));
        assertThat(options.quick()).isFalse();
        assertThat(options.plain()).isFalse();
    }

    @Test
    void parse_agentWithOptions_keepsThem() {
        assertThat(parse("--agent", agent + "=mode=observe").agent()).isEqualTo(agent + "=mode=observe");
    }

    @Test
    void parse_unknownWord_isNamed() {
        assertRefused("unknown option --fast; --help lists them", "--fast");
    }

    @Test
    void parse_missingValue_isNamed() {
        assertRefused("--step needs a value; --help shows which", "--step");
    }

    @Test
    void parse_secondsOutOfRange_saysTheRange() {
        assertRefused("--step must be 1 to 3600 seconds: got 0", "--step", "0");
        assertRefused("--step must be 1 to 3600 seconds: got 3601", "--step", "3601");
        assertRefused("--steady must be 1 to 3600 seconds: got soon", "--steady", "soon");
    }

    @Test
    void parse_noAgentThere_saysWhoBuildsIt() {
        assertRefused(
                "no agent at " + target + "/none.jar: test-apps/demo/run builds it", "--agent", target + "/none.jar");
    }

    @Test
    void parse_noJavaThere_saysWhereItLooked() {
        assertRefused("no java command at " + target + "/bin/java", "--java", target.toString());
    }

    private Options parse(String... words) {
        List<String> all = new ArrayList<>(List.of("--agent", agent.toString()));
        all.addAll(List.of(words));
        return Options.parse(all, target);
    }

    private void assertRefused(String message, String... words) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(words)).withMessage(message);
    }
}
