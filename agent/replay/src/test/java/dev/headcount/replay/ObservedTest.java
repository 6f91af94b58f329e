package dev.headcount.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What observed.csv adds up to, and each complaint about one that can't be read. */
final class ObservedTest {

    private static Observed read(String text) {
        return Observed.read("observed.csv", text, "orders");
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ScenarioException.class)
                .hasMessage(message);
    }

    @Test
    void outcome_sizesAlone_addUpToThreadSeconds() {
        Outcome outcome = read("seconds,busy,size\n0,1,4\n10,1,8\n15,1,2\n").outcome(0);
        assertThat(outcome.threadSeconds).isCloseTo(4 * 10 + 8 * 5, within(1e-9));
        assertThat(outcome.peak).isEqualTo(8);
        assertThat(outcome.violation).isNaN();
        assertThat(outcome.waitP99Seconds).isNaN();
        assertThat(outcome.resizesPerMinute).isNaN();
    }

    @Test
    void outcome_afterWarmUp_leavesTheBeginningOut() {
        Outcome outcome = read("seconds,size\n0,4\n10,8\n15,2\n").outcome(8);
        assertThat(outcome.threadSeconds).isCloseTo(4 * 2 + 8 * 5, within(1e-9));
    }

    @Test
    void outcome_otherPools_areLeftOut() {
        Observed observed = read("seconds,size,pool\n0,4,orders\n0,9,mail\n10,4,orders\n");
        assertThat(observed.outcome(0).peak).isEqualTo(4);
        assertThat(Observed.read("observed.csv", "seconds,size,pool\n0,4,orders\n", "x")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void outcome_lateAndRefused_areViolations() {
        Outcome outcome =
                read("seconds,size,dropped,waits,late,target\n0,4,0,0,0,4\n10,4,5,95,5,4\n20,4,0,100,10,6\n30,4,0,0,0,4\n")
                        .outcome(0);
        assertThat(outcome.violation).isCloseTo(20 / 200.0, within(1e-9));
        assertThat(outcome.resizesPerMinute).isCloseTo(4, within(1e-9));
        assertThat(outcome.reversalsPerMinute).isCloseTo(2, within(1e-9));
        assertThat(outcome.dropped).isEqualTo(5);
    }

    @Test
    void waits_oneSlowTenth_decidesTheTail() {
        ObservedWaits waits = new ObservedWaits();
        waits.add(900, 0, 0.01);
        waits.add(100, 0.5, 1);
        assertThat(waits.quantile(0.5)).isLessThan(0.002);
        // one in ten of the slow tenth waits longer
        assertThat(waits.quantile(0.99)).isBetween(0.6, 0.8);
    }

    @Test
    void read_withoutSize_namesTheColumns() {
        refused("seconds,busy\n0,1\n", "observed.csv:1: expected the columns seconds and size: got seconds,busy");
    }

    @Test
    void read_brokenRows_areNamed() {
        refused("seconds,size\n0,4\n1\n", "observed.csv:3: expected 2 values with commas between them: got 1");
        refused("seconds,size\n0,x\n", "observed.csv:2: expected a number, 0 or more, for size: got \"x\"");
        refused("seconds,size,late\n0,1,-2\n", "observed.csv:2: expected a number, 0 or more, for late: got \"-2\"");
        refused("seconds,size\n5,1\n4,1\n", "observed.csv:3: expected seconds, not falling: got 4");
    }
}
