package dev.headcount.scaling;

import dev.headcount.scaling.settle.Hold;
import dev.headcount.scaling.veto.Veto;
import java.util.List;

/**
 * What each step of one tick had to say, kept as values and put into words when somebody asks.
 *
 * <p>Invariant: what did not take part is {@code null}: the proposal while the pool rests, else the
 * rest; what a forecast made of it when it made no difference; the pin and the lease when none is in force; the veto when none held growth back; the hold when the whole
 * change was made.
 */
final class Reason {

    private final Proposal proposal;
    private final Raised raised;
    private final Overrides.Pin pin;
    private final Overrides.Lease lease;
    private final Rest rest;
    private final Hold hold;
    private final Veto veto;

    Reason(
            Proposal proposal,
            Raised raised,
            Overrides.Pin pin,
            Overrides.Lease lease,
            Rest rest,
            Hold hold,
            Veto veto) {
        this.proposal = proposal;
        this.raised = raised;
        this.pin = pin;
        this.lease = lease;
        this.rest = rest;
        this.hold = hold;
        this.veto = veto;
    }

    String actor(Step step, String policy) {
        switch (step) {
            case PIN:
                return pin.actor();
            case LEASE:
                return lease.owner();
            default:
                return policy;
        }
    }

    String because(Step step) {
        return step == Step.PIN ? pin.because() : null;
    }

    /** Whether nobody but the decider and the forecast had anything to say, and said just that. */
    boolean isOnly(Proposal said, Raised by) {
        return proposal == said
                && raised == by
                && pin == null
                && lease == null
                && rest == null
                && veto == null
                && hold == null;
    }

    Veto veto() {
        return veto;
    }

    /** The step that won, in words; the part of the sentence after the sizes. */
    String words(Decision decision) {
        switch (decision.step()) {
            case PIN:
                return pinned(decision);
            case LEASE:
                return leased(decision) + "; " + bounded(lease.target(), decision);
            case REST:
                return rested(decision);
            case VETO:
                return why() + "; " + clamped(wanted(), decision) + " wanted, "
                        + (decision.isChange() ? "grown to " + decision.to() + " only, " : "") + vetoed(decision);
            case SETTLE:
                return why() + "; " + waiting(decision);
            case CLAMP:
                return hold != null
                        ? limit(decision.to(), decision) + "; " + waiting(decision)
                        : why() + "; " + bounded(wanted(), decision);
            case FORECAST:
                return why() + "; " + decision.policy() + " wants " + proposal.size() + "; "
                        + bounded(wanted(), decision);
            default:
                return why() + "; " + bounded(wanted(), decision);
        }
    }

    private int wanted() {
        return raised == null ? proposal.size() : raised.size();
    }

    private String why() {
        return raised == null ? proposal.reason() : raised.words();
    }

    void addLines(Decision decision, List<String> lines) {
        lines.add("decide: "
                + (proposal == null
                        ? "not asked"
                        : decision.policy() + " wants " + proposal.size() + ": " + proposal.reason()));
        if (raised != null) {
            lines.add("forecast: raises it to " + raised.size() + ": " + raised.words());
        }
        if (veto != null) {
            lines.add("veto: growth to " + clamped(wanted(), decision) + " held back by " + vetoed(decision));
        }
        if (proposal != null) {
            lines.add("clamp: " + bounded(wanted(), decision));
        }
        if (proposal != null && pin == null && lease == null) {
            lines.add("settle: " + settled(decision));
        }
        if (lease != null) {
            lines.add("lease: " + leased(decision) + "; " + bounded(lease.target(), decision));
        }
        if (rest != null) {
            lines.add("rest: " + rested(decision));
        }
        if (pin != null) {
            lines.add("pin: " + pinned(decision));
        }
        lines.add(decision.step().label() + " wins: "
                + (decision.isChange() ? decision.from() + " -> " + decision.to() : decision.to() + " stays"));
    }

    private String pinned(Decision decision) {
        String words = "pinned to " + pin.size() + " by " + pin.actor() + " for another "
                + Quantity.nanos(pin.untilNanos() - decision.signal().nowNanos());
        if (pin.because() != null && !pin.because().isEmpty()) {
            words += ", because " + pin.because();
        }
        if (proposal != null && proposal.size() > pin.size()) {
            words += "; without it " + decision.policy() + " would want " + proposal.size() + ": " + proposal.reason();
        }
        int limit = decision.bounds().hardLimit();
        return pin.size() > limit ? words + "; this process can bear " + limit : words;
    }

    private String leased(Decision decision) {
        return "leased to " + lease.owner() + " at " + lease.target() + " for another "
                + Quantity.nanos(lease.untilNanos() - decision.signal().nowNanos());
    }

    private String rested(Decision decision) {
        return "rests for another "
                + Quantity.nanos(rest.leftNanos(decision.signal().nowNanos())) + ": " + rest.why();
    }

    private String settled(Decision decision) {
        if (hold != null) {
            return hold.isWhole() ? hold.words() : waiting(decision);
        }
        return decision.isChange() ? "at once" : "nothing changes";
    }

    private String vetoed(Decision decision) {
        return "veto " + veto.name() + ": " + veto.words(decision.signal());
    }

    private String waiting(Decision decision) {
        return clamped(wanted(), decision) + " wanted, " + (veto == null ? "" : vetoed(decision) + "; ") + hold.words();
    }

    private static int clamped(int wanted, Decision decision) {
        return decision.bounds().clamp(wanted, decision.signal().residents());
    }

    private static String bounded(int wanted, Decision decision) {
        int clamped = clamped(wanted, decision);
        return clamped == wanted ? "within " + decision.bounds() : wanted + " wanted, " + limit(clamped, decision);
    }

    /** Why a target that was clamped to {@code clamped} could not be what was wanted. */
    private static String limit(int clamped, Decision decision) {
        Bounds bounds = decision.bounds();
        if (clamped == bounds.ceiling()) {
            return clamped + " is the ceiling" + source(bounds.ceilingSource());
        }
        if (clamped == bounds.floor()) {
            return clamped + " is the floor" + source(bounds.floorSource());
        }
        return clamped + " is the least above " + decision.signal().residents() + " residents";
    }

    private static String source(String source) {
        return source.isEmpty() ? "" : " (" + source + ")";
    }
}
