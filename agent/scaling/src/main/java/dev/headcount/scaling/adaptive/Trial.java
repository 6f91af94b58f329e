package dev.headcount.scaling.adaptive;

import dev.headcount.scaling.Signal;

/**
 * Fewer threads for a moment, to find out who slows the tasks down: the pool itself or somebody outside.
 *
 * <p>Law: at a smaller size {@code n} in place of {@code n'}, contention predicts tasks that take {@code n / n'} of
 * the time, an outside slow-down predicts no change. The nearer of the two (by ratio) is believed once chance is no
 * excuse, after two hundred tasks, or when time is up. Nothing is believed of a pool that stayed as large as it was.
 * Cost: a trial of a tenth of a second to some seconds, in which an outside slow-down costs late tasks.
 * Source: control by experiment; a correlation of size and slowness has no direction.
 */
final class Trial {

    /** What a trial has found. */
    enum Verdict {
        OPEN,
        CONTENTION,
        OUTSIDE,
        /** The pool did not get smaller: held by a guard, by long tasks, or since its size is only advised. */
        UNDONE
    }

    private static final double DEVIATIONS = 3;
    private static final double LEAST_TASKS = 8;
    private static final double ENOUGH_TASKS = 200;

    /** Patience for tasks in hand, then for the verdict: so many seconds and so many tasks' time. */
    private static final double LEAVING_SECONDS = 2;

    private static final double LEAVING_TASKS = 5;
    private static final double MOST_SECONDS = 4;
    private static final double MOST_TASKS = 20;

    private final int size;
    private final double secondsBefore;
    private final double busyBefore;
    private final double startedAt;
    private final boolean isOfSuccess;
    private final Spell spell = new Spell();
    private boolean isUnderWay;

    /** @param isOfSuccess whether the cost is that of a task that succeeds, before and during the trial */
    Trial(int size, double secondsBefore, double busyBefore, double startedAt, boolean isOfSuccess) {
        this.isOfSuccess = isOfSuccess;
        this.size = size;
        this.secondsBefore = secondsBefore;
        this.busyBefore = busyBefore;
        this.startedAt = startedAt;
    }

    Verdict look(Ledger ledger, Signal signal, double variation) {
        boolean isLeaving =
                signal.working() > size && ledger.now() - startedAt < LEAVING_SECONDS + LEAVING_TASKS * secondsBefore;
        if (isLeaving) {
            return Verdict.OPEN;
        }
        if (!isUnderWay) {
            if (signal.working() > 0.5 * (size + busyBefore)) {
                return Verdict.UNDONE;
            }
            isUnderWay = true;
            spell.begin(ledger);
            return Verdict.OPEN;
        }
        double tasks = spell.tasks(ledger);
        double seconds = secondsEach(ledger);
        double middle = secondsBefore * Math.sqrt(size / busyBefore);
        boolean isSure =
                tasks >= LEAST_TASKS && Math.abs(seconds / middle - 1) > DEVIATIONS * Spell.chance(variation, tasks);
        boolean isOver = tasks >= ENOUGH_TASKS || spell.seconds(ledger) > MOST_SECONDS + MOST_TASKS * secondsBefore;
        if (!isSure && !isOver) {
            return Verdict.OPEN;
        }
        return seconds < middle ? Verdict.CONTENTION : Verdict.OUTSIDE;
    }

    int size() {
        return size;
    }

    /** What a task took during the trial. */
    double secondsEach(Ledger ledger) {
        double each = spell.secondsEach(ledger);
        return isOfSuccess ? Cascade.ofSuccess(each, failedShare(ledger)) : each;
    }

    /** Of the tasks that ended during the trial. */
    double failedShare(Ledger ledger) {
        return spell.failedShare(ledger);
    }

    /** Whether the successes decide, and not all tasks. */
    boolean isOfSuccess() {
        return isOfSuccess;
    }

    double tasks(Ledger ledger) {
        return spell.tasks(ledger);
    }
}
