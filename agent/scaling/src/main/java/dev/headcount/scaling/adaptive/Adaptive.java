package dev.headcount.scaling.adaptive;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decider;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;

/**
 * The default policy: sizes by the queueing model, checks by experience that growth paid, and has no constant that
 * anybody must set.
 *
 * <p>Law, growth: when that many don't start every waiting task in time ({@link Backlog}), at once to as many as do,
 * and to as many as the load needs to be on time in the long run ({@link Staffing}).
 * Law, shrink: to what is needed by both, once idle threads have cost as much as a reversal ({@link Surplus}).
 * Law, limits: the size beyond which growth doesn't pay ({@link Knee}), the size at which failures began while tasks
 * fail ({@link Failures}). What the processors can use is the veto's matter.
 * Invariant: no growth unless tasks wait or are refused; never above the ceiling.
 * Threads: one pool's tick. Cost: a microsecond or two; an object or two a tick, none when nothing has changed.
 * Blind to: what is yet to come; forecasts raise the floor.
 */
public final class Adaptive implements Decider {

    /** Steady lateness that staffing accepts. It is ten times the objective's, since a growing queue is answered. */
    private static final double SHARE = 0.1;

    /** A queue is seen and answered within some looks: a shorter objective leaves more to staffing. */
    private static final double ANSWER_SECONDS = 0.25;

    /** Of what is urgent: a batch of one moment looks like a load that would need a hundred times as much. */
    private static final int BATCH = 2;

    /** What is added of the present size when the service time is unknown; two steps double it. */
    private static final double BLIND_STEP = 0.5;

    private static final double BLIND_PATIENCE_SECONDS = 1;

    /** Takes back what rounding may have added to a whole number of threads. */
    private static final double ROUNDING = 1e-9;

    private final Ledger ledger = new Ledger();
    private final Load load = new Load();
    private final Knee knee = new Knee();
    private final Surplus surplus = new Surplus();

    private double lastSeconds;
    private double blindFrom;
    private int failingSize;
    private Grounds grounds;
    private Proposal proposal;

    @Override
    public String name() {
        return "adaptive";
    }

    @Override
    public Proposal propose(Signal signal, int target, Bounds bounds) {
        ledger.add(signal);
        load.read(ledger, signal);
        double now = ledger.now();
        double elapsed = now - lastSeconds;
        lastSeconds = now;

        int residents = signal.residents();
        int own = Math.max(1, target - residents);
        int floor = Math.max(1, bounds.floor() - residents);
        int ceiling = Math.max(floor, bounds.ceiling() - residents);
        double objective = bounds.waitObjectiveSeconds();
        int staffed = Staffing.threads(
                load, objective, signal.queueCapacity(), SHARE * Math.min(1, objective / ANSWER_SECONDS), ceiling);
        int wanted = urgent(signal, own, objective);
        int urgent = Math.min(ceiling, wanted);
        boolean isLate = wanted > own && signal.oldestWaitSeconds() > objective;

        double failing = Failures.share(ledger);
        int paying = knee.limit(ledger, signal, load, own, floor, isLate);
        failingSize = Failures.isTooMany(failing) ? Math.max(failingSize, own) : 0; // a trial may have made it smaller
        int steady = failingSize > 0 && !knee.isKnown() ? failingSize : Knee.NONE;
        int limit = Math.max(floor, Math.min(Math.min(ceiling, paying), steady));

        Grounds.Part part;
        int size;
        if (own > limit) {
            surplus.clear();
            size = limit;
            part = limiting(limit, paying);
        } else if (Math.min(urgent, limit) > own) {
            surplus.clear();
            size = Math.min(limit, Math.max(urgent, Math.min(staffed, BATCH * urgent)));
            part = size < urgent ? limiting(limit, paying) : grown(signal);
        } else {
            int needed = Math.min(limit, Math.max(staffed, urgent));
            size = surplus.release(own, needed, elapsed);
            part = urgent > limit
                    ? limiting(limit, paying)
                    : size < own ? Grounds.Part.RELEASE : needed < own ? Grounds.Part.SURPLUS : Grounds.Part.LOAD;
        }
        double detail = part == Grounds.Part.FAILURES || part == Grounds.Part.CASCADE_TRIAL
                ? failing
                : part == Grounds.Part.DROPS
                        ? signal.droppedPerSecond()
                        : part == Grounds.Part.TRIAL ? knee.paceSeconds() : 0;
        return proposed(
                size + residents,
                limit + residents,
                residents,
                part,
                staffed,
                urgent,
                signal.queueDepth(),
                limit,
                detail);
    }

    /** Threads that tasks wait for now, or were refused for want of; 0 when there are none. */
    private int urgent(Signal signal, int own, double objective) {
        double threads = Backlog.threads(signal, load, objective);
        if (signal.droppedPerSecond() > 0) {
            double lost = load.isKnown() ? signal.droppedPerSecond() * load.serviceSeconds() : 0;
            threads = Math.max(threads, own + Math.max(1, lost));
        }
        if (!load.isKnown() && signal.queueDepth() > 0) {
            if (ledger.now() - blindFrom >= BLIND_PATIENCE_SECONDS) {
                blindFrom = ledger.now();
                threads = Math.max(threads, Math.min(own + Math.max(1, own * BLIND_STEP), own + signal.queueDepth()));
            }
        } else {
            blindFrom = ledger.now();
        }
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(threads - ROUNDING));
    }

    private Grounds.Part grown(Signal signal) {
        if (signal.droppedPerSecond() > 0) {
            return Grounds.Part.DROPS;
        }
        return load.isKnown() ? Grounds.Part.BACKLOG : Grounds.Part.UNKNOWN;
    }

    private Grounds.Part limiting(int limit, int paying) {
        if (paying <= limit) {
            return knee.isCascade()
                    ? knee.isTrying() ? Grounds.Part.CASCADE_TRIAL : Grounds.Part.CASCADE
                    : knee.isTrying() ? Grounds.Part.TRIAL : Grounds.Part.KNEE;
        }
        return Grounds.Part.FAILURES;
    }

    private Proposal proposed(
            int size,
            int most,
            int residents,
            Grounds.Part part,
            int staffed,
            int urgent,
            int waiting,
            int limit,
            double detail) {
        int known = knee.threads() == 0 ? 0 : knee.threads() + residents;
        boolean isSame = proposal != null
                && proposal.size() == size
                && proposal.most() == Math.max(size, most)
                && proposal.knee() == known
                && grounds.equals(part, load, staffed, urgent, waiting, limit, detail);
        if (!isSame) {
            grounds = new Grounds(part, load, staffed, urgent, waiting, limit, detail);
            proposal = Proposal.of(size, grounds).atMost(Math.max(size, most)).withKnee(known);
        }
        return proposal;
    }
}
