package dev.headcount.demo.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScreenTest {

    private static final PoolGauges.Reading GROWN = new PoolGauges.Reading(32, 32, 0);
    private static final PoolGauges.Reading OWN = new PoolGauges.Reading(8, 8, 0);
    private static final Waits NONE = new Waits(List.of());

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void second_noTerminal_isAPlainLine() {
        screen(false).second(11, 192, new PoolGauges.Reading(8, 8, 156), new Waits(List.of(Wait.ofMillis(1_100))));

        assertThat(lines()).containsExactly("    11      192     8        8     156     1.1 s     1.1 s");
    }

    @Test
    void second_idleLikeTheLast_isLeftOutOfPlainLines() {
        Screen screen = screen(false);
        screen.second(41, 0, GROWN, NONE);
        screen.second(42, 0, GROWN, NONE);
        screen.second(43, 0, OWN, NONE);

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).startsWith("    43");
    }

    @Test
    void second_idleLikeTheLast_isWrittenOverItOnATerminal() {
        Screen screen = screen(true);
        screen.second(41, 0, GROWN, NONE);
        screen.second(42, 0, GROWN, NONE);

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).startsWith("\u001b[1A\u001b[2K    42");
    }

    @Test
    void second_onATerminal_isRedFromTheLimitOn() {
        Screen screen = screen(true);
        screen.second(1, 48, OWN, new Waits(List.of(Wait.ofMillis(249))));
        screen.second(2, 48, OWN, new Waits(List.of(Wait.ofMillis(250))));

        assertThat(lines().get(0)).startsWith("\u001b[32m");
        assertThat(lines().get(1)).startsWith("\u001b[31m");
    }

    private Screen screen(boolean isTerminal) {
        return new Screen(new PrintStream(written, true, StandardCharsets.UTF_8), isTerminal);
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
