package dev.headcount.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Twenty threads took 100 ms a task, 200 a second; ten are tried. */
final class TrialTest {

    private final Counts counts = new Counts().busy(20).looks(2, 20, 20, 0.1);
    private final Trial trial = new Trial(10, 0.1, 20, counts.ledger.now(), /* isOfSuccess= */ false);

    private Trial.Verdict look(int busy, long ended) {
        return look(busy, ended, trial);
    }

    private Trial.Verdict look(int busy, long ended, Trial of) {
        counts.busy(busy).look(0.1, 20, ended, 0.1);
        return of.look(counts.ledger, counts.signal(), /* variation= */ 1);
    }

    /** The verdict after the given tasks a tenth of a second, {@code OPEN} if there is none in ten seconds. */
    private Trial.Verdict verdict(long ended) {
        Trial.Verdict verdict = look(10, ended);
        for (int i = 0; i < 100 && verdict == Trial.Verdict.OPEN; i++) {
            verdict = look(10, ended);
        }
        return verdict;
    }

    @Test
    void trial_sameThroughputWithHalfTheThreads_isContention() {
        assertThat(verdict(20)).isEqualTo(Trial.Verdict.CONTENTION);
    }

    @Test
    void trial_halfTheThroughput_isSomebodyOutside() {
        assertThat(verdict(10)).isEqualTo(Trial.Verdict.OUTSIDE);
    }

    @Test
    void trial_ofSuccesses_isNotFooledByTasksThatFailFast() {
        Trial ofSuccess = new Trial(10, 0.2, 20, counts.ledger.now(), /* isOfSuccess= */ true);
        Trial.Verdict verdict = Trial.Verdict.OPEN;
        for (int i = 0; i < 100 && verdict == Trial.Verdict.OPEN; i++) { // half of the tasks fail, as before
            counts.busy(10).fail(5).look(0.1, 20, 10, 0.1);
            verdict = ofSuccess.look(counts.ledger, counts.signal(), /* variation= */ 1);
        }
        assertThat(verdict).isEqualTo(Trial.Verdict.OUTSIDE);

        Trial relieved = new Trial(10, 0.2, 20, counts.ledger.now(), /* isOfSuccess= */ true);
        verdict = Trial.Verdict.OPEN;
        for (int i = 0; i < 100 && verdict == Trial.Verdict.OPEN; i++) { // as many end, and all of them succeed
            verdict = look(10, 10, relieved);
        }
        assertThat(verdict).isEqualTo(Trial.Verdict.CONTENTION);
    }

    @Test
    void trial_threadsStillLeaving_saysNothing() {
        for (int i = 0; i < 10; i++) {
            assertThat(look(15, 20)).isEqualTo(Trial.Verdict.OPEN);
        }
    }

    @Test
    void trial_poolThatStaysAsLarge_teachesNothing() {
        Trial.Verdict verdict = look(18, 20);
        for (int i = 0; i < 100 && verdict == Trial.Verdict.OPEN; i++) {
            verdict = look(18, 20);
        }
        assertThat(verdict).isEqualTo(Trial.Verdict.UNDONE);
    }

    @Test
    void trial_someThreadsThatDoNotLeave_isJudgedAllTheSame() {
        Trial.Verdict verdict = look(12, 20);
        for (int i = 0; i < 100 && verdict == Trial.Verdict.OPEN; i++) {
            verdict = look(12, 20);
        }
        assertThat(verdict).isEqualTo(Trial.Verdict.CONTENTION);
    }

    @Test
    void trial_nothingEnds_isOverAfterAWhile() {
        assertThat(verdict(0)).isEqualTo(Trial.Verdict.OUTSIDE);
    }
}
