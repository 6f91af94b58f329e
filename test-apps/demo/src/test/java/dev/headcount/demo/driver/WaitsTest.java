package dev.headcount.demo.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WaitsTest {

    @Test
    void p99_ofAHundred_isTheLastButOne() {
        Waits waits =
                new Waits(IntStream.rangeClosed(1, 100).mapToObj(Wait::ofMillis).toList());

        assertThat(waits.p50()).isEqualTo(Wait.ofMillis(50));
        assertThat(waits.p99()).isEqualTo(Wait.ofMillis(99));
    }

    @Test
    void quantiles_ofOne_areThatOne() {
        Waits waits = new Waits(List.of(Wait.ofMillis(3)));

        assertThat(waits.p50()).isEqualTo(Wait.ofMillis(3));
        assertThat(waits.p99()).isEqualTo(Wait.ofMillis(3));
    }

    @Test
    void wait_inWords_changesUnitAtASecond() {
        assertThat(Wait.ofMillis(999)).hasToString("999 ms");
        assertThat(Wait.ofMillis(1_000)).hasToString("1.0 s");
        assertThat(Wait.FOR_EVER).hasToString("for ever");
    }
}
