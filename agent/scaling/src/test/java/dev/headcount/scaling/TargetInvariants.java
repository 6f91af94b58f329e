package dev.headcount.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;

/** What holds between any two ticks of one pool that nobody overrides, whatever the signals are. */
final class TargetInvariants {

    private final String scenario;
    private final Policy policy;

    private Decision last;
    private long changedNanos;
    private int changes;
    private int shrinks;

    TargetInvariants(String scenario, Policy policy) {
        this.scenario = scenario;
        this.policy = policy;
    }

    /** Checks one more decision; {@code proposed} is what the decider wanted. */
    void check(Decision decision, int proposed) {
        Supplier<String> where = () -> scenario + ", " + decision.sentence();
        Bounds bounds = decision.bounds();
        int wanted = bounds.clamp(proposed, decision.signal().residents());
        boolean wasWithin = bounds.clamp(decision.from(), decision.signal().residents()) == decision.from();
        long now = decision.signal().nowNanos();

        assertThat(decision.to()).as(where).isBetween(bounds.floor(), bounds.ceiling());
        if (last != null) {
            assertThat(decision.from()).as(where).isEqualTo(last.to());
        }
        if (wasWithin && changes > 0) {
            if (decision.to() > decision.from()) {
                assertThat(now - changedNanos)
                        .as(where)
                        .isGreaterThanOrEqualTo(policy.settling().upNanos());
            }
            if (decision.to() < decision.from()) {
                assertThat(now - changedNanos)
                        .as(where)
                        .isGreaterThanOrEqualTo(policy.settling().downNanos());
            }
        }
        if (wanted > decision.from()
                && (changes == 0 || now - changedNanos >= policy.settling().upNanos())) {
            if (decision.veto() == null) {
                assertThat(decision.to())
                        .as(() -> "growth after a quiet time: " + where.get())
                        .isEqualTo(wanted);
            } else {
                assertThat(decision.to()).as(where).isLessThan(wanted);
            }
        } else if (wanted <= decision.from()) {
            assertThat(decision.veto()).as(where).isNull();
        }
        if (decision.isChange()) {
            changes++;
            shrinks += decision.to() < decision.from() ? 1 : 0;
            changedNanos = now;
        }
        last = decision;
    }

    int changes() {
        return changes;
    }

    int shrinks() {
        return shrinks;
    }
}
