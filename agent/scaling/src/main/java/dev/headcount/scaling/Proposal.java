package dev.headcount.scaling;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A size that a {@link Decider} wants, and why.
 *
 * <p>Invariant: {@code 1 <= size <= most}; a knee is 0 or more, and bounds nothing by itself. The reason is one line, without the size it starts from.
 * Threads: any, if the supplier of a lazy reason reads only values that don't change.
 */
public final class Proposal {

    private final int size;
    private final int most;
    private final int knee;
    private final Supplier<String> reason;

    private Proposal(int size, int most, int knee, Supplier<String> reason) {
        if (size < 1) {
            throw new IllegalArgumentException("proposed size must be 1 or more: got " + size);
        }
        if (most < size) {
            throw new IllegalArgumentException("most must be " + size + " (the proposed size) or more: got " + most);
        }
        if (knee < 0) {
            throw new IllegalArgumentException("knee must be 0 (none known) or more: got " + knee);
        }
        this.size = size;
        this.most = most;
        this.knee = knee;
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** Wants {@code size}, for a reason that is at hand. */
    public static Proposal of(int size, String reason) {
        Objects.requireNonNull(reason, "reason");
        return new Proposal(size, Integer.MAX_VALUE, /* knee= */ 0, () -> reason);
    }

    /** Wants {@code size}; the reason is put into words each time somebody reads it, perhaps much later. */
    public static Proposal of(int size, Supplier<String> reason) {
        return new Proposal(size, Integer.MAX_VALUE, /* knee= */ 0, reason);
    }

    /** Wants what is wanted already: {@code size} is the present target. */
    public static Proposal keep(int size, String reason) {
        return of(size, reason);
    }

    /** The same proposal, to which more than {@code newMost} threads, at least the size, would do harm. */
    public Proposal atMost(int newMost) {
        return new Proposal(size, newMost, knee, reason);
    }

    /**
     * The same proposal, by a decider that has found out that more than {@code newKnee} threads bring no more
     * throughput: told to people and advice, 0 for none known. What must not be exceeded now is {@link #atMost}.
     */
    public Proposal withKnee(int newKnee) {
        return new Proposal(size, most, newKnee, reason);
    }

    /** The size from which more threads have brought no more throughput; 0 when none is known. */
    public int knee() {
        return knee;
    }

    /** The most threads that later steps may make of it, at least the size; {@link Integer#MAX_VALUE} for any. */
    public int most() {
        return most;
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
