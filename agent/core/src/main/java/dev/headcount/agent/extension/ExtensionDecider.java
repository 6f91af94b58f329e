package dev.headcount.agent.extension;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decider;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Asks a decider of an extension for one pool, and makes {@link Trouble} of what it does wrong.
 *
 * <p>Law: trouble is whatever it throws, an answer of {@code null}, {@value #SLOW_IN_A_ROW} calls in a row that take
 * more than {@value #SLOW_MILLIS} ms each, and a call of any pool of the same extension that was given up, as the loop
 * does after two seconds. After trouble the pool begins with a new decider.
 * Invariant: what comes out holds no object of the extension's. So the reason is put into words at once and inside
 * the call: later it could hang whoever reads it.
 * Threads: owned by the tick of one pool. Time: {@code nanoTime} of a clock that is handed in.
 * Blind to: whose fault it is that time passes; a pause of the collector makes one slow call, and not five in a row.
 */
final class ExtensionDecider implements Decider {

    /** As long as the shortest tick; all pools wait meanwhile. */
    static final int SLOW_MILLIS = 50;

    static final int SLOW_IN_A_ROW = 5;

    private final ExtensionPolicy policy;
    private final Map<String, String> parameters;
    private final LongSupplier clock;
    private Decider theirs;
    private int slowInARow;

    ExtensionDecider(ExtensionPolicy policy, Map<String, String> parameters, LongSupplier clock) {
        this.policy = policy;
        this.parameters = parameters;
        this.clock = clock;
    }

    @Override
    public String name() {
        return policy.name();
    }

    @Override
    public Proposal propose(Signal signal, int target, Bounds bounds) {
        if (!policy.calls().enter()) {
            throw new Trouble(policy + " is not asked while a call of that extension has not come back");
        }
        long begun = clock.getAsLong();
        Proposal proposal = null;
        String trouble = null;
        try {
            proposal = ask(signal, target, bounds);
        } catch (Throwable failure) { // the rim: whatever a stranger's code throws
            trouble = "threw " + Trial.words(failure);
        } finally {
            policy.calls().leave();
        }
        if (trouble == null) {
            trouble = slowness(clock.getAsLong() - begun);
        }
        if (trouble != null) {
            theirs = null;
            slowInARow = 0;
            throw new Trouble(policy + " " + trouble);
        }
        return proposal;
    }

    private Proposal ask(Signal signal, int target, Bounds bounds) {
        if (theirs == null) {
            theirs = Objects.requireNonNull(policy.provider().newDecider(parameters), "it gave no decider");
        }
        Proposal proposal = Objects.requireNonNull(theirs.propose(signal, target, bounds), "it proposed nothing");
        return Proposal.of(proposal.size(), Trial.line(proposal.reason()))
                .atMost(proposal.most())
                .withKnee(proposal.knee());
    }

    /** @return {@code null} while it is quick enough */
    private String slowness(long tookNanos) {
        slowInARow = tookNanos > SLOW_MILLIS * 1_000_000L ? slowInARow + 1 : 0;
        return slowInARow < SLOW_IN_A_ROW
                ? null
                : "took longer than " + SLOW_MILLIS + " ms " + SLOW_IN_A_ROW + " times in a row, "
                        + tookNanos / 1_000_000 + " ms at last";
    }
}
