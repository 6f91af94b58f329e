package dev.headcount.scaling;

import dev.headcount.scaling.forecast.Outlook;

/**
 * A proposal that a forecast has raised; immutable.
 *
 * <p>Law: {@code size = max(proposed, min(expected + residents, proposal's most))}: what has been found to do harm, a
 * forecast doesn't ask for either.
 */
final class Raised {

    private final Outlook outlook;
    private final int size;

    private Raised(Outlook outlook, int size) {
        this.outlook = outlook;
        this.size = size;
    }

    /**
     * What the outlook makes of the proposal.
     *
     * @param before what it made of the last one, which is given back where it is the same; or {@code null}
     * @return {@code null} where it makes no difference within the bounds
     */
    static Raised of(Proposal proposal, Outlook outlook, Signal signal, Bounds bounds, Raised before) {
        if (outlook.leastThreads() == 0) {
            return null;
        }
        int residents = signal.residents();
        int size = Math.min(outlook.leastThreads() + residents, proposal.most());
        if (bounds.clamp(size, residents) <= bounds.clamp(proposal.size(), residents)) {
            return null;
        }
        return before != null && before.outlook == outlook && before.size == size ? before : new Raised(outlook, size);
    }

    /** Threads wanted, 1 or more. */
    int size() {
        return size;
    }

    String words() {
        return outlook.reason()
                + (size < outlook.leastThreads() ? "; " + size + " only, since more would not pay now" : "");
    }
}
