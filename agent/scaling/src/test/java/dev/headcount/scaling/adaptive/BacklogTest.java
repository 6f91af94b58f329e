package dev.headcount.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headcount.scaling.Signal;
import org.junit.jupiter.api.Test;

/** Tasks of 100 ms and an objective of 1 s, of which 0.9 s are used: nine rounds and the one in hand. */
final class BacklogTest {

    private final Counts counts = new Counts();

    private double threads() {
        return Backlog.threads(counts.signal(), counts.load(), /* objectiveSeconds= */ 1);
    }

    @Test
    void threads_emptyQueue_isNone() {
        counts.looks(2, 10, 10, 0.1);

        assertThat(threads()).isZero();
    }

    @Test
    void threads_batchOfThisMoment_startsInTheTimeThatIsLeft() {
        counts.busy(8).looks(2, 10, 10, 0.1).waiting(192, 0.1).look(0.1, 202, 10, 0.1);

        assertThat(threads()).isCloseTo((8 + 192) / 10.0, within(0.01));
    }

    @Test
    void threads_steadyQueueWithinTheObjective_areNoMoreThanThereAre() {
        // 80 a second through eight threads; the queue is the arrivals of the last half second
        counts.busy(8).looks(5, 8, 8, 0.1).waiting(40, 0.5).look(0.1, 8, 8, 0.1);

        assertThat(threads()).isLessThanOrEqualTo(8);
    }

    @Test
    void threads_moreThanThereAreTasks_areNotWanted() {
        counts.busy(8).looks(2, 10, 10, 0.1).waiting(3, 60).look(0.1, 10, 10, 0.1);

        assertThat(threads()).isLessThanOrEqualTo(11);
    }

    @Test
    void threads_boundedQueue_areMoreAsItFills() {
        counts.busy(8).looks(2, 10, 10, 0.1);
        Signal half = bounded(50);
        Signal almost = bounded(95);

        double open = Backlog.threads(counts.waiting(95, 0.1).signal(), counts.load(), 10);
        assertThat(Backlog.threads(half, counts.load(), 10)).isLessThan(10);
        assertThat(Backlog.threads(almost, counts.load(), 10)).isGreaterThan(20).isGreaterThan(open);
    }

    private static Signal bounded(int waiting) {
        return Signal.builder()
                .busy(8)
                .size(8)
                .queueDepth(waiting)
                .queueCapacity(100)
                .serviceMeanSeconds(0.1)
                .build();
    }
}
