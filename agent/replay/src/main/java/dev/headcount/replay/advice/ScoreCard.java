package dev.headcount.replay.advice;

import dev.headcount.replay.Outcome;
import dev.headcount.replay.WhatIf;
import dev.headcount.scaling.Policy;

/**
 * What following the load was worth: what was recorded, replayed with the application's own size and with a policy's
 * decisions; immutable.
 *
 * <p>Law: both see the same tasks, and the policy decides anew: sizes of the first time, which answered to its chance,
 * would be compared unfairly. A task is late when it waits longer than the objective.
 * Blind to: what a pool with a bounded queue would have added above its core.
 */
public final class ScoreCard {

    private final long tasks;
    private final long lateBefore;
    private final long lateWith;
    private final double threadSecondsBefore;
    private final double threadSecondsWith;
    private final int originalSize;

    private ScoreCard(WhatIf recorded, int originalSize, Outcome before, Outcome with) {
        this.originalSize = originalSize;
        tasks = recorded.tasks();
        lateBefore = Math.round(before.violation * tasks);
        lateWith = Math.round(with.violation * tasks);
        threadSecondsBefore = before.threadSeconds;
        threadSecondsWith = with.threadSeconds;
    }

    /** @param originalSize the size that the application itself set, 1 or more */
    public static ScoreCard of(WhatIf recorded, int originalSize, Policy policy) {
        return new ScoreCard(recorded, originalSize, recorded.with(originalSize), recorded.with(policy));
    }

    /** Tasks that were late with the original size and are not with the decisions; negative if more are late. */
    public long avoidedLateTasks() {
        return lateBefore - lateWith;
    }

    /** What the original size would have cost above the decisions; negative if these cost more. */
    public double savedThreadSeconds() {
        return threadSecondsBefore - threadSecondsWith;
    }

    /** Tasks that were judged. */
    public long tasks() {
        return tasks;
    }

    /** Whether the original size has as few late tasks at no higher cost: then nothing need decide. */
    public boolean isOriginalAsGood() {
        return avoidedLateTasks() <= 0 && savedThreadSeconds() <= 0;
    }

    /** One sentence for a person. */
    @Override
    public String toString() {
        long seconds = Math.round(Math.abs(savedThreadSeconds()));
        long avoided = avoidedLateTasks();
        return "of " + tasks + " tasks, " + lateBefore + " late with " + originalSize + " threads and " + lateWith
                + " as decided: " + Math.abs(avoided) + (avoided < 0 ? " more late" : " avoided") + ", " + seconds
                + " thread-seconds " + (savedThreadSeconds() < 0 ? "spent" : "saved");
    }
}
