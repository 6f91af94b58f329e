package dev.headcount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThreadsTextTest {

    @Test
    void convert_wholeNumber_isLeftToTheAgentToJudge() {
        assertThat(new ThreadsText().convert("24")).isEqualTo(24);
        assertThat(new ThreadsText().convert("-1")).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2x", "unlimited", "4/cpu", "99999999999"})
    void bounds_asAnythingElse_areToldTheRangeAndWhereRelativeSizesBelong(String text) {
        for (String option : new String[] {"--floor", "--ceiling"}) {
            assertThat(complaint("set", "4711", "orders", option, text))
                    .startsWith("headcount: Invalid value for option '" + option + "': expected a number of threads, 1"
                            + " to 10000: got \"" + text + "\"; sizes such as 2x core or 4/cpu belong in the"
                            + " configuration file\n  next: headcount set --help");
        }
        assertThat(complaint("pin", "4711", "orders", text)).contains("1 to 10000: got \"" + text + '"');
    }

    private static String complaint(String... words) {
        StringWriter err = new StringWriter();
        picocli.CommandLine line = Main.commandLine(new Main(new Context(words)));
        line.setErr(new PrintWriter(err, /* autoFlush= */ true));
        assertThat(line.execute(words)).isEqualTo(2);
        return err.toString();
    }
}
