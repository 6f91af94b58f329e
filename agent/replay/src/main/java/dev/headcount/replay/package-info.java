/**
 * A thread pool in virtual time: what a law would have done with a load, in a fraction of a second.
 *
 * <p>A {@link dev.headcount.replay.Scenario} says what arrives and what the pool works against; a
 * {@link dev.headcount.replay.Workload} is one draw of it; {@link dev.headcount.replay.Replay} puts the two
 * through a pool that follows {@code ThreadPoolExecutor} and is sized by a {@link dev.headcount.replay.Law},
 * and answers with an {@link dev.headcount.replay.Outcome}.
 *
 * <p>Words: <i>work</i> is what a task costs without contention, in seconds; <i>delay</i> is its wait in the queue
 * plus the time that it lost to contention; a task is <i>late</i> when its delay is longer than the objective.
 *
 * <p>Law: no clock, thread, input or output; chance is seeded. The same scenario, settings, seed and law give the
 * same outcome on every machine.
 */
package dev.headcount.replay;
