package dev.headcount.scaling.adaptive;

import dev.headcount.scaling.Signal;

/**
 * The size beyond which growth doesn't pay, found by experience, remembered, and tested again.
 *
 * <p>Law, suspicion: while tasks are late in the queue and growth is asked for, a task costs 1.4 times its
 * {@link Pace} or more, beyond chance; a size that is about to empty the queue is not put in doubt. What {@code b}
 * busy threads then do could be done by {@code b x pace / cost} threads that don't wait for each other (Little), so
 * that size is tried ({@link Trial}). When the trial blames somebody outside, the new cost is the pace and growth is
 * free; else the size is the knee. A trial that could not be carried out says nothing.
 * Law, probing: while more is needed than the knee, a larger size is tried: half as much again at first, which also
 * unmasks a trial that luck has fooled, and one more after a failure, 4 to 10 s later. It pays, and is the new knee,
 * when the cost of a task rises by less than half of what the size did. A cost at the knee itself that rises calls for
 * a new trial, one that falls is the new pace. A probe in which too many tasks fail, while they don't at the knee, did
 * not pay, however fast they did.
 * Law, cascade: failures that have come with size call for a trial, too ({@link Cascade}).
 * Memory: forgotten after two minutes in which it was in nobody's way.
 * Invariant: no limit until a trial was taken; a limit is 1 or more.
 * Threads: single owner.
 * Blind to: contention below 1.4, and such as was there before the pool was found.
 * Source: the bandwidth-delay product of Kleinrock (1979) as TCP Vegas uses it; the trial is ours.
 */
final class Knee {

    /** No size is known that would be too large. */
    static final int NONE = Integer.MAX_VALUE;

    private static final double SUSPECT = 1.4;
    private static final double SUSPECT_DEVIATIONS = 4;
    private static final double FASTER_DEVIATIONS = 5;
    private static final double LEAST_SUSPECT_TASKS = 60;
    private static final double SUSPECT_SECONDS = 0.5;
    private static final double SUSPECT_PACES = 6;

    /** A smaller cut teaches too little for what it costs. */
    private static final double LARGEST_TRIAL = 0.8;

    private static final double PEACE_AFTER_TRIAL_SECONDS = 2;
    private static final double MEMORY_SECONDS = 120;

    private static final double BOLD_STEP = 1.5;
    private static final double FIRST_PAUSE_SECONDS = 4;
    private static final double LONGEST_PAUSE_SECONDS = 10;
    private static final double PROBE_DEVIATIONS = 2;
    private static final double RETRIAL_DEVIATIONS = 3;
    private static final double LEAST_PROBE_TASKS = 20;
    private static final double MOST_PROBE_TASKS = 300;
    private static final double LEAST_PROBE_PACES = 3;

    /** Of the pace: what may change at the knee before it is taken for more than chance. */
    private static final double SLOWER = 0.15;

    private static final double FASTER = 0.1;

    /** A thread too many costs less throughput than one too few. */
    private static final double UPWARD = 0.2;

    private final Pace pace = new Pace();
    private final Spell spell = new Spell();
    private final Cascade cascade = new Cascade();

    /** Under way, or {@code null}. */
    private Trial trial;

    /** The largest size known to pay; {@link #NONE} before a trial found contention. */
    private int paying = NONE;

    /** The largest size that paid where a larger one was seen not to; 0 when none was. */
    private int found;

    /** The size allowed now: {@link #paying}, or the larger one that is being probed. */
    private int cap = NONE;

    /** Whether it was failures that told of the knee, or do while it is tried. */
    private boolean isOfFailures;

    /** Whether too many tasks fail at the knee itself, so that failures say nothing about a larger size. */
    private boolean isFailingAnyway;

    private boolean isBold;
    private boolean isSettled;
    private double pauseSeconds;
    private double probeFrom;
    private double lastInTheWay;
    private double suspectFrom;

    /**
     * The largest size that pays as far as is known, {@link #NONE} for any.
     *
     * @param isLate whether a task has waited for too long, and others will at this size
     */
    int limit(Ledger ledger, Signal signal, Load load, int target, int floor, boolean isLate) {
        boolean isPressed = signal.queueDepth() > 0 && signal.working() >= signal.size() - signal.residents();
        if (trial != null) {
            pace.leaveOut(ledger);
            judge(ledger, signal, load.variation());
        } else {
            pace.add(ledger, isPressed);
            if (!pace.isKnown()) {
                return NONE;
            }
            if (cap == NONE) {
                trial = cascade.suspect(ledger, pace.seconds(), floor, /* isAllowed= */ ledger.now() >= suspectFrom);
                if (trial == null) {
                    suspect(ledger, load.variation(), isLate, target, floor);
                }
            } else {
                remember(ledger, signal, load.variation(), isPressed && target >= cap);
            }
        }
        return trial != null ? trial.size() : cap;
    }

    private void suspect(Ledger ledger, double variation, boolean isLate, int target, int floor) {
        int ago = ledger.ago(Math.max(SUSPECT_SECONDS, SUSPECT_PACES * pace.seconds()), 1);
        while (ago + 1 < ledger.count() && ledger.endedSince(ago) < LEAST_SUSPECT_TASKS) {
            ago++;
        }
        double tasks = ago < ledger.count() ? ledger.endedSince(ago) : 0;
        if (tasks < LEAST_SUSPECT_TASKS) {
            return;
        }
        double chance = Math.hypot(Spell.chance(variation, tasks), Spell.chance(variation, pace.samples()));
        double cost = ledger.spentEach(ago);
        if (isFaster(ledger, ago, cost, chance)) {
            pace.is(cost, tasks);
            return;
        }
        boolean hasBeenPressed = pace.pressedSeconds(ledger) >= ledger.secondsSince(ago) - 1e-6;
        boolean isSlow = cost > pace.seconds() * Math.max(SUSPECT, 1 + SUSPECT_DEVIATIONS * chance);
        if (isLate && hasBeenPressed && isSlow && ledger.now() >= suspectFrom) {
            double busy = ledger.busySince(ago);
            long size = Math.max(floor, Math.round(busy * pace.seconds() / cost));
            if (size < LARGEST_TRIAL * target) {
                trial = new Trial((int) size, cost, busy, ledger.now(), /* isOfSuccess= */ false);
            }
        }
    }

    private boolean isFaster(Ledger ledger, int ago, double cost, double chance) {
        double sampled = ledger.serviceSecondsSince(ago) / Math.max(1, ledger.servicesSince(ago));
        return Math.max(cost, sampled) < pace.seconds() * (1 - FASTER_DEVIATIONS * chance);
    }

    private void judge(Ledger ledger, Signal signal, double variation) {
        switch (trial.look(ledger, signal, variation)) {
            case CONTENTION:
                paying = trial.size();
                found = paying;
                isFailingAnyway = Failures.isTooMany(trial.failedShare(ledger));
                isOfFailures = trial.isOfSuccess();
                lastInTheWay = ledger.now();
                isBold = true;
                pauseSeconds = FIRST_PAUSE_SECONDS;
                probe(ledger);
                trial = null;
                break;
            case OUTSIDE:
                if (trial.isOfSuccess()) {
                    cascade.isOutside();
                } else {
                    pace.is(trial.secondsEach(ledger), trial.tasks(ledger));
                }
                forget(ledger);
                trial = null;
                break;
            case UNDONE:
                suspectFrom = ledger.now() + LONGEST_PAUSE_SECONDS;
                spell.begin(ledger);
                trial = null;
                break;
            default:
        }
    }

    private void forget(Ledger ledger) {
        paying = NONE;
        found = 0;
        cap = NONE;
        suspectFrom = ledger.now() + PEACE_AFTER_TRIAL_SECONDS;
    }

    private void remember(Ledger ledger, Signal signal, double variation, boolean isInTheWay) {
        if (isInTheWay) {
            lastInTheWay = ledger.now();
        } else if (ledger.now() - lastInTheWay > MEMORY_SECONDS) {
            forget(ledger);
        }
        boolean isAsLarge = isInTheWay && signal.working() == cap;
        if (!isAsLarge || !isSettled) { // the look that first sees the size tells of the way there
            isSettled = isAsLarge;
            spell.begin(ledger);
            return;
        }
        double tasks = spell.tasks(ledger);
        if (tasks >= LEAST_PROBE_TASKS && spell.seconds(ledger) >= LEAST_PROBE_PACES * pace.seconds()) {
            if (cap == paying && pace.isOutweighed(spell.secondsEach(ledger), tasks, variation)) {
                pace.is(spell.secondsEach(ledger), tasks);
            }
            double ratio = spell.secondsEach(ledger) / pace.seconds();
            boolean isFailing = Failures.isTooMany(spell.failedShare(ledger));
            weigh(ledger, ratio, ratio * Spell.chance(variation, tasks), tasks, isFailing);
        }
    }

    /** What it means that a task takes {@code ratio} of the pace at the size allowed now. */
    private void weigh(Ledger ledger, double ratio, double chance, double tasks, boolean isFailing) {
        boolean isProbing = cap > paying;
        double middle = 1 + (isProbing ? 0.5 * ((double) cap / paying - 1) : SLOWER);
        if (!isProbing) {
            isFailingAnyway = isFailing;
        }
        boolean isSure = Math.abs(ratio - middle) > PROBE_DEVIATIONS * chance || tasks > MOST_PROBE_TASKS;
        if (!isProbing && ratio < 1 - FASTER - PROBE_DEVIATIONS * chance) {
            pace.is(ratio * pace.seconds(), tasks);
            spell.begin(ledger);
        } else if (isProbing && isFailing && !isFailingAnyway) {
            isOfFailures = true;
            fallBack(ledger, paying);
        } else if (isSure && isProbing && ratio > middle) {
            isOfFailures = false;
            fallBack(ledger, Math.max(paying, Math.min(cap - 1, likely(ratio))));
        } else if (isSure && isProbing) {
            paying = cap;
            found = 0;
            isBold = true;
            pauseSeconds = FIRST_PAUSE_SECONDS;
            probe(ledger);
        } else if (isSure && ratio < middle && ledger.now() >= probeFrom) {
            probe(ledger);
        } else if (ratio > middle + RETRIAL_DEVIATIONS * chance && likely(ratio) < cap) {
            trial = new Trial(likely(ratio), ratio * pace.seconds(), cap, ledger.now(), /* isOfSuccess= */ false);
        }
    }

    private void fallBack(Ledger ledger, int size) {
        paying = size;
        found = size;
        cap = size;
        isSettled = false;
        isBold = false;
        probeFrom = ledger.now() + pauseSeconds;
        pauseSeconds = Math.min(LONGEST_PAUSE_SECONDS, 2 * pauseSeconds);
        spell.begin(ledger);
    }

    private int likely(double ratio) {
        return (int) Math.max(1, Math.round(cap / ratio + UPWARD));
    }

    private void probe(Ledger ledger) {
        cap = Math.max(paying + 1, isBold ? (int) Math.round(paying * BOLD_STEP) : 0);
        isSettled = false;
        spell.begin(ledger);
    }

    /** Whether a trial is under way. */
    boolean isTrying() {
        return trial != null;
    }

    /** Whether failures that come with size told of the knee, or of the one that is being tried. */
    boolean isCascade() {
        return trial != null ? trial.isOfSuccess() : isOfFailures;
    }

    /** Whether a size is known beyond which growth doesn't pay, or is being tried. */
    boolean isKnown() {
        return cap != NONE || trial != null;
    }

    /** What is remembered, and not what a trial or a probe allows for the moment; 0 for none, and after one that paid. */
    int threads() {
        return found;
    }

    double paceSeconds() {
        return pace.seconds();
    }
}
