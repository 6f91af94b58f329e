package dev.headcount.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;
import org.junit.jupiter.api.Test;

/** Single decisions and their words; 120 tasks a second of 50 ms, an objective of 200 ms. */
final class AdaptiveTest {

    private static final int TICKS = 30;

    private final Adaptive adaptive = new Adaptive();

    private Proposal after(int target, int waiting) {
        Pulse.steady(adaptive, target, 120, 0.05, TICKS);
        return adaptive.propose(Pulse.backlog(target, 120, 0.05, TICKS, waiting), target, Pulse.BOUNDS);
    }

    @Test
    void propose_loadThatIsOnTime_staysAndSaysTheLoad() {
        Proposal proposal = after(8, 0);

        assertThat(proposal.size()).isEqualTo(8);
        assertThat(proposal.reason()).startsWith("load 6 threads (120/s x 50 ms), with margin 7");
    }

    @Test
    void propose_backlog_growsAtOnceAndSaysWhatItTakes() {
        Proposal proposal = after(8, 100);

        // (8 + 100) / (1 + 180 / 50) = 23.5; the 100 came within one tick, so the load is taken for larger still
        assertThat(proposal.size()).isBetween(24, 40);
        assertThat(proposal.reason()).startsWith("100 tasks wait, 24 threads start them in time; load ");
    }

    /** All of a sudden tasks take 250 ms in place of 50, thirty threads run them, and some have waited for 300 ms. */
    private Proposal slowDown(int waiting) {
        Counts counts = new Counts().size(8).busy(6);
        for (int look = 0; look < 100; look++) {
            adaptive.propose(counts.look(0.1, 12, 12, 0.05).signal(), 8, Pulse.BOUNDS);
        }
        counts.size(30).busy(30).waiting(waiting, 0.3);
        Proposal proposal = null;
        for (int look = 0; look < 20; look++) {
            proposal = adaptive.propose(counts.look(0.1, 12, 12, 0.25).signal(), 30, Pulse.BOUNDS);
        }
        return proposal;
    }

    @Test
    void propose_slowDownThatNeedsMore_isPutToTrial() {
        Proposal proposal = slowDown(60);

        assertThat(proposal.size()).isLessThan(10);
        assertThat(proposal.reason()).contains("fewer threads for a moment");
    }

    /** (30 + 10) / (1 + 180 / 250) = 23.3: in 200 ms the last of them has started. A trial would fill the queue. */
    @Test
    void propose_slowDownThatIsCopedWith_isNotPutToTrial() {
        Proposal proposal = slowDown(10);

        assertThat(proposal.size()).as(proposal.reason()).isEqualTo(30);
    }

    @Test
    void propose_surplus_isHeldThenReleased() {
        Pulse.steady(adaptive, 20, 120, 0.05, TICKS);
        int tick = TICKS;
        Proposal proposal;
        do {
            proposal = adaptive.propose(Pulse.backlog(20, 120, 0.05, tick, 0), 20, Pulse.BOUNDS);
            tick++;
        } while (proposal.size() == 20 && tick < 100);

        assertThat(proposal.size()).isEqualTo(7);
        assertThat(proposal.reason()).endsWith("the idle threads have cost more than a reversal would");
    }

    @Test
    void propose_firstDrop_growsThoughNothingWaits() {
        Pulse.steady(adaptive, 8, 120, 0.05, TICKS);
        Signal dropped = Signal.builder()
                .nowNanos(Long.MAX_VALUE)
                .size(8)
                .busy(8)
                .queueCapacity(10)
                .droppedPerSecond(5)
                .build();
        Proposal proposal = adaptive.propose(dropped, 8, Pulse.BOUNDS);

        assertThat(proposal.size()).isGreaterThan(8);
        assertThat(proposal.reason()).startsWith("tasks are refused, 5 a second; ");
    }

    @Test
    void propose_noTaskEndsForASecond_growsByHalf() {
        int size = 8;
        for (int tick = 0; tick <= 5; tick++) {
            Signal silent = Signal.builder()
                    .nowNanos(tick * 200_000_000L)
                    .size(8)
                    .busy(8)
                    .queueDepth(20)
                    .build();
            Proposal proposal = adaptive.propose(silent, 8, Pulse.BOUNDS);
            assertThat(size).as("tick " + tick).isEqualTo(8);
            size = proposal.size();
        }
        assertThat(size).isEqualTo(12);
    }

    @Test
    void propose_residents_comeOnTop() {
        Pulse.steady(adaptive, 8, 120, 0.05, TICKS);
        Signal backlog = Signal.builder()
                .nowNanos(Long.MAX_VALUE)
                .size(11)
                .busy(11)
                .residents(3)
                .queueDepth(100)
                .build();

        assertThat(adaptive.propose(backlog, 11, Pulse.BOUNDS).size()).isEqualTo(24 + 3);
    }

    @Test
    void propose_nothingChanges_handsOutTheSameProposal() {
        Signal idle = Signal.builder().size(2).serviceMeanSeconds(0.05).build();
        Proposal first = adaptive.propose(idle, 2, Pulse.BOUNDS);

        assertThat(adaptive.propose(idle, 2, Pulse.BOUNDS)).isSameAs(first);
    }
}
