package dev.headcount.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CeilingTest {

    private static final int UNBOUNDED = Integer.MAX_VALUE;
    private static final int UNKNOWN = Integer.MAX_VALUE;

    @ParameterizedTest(name = "core {0}, maximum {1}, {2} processors, headroom {3}: {4}, {5}")
    @CsvSource({
        // the application's own maximum, where it is a limit above core
        "8, 200, 2, 2147483647, 200, the application's own maximum",
        "8, 9, 2, 2147483647, 9, the application's own maximum",
        "8, 8, 2, 2147483647, 64, 8 x core",
        "8, 2147483647, 2, 2147483647, 64, 8 x core",
        "8, 32767, 2, 2147483647, 32767, the application's own maximum",
        "8, 32768, 2, 2147483647, 64, 8 x core",
        // eight times core, four a processor at least, 256 at most
        "2, 2, 4, 2147483647, 16, 8 x core",
        "2, 2, 5, 2147483647, 20, 4 a processor",
        "0, 2147483647, 1, 2147483647, 4, 4 a processor",
        "32, 32, 2, 2147483647, 256, 8 x core",
        "33, 33, 2, 2147483647, 256, the most without a word from you",
        "8, 8, 65, 2147483647, 256, the most without a word from you",
        // a quarter of the headroom
        "8, 200, 2, 800, 200, the application's own maximum",
        "8, 200, 2, 799, 199, a quarter of the 799 threads left to the process",
        // core, whatever else says
        "8, 200, 2, 31, 8, the application's core",
        "8, 200, 2, 0, 8, the application's core",
        "300, 300, 2, 2147483647, 300, the application's core",
        "0, 10, 2, 0, 1, the application's core",
    })
    void standard_eachRule_givesThreadsAndSource(
            int core, int maximum, int processors, int headroom, int threads, String source) {
        Ceiling ceiling = Ceiling.standard(core, maximum, processors, headroom);

        assertThat(ceiling.threads()).isEqualTo(threads);
        assertThat(ceiling.source()).isEqualTo(source);
    }

    @Test
    void standard_hugeCore_doesNotOverflow() {
        assertThat(Ceiling.standard(300_000_000, UNBOUNDED, 2, UNKNOWN).threads())
                .isEqualTo(300_000_000);
    }

    @Test
    void standard_argumentOutsideItsRange_isRefusedByName() {
        assertThatThrownBy(() -> Ceiling.standard(-1, 1, 1, 1)).hasMessage("core must be 0 or more: got -1");
        assertThatThrownBy(() -> Ceiling.standard(0, 0, 1, 1)).hasMessage("maximum must be 1 or more: got 0");
        assertThatThrownBy(() -> Ceiling.standard(0, 1, 0, 1)).hasMessage("processors must be 1 or more: got 0");
        assertThatThrownBy(() -> Ceiling.standard(0, 1, 1, -1)).hasMessage("thread headroom must be 0 or more: got -1");
    }
}
