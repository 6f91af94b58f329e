package dev.headcount.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.Signal;
import dev.headcount.scaling.Tally;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each law's numbers, a signal at a time. */
final class LawsTest {

    private static final Told TOLD = new Told(2, 64, 0.2, 4, 1, Map.of());

    /** Signals a second apart: so many arrivals and as many ends, of so many milliseconds each. */
    private static final class Feed {
        private long seconds = 100;
        private long tasks;
        private long late;
        private double serviceSeconds;

        Signal next(int size, int busy, int queued, int arrivals, double serviceMillis, int lateOnes) {
            seconds++;
            tasks += arrivals;
            late += lateOnes;
            serviceSeconds += arrivals * serviceMillis / 1000;
            return Signal.builder()
                    .nowNanos(seconds * 1_000_000_000L)
                    .size(size)
                    .busy(busy)
                    .queueDepth(queued)
                    .waitP99Seconds(0)
                    .tally(Tally.builder()
                            .submitted(tasks)
                            .completed(tasks)
                            .waits(tasks)
                            .late(late)
                            .services(tasks)
                            .serviceSeconds(serviceSeconds)
                            .build())
                    .build();
        }
    }

    @Test
    void textbookThreshold_busyPool_addsAQuarterAfterTwoSeconds() {
        TextbookThreshold law = new TextbookThreshold(TOLD);
        Feed feed = new Feed();
        assertThat(law.size(feed.next(8, 8, 0, 160, 50, 0), 8)).isEqualTo(8);
        assertThat(law.size(feed.next(8, 8, 0, 160, 50, 0), 8)).isEqualTo(10);
        assertThat(law.size(feed.next(10, 10, 0, 200, 50, 0), 10)).isEqualTo(10);
        assertThat(law.size(feed.next(10, 10, 0, 200, 50, 0), 10)).isEqualTo(13);
    }

    @Test
    void textbookAimd_quietPool_losesAQuarterEachFiveSeconds() {
        TextbookAimd law = new TextbookAimd(TOLD);
        Feed feed = new Feed();
        law.size(feed.next(40, 4, 0, 80, 50, 0), 40);
        assertThat(law.size(feed.next(40, 4, 0, 80, 50, 0), 40)).isEqualTo(30);
        for (int second = 0; second < 4; second++) {
            assertThat(law.size(feed.next(30, 4, 0, 80, 50, 0), 30)).isEqualTo(30);
        }
        assertThat(law.size(feed.next(30, 4, 0, 80, 50, 0), 30)).isEqualTo(22);
    }

    @Test
    void little_steadyLoad_isOfferedLoadAndTwoRoots() {
        Little law = new Little("little_b2", 2, /* hasBacklog= */ false, 0, TOLD);
        Feed feed = new Feed();
        law.size(feed.next(8, 8, 500, 160, 50, 0), 8);
        assertThat(law.size(feed.next(8, 8, 500, 160, 50, 0), 8)).isEqualTo(14); // 8 + 2 x 2.83
    }

    @Test
    void little_backlog_isDrainedWithinTheObjective() {
        Little law = new Little("little_backlog", 0, /* hasBacklog= */ true, 0, TOLD);
        Feed feed = new Feed();
        law.size(feed.next(8, 8, 40, 160, 50, 0), 8);
        assertThat(law.size(feed.next(8, 8, 40, 160, 50, 0), 8)).isEqualTo(18); // 8 + 40 x 0.05 / 0.2
    }

    @Test
    void hpa_aroundTheAim_keepsStill() {
        Hpa law = new Hpa(TOLD);
        Feed feed = new Feed();
        law.size(feed.next(10, 7, 0, 140, 50, 0), 10);
        assertThat(law.size(feed.next(10, 7, 0, 150, 50, 0), 10)).isEqualTo(10);
        assertThat(law.size(feed.next(10, 7, 0, 180, 50, 0), 10)).isEqualTo(13);
    }

    @Test
    void hpa_fallingLoad_shrinksAfterItsWindow() {
        Hpa law = new Hpa(TOLD);
        Feed feed = new Feed();
        law.size(feed.next(20, 20, 0, 400, 50, 0), 20);
        law.size(feed.next(20, 20, 0, 400, 50, 0), 20);
        for (int second = 0; second < 60; second++) {
            assertThat(law.size(feed.next(20, 2, 0, 40, 50, 0), 20)).isEqualTo(20);
        }
        assertThat(law.size(feed.next(20, 2, 0, 40, 50, 0), 20)).isEqualTo(3);
    }

    @Test
    void gradient2_doubledLatency_shrinksTowardsHalf() {
        Gradient2 law = new Gradient2(new Told(2, 64, 0.2, 4, 1, Map.of()));
        Feed feed = new Feed();
        int size = 2;
        for (int second = 0; second < 40; second++) {
            windowOf(law, 0.05, 64);
            size = law.size(feed.next(size, size, 0, 20, 50, 0), size);
        }
        int grown = size;
        for (int second = 0; second < 10; second++) {
            windowOf(law, 0.4, 64);
            size = law.size(feed.next(size, size, 0, 20, 400, 0), size);
        }
        assertThat(grown).isGreaterThan(20);
        assertThat(size).isLessThan((int) (0.7 * grown)); // ten windows take half; nothing would be taken off at 1
    }

    private static void windowOf(Controller law, double latencySeconds, int inFlight) {
        for (int task = 0; task < 20; task++) {
            law.ended(latencySeconds, latencySeconds, inFlight, /* hasFailed= */ false);
        }
    }

    @Test
    void netflixAimd_failure_takesATenthOff() {
        NetflixAimd law = new NetflixAimd(new Told(20, 64, 0.2, 4, 1, Map.of()));
        Feed feed = new Feed();
        law.size(feed.next(20, 20, 0, 20, 50, 0), 20);
        windowOf(law, 0.05, 20);
        assertThat(law.size(feed.next(20, 20, 0, 20, 50, 0), 20)).isEqualTo(21);
        windowOf(law, 0.05, 5);
        assertThat(law.size(feed.next(20, 20, 0, 20, 50, 0), 20)).isEqualTo(21);
        law.ended(0.05, 0.05, 1, /* hasFailed= */ true);
        windowOf(law, 0.05, 21);
        assertThat(law.size(feed.next(20, 20, 0, 20, 50, 0), 21)).isEqualTo(20);
    }

    @Test
    void erlangC_publishedValues_agree() {
        // a table's row: 8 erlangs on 10 servers, 0.409; 2 on 3, 0.444; 1 on 2, 1/3
        assertThat(ErlangC.waits(10, 8)).isBetween(0.4091, 0.4093);
        assertThat(ErlangC.waits(3, 2)).isBetween(0.4443, 0.4445);
        assertThat(ErlangC.waits(2, 1)).isBetween(0.3333, 0.3334);
        assertThat(ErlangC.servers(8, 0.05, 0.025, 0.01, 64)).isEqualTo(13); // 12 leave 1.9 %, 13 leave 0.7 %
    }

    @Test
    void throughput_farOff_isForgottenAndBegunAnew() {
        Throughput known = new Throughput(100, 1);
        assertThat(known.add(104, 2)).isFalse();
        assertThat(known.mean()).isBetween(100.7, 100.9);
        assertThat(known.add(300, 3)).isTrue();
        assertThat(known.mean()).isEqualTo(300);
        assertThat(known.probablyAbove(300)).isEqualTo(0.5);
        assertThat(known.probablyAbove(200)).isGreaterThan(0.95);
    }
}
