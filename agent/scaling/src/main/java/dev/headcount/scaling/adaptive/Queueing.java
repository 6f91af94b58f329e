package dev.headcount.scaling.adaptive;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decider;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;

/**
 * The queueing model alone: as many threads as keep 99 % of the waits below the objective, and start what waits in
 * time.
 *
 * <p>Law: the larger of {@link Staffing} for a share of 1 % late tasks and {@link Backlog}; at once, in both
 * directions.
 * Threads: one pool's tick.
 * Blind to: what a change costs, and whether growth paid. Give it rests, or {@link Adaptive}'s company.
 * Source: Erlang (1917); Little (1961).
 */
public final class Queueing implements Decider {

    private static final double SHARE = 0.01;

    private final Ledger ledger = new Ledger();
    private final Load load = new Load();

    @Override
    public String name() {
        return "queueing";
    }

    @Override
    public Proposal propose(Signal signal, int target, Bounds bounds) {
        ledger.add(signal);
        load.read(ledger, signal);
        if (!load.isKnown()) {
            return Proposal.keep(target, "no task has ended yet to tell how long they take");
        }
        int most = Math.max(1, bounds.ceiling() - signal.residents());
        double objective = bounds.waitObjectiveSeconds();
        int staffed = Staffing.threads(load, objective, signal.queueCapacity(), SHARE, most);
        int backlog = (int) Math.min(most, Math.ceil(Backlog.threads(signal, load, objective)));
        Grounds.Part part = backlog > staffed ? Grounds.Part.BACKLOG : Grounds.Part.LOAD;
        return Proposal.of(
                Math.max(staffed, backlog) + signal.residents(),
                new Grounds(part, load, staffed, backlog, signal.queueDepth(), most, /* detail= */ 0));
    }
}
