package dev.headcount.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;
import org.junit.jupiter.api.Test;

final class LedgerTest {

    private final Ledger ledger = new Ledger();

    /** Two busy threads and one task each half second, looked at every 50 ms for 100 s. */
    private void look(double serviceSeconds) {
        for (int i = 0; i <= 2000; i++) {
            ledger.add(Signal.builder()
                    .nowNanos(50_000_000L * i)
                    .size(2)
                    .busy(2)
                    .serviceMeanSeconds(serviceSeconds)
                    .tally(Tally.builder()
                            .submitted(1 + i / 10)
                            .completed(1 + i / 10)
                            .services(1 + i / 10)
                            .serviceSeconds((1 + i / 10) * serviceSeconds)
                            .build())
                    .build());
        }
    }

    @Test
    void readings_ofShortTasks_areTheLatestSixSeconds() {
        look(0.1);
        int ago = ledger.ago(60, 1);
        assertThat(ledger.secondsSince(ago)).isCloseTo(6.35, within(1e-6));
        assertThat(ledger.endedSince(ago)).isBetween(12.0, 13.0);
    }

    @Test
    void readings_ofLongTasks_reachBackForTenOfThem() {
        look(5);
        int ago = ledger.ago(120, 1);
        assertThat(ledger.secondsSince(ago)).isBetween(50.0, 64.0);
        assertThat(ledger.endedSince(ago)).isCloseTo(ledger.secondsSince(ago) * 2, within(2.0));
        assertThat(ledger.busySince(ago)).isCloseTo(2, within(1e-9));
        assertThat(ledger.now()).isCloseTo(100, within(1e-6));
        assertThat(ledger.ended()).isEqualTo(200);
        assertThat(ledger.secondsSince(1))
                .as("the latest is no older than a tick")
                .isLessThan(0.5);
    }
}
