package dev.headcount.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.scaling.Policy;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One load under other sizes. */
final class WhatIfTest {

    private final Scenario scenario = Scenario.builder("steady")
            .lasting(120)
            .arriving(100)
            .working(Scenario.Spread.EXPONENTIAL, 0.1)
            .within(2, 40)
            .promising(0.2)
            .build();
    private final WhatIf whatIf = new WhatIf(scenario, null);

    @Test
    void bestSize_isTheSmallestThatKeepsThePromise() {
        int smallest = IntStream.rangeClosed(2, 40)
                .filter(size -> whatIf.with(size).violation <= 0.01)
                .findFirst()
                .orElseThrow();
        assertThat(whatIf.bestSize()).isEqualTo(smallest);
    }

    @Test
    void bestSize_wherePromiseCantBeKept_hasFewestLate() {
        WhatIf narrow = new WhatIf(scenario.asked(2, 8, 0.2), null);
        assertThat(narrow.bestSize()).isEqualTo(8);
    }

    @Test
    void with_sameLoad_answersTheSame() {
        assertThat(whatIf.with(Policy.adaptive()).threadSeconds)
                .isEqualTo(new WhatIf(scenario, null).with(Policy.adaptive()).threadSeconds);
    }

    @Test
    void with_recording_beginsAtItsSize() {
        Observed observed = Observed.read("observed.csv", "seconds,size\n0,30\n120,30\n", "steady");
        // begun at the floor it would have to grow, which shows in the first look
        WhatIf seen = new WhatIf(scenario, observed);
        assertThat(seen.with(new Policy(Stay::new, 0, 0)).peak).isEqualTo(30);
        assertThat(whatIf.with(new Policy(Stay::new, 0, 0)).peak).isEqualTo(2);
    }

    @Test
    void observedSize_ofPoolThatWasKept_isThatSize() {
        assertThat(observedSize("0,30,30\n120,30,30\n")).isEqualTo(30);
        assertThat(observedSize("0,30,30\n120,30,31\n")).isZero();
        assertThat(whatIf.observedSize()).isZero();
        assertThat(whatIf.observed()).isNull();
    }

    private int observedSize(String rows) {
        Observed observed = Observed.read("observed.csv", "seconds,size,target\n" + rows, "steady");
        return new WhatIf(scenario, observed).observedSize();
    }

    private static final class Stay implements dev.headcount.scaling.Decider {
        @Override
        public String name() {
            return "stay";
        }

        @Override
        public dev.headcount.scaling.Proposal propose(
                dev.headcount.scaling.Signal signal, int target, dev.headcount.scaling.Bounds bounds) {
            return dev.headcount.scaling.Proposal.of(target, () -> "stays");
        }
    }
}
