package dev.headcount.scaling;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A size that a {@link Decider} wants, and why.
 *
 * <p>Invariant: the size is 1 or more. The reason is one line, without the size it starts from.
 * Threads: any, if the supplier of a lazy reason reads only values that don't change.
 */
public final class Proposal {

    private final int size;
    private final Supplier<String> reason;

    private Proposal(int size, Supplier<String> reason) {
        if (size < 1) {
            throw new IllegalArgumentException("proposed size must be 1 or more: got " + size);
        }
        this.size = size;
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** Wants {@code size}, for a reason that is at hand. */
    public static Proposal of(int size, String reason) {
        Objects.requireNonNull(reason, "reason");
        return new Proposal(size, () -> reason);
    }

    /** Wants {@code size}; the reason is put into words each time somebody reads it, perhaps much later. */
    public static Proposal of(int size, Supplier<String> reason) {
        return new Proposal(size, reason);
    }

    /** Wants what is wanted already: {@code size} is the present target. */
    public static Proposal keep(int size, String reason) {
        return of(size, reason);
    }

    /** Threads wanted, 1 or more. */
    public int size() {
        return size;
    }

    /** Why, in one line for a person. */
    public String reason() {
        return reason.get();
    }

    @Override
    public String toString() {
        return size + ": " + reason();
    }
}
