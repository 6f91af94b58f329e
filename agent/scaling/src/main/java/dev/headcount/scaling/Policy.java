package dev.headcount.scaling;

import dev.headcount.scaling.adaptive.Adaptive;
import dev.headcount.scaling.adaptive.Queueing;
import dev.headcount.scaling.decider.BuiltIn;
import dev.headcount.scaling.decider.Parameters;
import dev.headcount.scaling.decider.Threshold;
import dev.headcount.scaling.settle.Settling;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A way to decide, together with the rests that suit it; immutable.
 *
 * <p>Each pool gets a decider of its own from it, since a decider remembers its pool.
 */
public final class Policy {

    /**
     * Rest before growth, 3 s. Shorter, and a second step is taken before the threads of the first
     * have shown in the queue; longer, and a backlog waits for nothing.
     */
    public static final long DEFAULT_UP_NANOS = 3_000_000_000L;

    /**
     * Rest before a shrink, 45 s. Shorter, and a load that comes every half minute makes threads come
     * and go; much longer, and idle threads of ten pools add up.
     */
    public static final long DEFAULT_DOWN_NANOS = 45_000_000_000L;

    private static final Settling RESTFUL = Settling.AT_ONCE.withCooldowns(DEFAULT_UP_NANOS, DEFAULT_DOWN_NANOS);

    private final Supplier<? extends Decider> deciders;
    private final Settling settling;

    /**
     * A policy of one's own.
     *
     * @param deciders gives a new decider at each call
     * @param upNanos rest before growth after any change, 0 or more
     * @param downNanos rest before a shrink after any change, 0 or more
     * @throws IllegalArgumentException if a rest is negative
     */
    public Policy(Supplier<? extends Decider> deciders, long upNanos, long downNanos) {
        this(deciders, Settling.AT_ONCE.withCooldowns(upNanos, downNanos));
    }

    private Policy(Supplier<? extends Decider> deciders, Settling settling) {
        this.deciders = Objects.requireNonNull(deciders, "deciders");
        this.settling = Objects.requireNonNull(settling, "settling");
    }

    /** {@link Threshold}, with 3 s of rest before growth and 45 s before a shrink. */
    public static Policy threshold() {
        return threshold(DEFAULT_UP_NANOS, DEFAULT_DOWN_NANOS);
    }

    /** {@link Threshold}, with other rests, each 0 ns or more. */
    public static Policy threshold(long upNanos, long downNanos) {
        return new Policy(Threshold::new, upNanos, downNanos);
    }

    /** {@link Adaptive}, which pays for churn by its own rule of release and has no cooldown. */
    public static Policy adaptive() {
        return adaptive(0, 0);
    }

    /** {@link Adaptive} with rests besides, each 0 ns or more. */
    public static Policy adaptive(long upNanos, long downNanos) {
        return new Policy(Adaptive::new, upNanos, downNanos);
    }

    /** {@link Queueing}, with the rests of {@link #threshold()}, since it knows no price of a change. */
    public static Policy queueing() {
        return new Policy(Queueing::new, DEFAULT_UP_NANOS, DEFAULT_DOWN_NANOS);
    }

    /**
     * A decider of ours with parameters of one's own, and the rests that suit it.
     *
     * @throws IllegalArgumentException for a parameter that it doesn't have, or a value that it doesn't accept
     */
    public static Policy of(BuiltIn law, Parameters parameters) {
        law.decider(parameters); // so that a mistake shows here and not with the first pool
        return new Policy(new Ours(law, parameters), law.isRestful() ? RESTFUL : Settling.AT_ONCE);
    }

    /** No lambda: where the agent starts, none is linked. */
    private static final class Ours implements Supplier<Decider> {
        private final BuiltIn law;
        private final Parameters parameters;

        Ours(BuiltIn law, Parameters parameters) {
            this.law = law;
            this.parameters = parameters;
        }

        @Override
        public Decider get() {
            return law.decider(parameters);
        }
    }

    /** The same decider, whose targets are taken in another way. */
    public Policy with(Settling other) {
        return new Policy(deciders, other);
    }

    Decider newDecider() {
        return Objects.requireNonNull(deciders.get(), "a policy gave no decider");
    }

    /** When its targets are taken, and how much of them at once. */
    public Settling settling() {
        return settling;
    }
}
