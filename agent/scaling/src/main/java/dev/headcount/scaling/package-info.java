/**
 * How a measured signal becomes a wanted size: the decision engine, without a JVM around it.
 *
 * <p>Once a tick, for each pool, {@link dev.headcount.scaling.Autoscaler} takes a
 * {@link dev.headcount.scaling.Signal}, the {@link dev.headcount.scaling.Bounds} and the
 * {@link dev.headcount.scaling.Overrides} in force, and answers with a
 * {@link dev.headcount.scaling.Decision}:
 *
 * <pre>
 * decide (a Decider proposes) → veto → clamp (Bounds) → settle (Settler) → Decision
 *        an override takes the place of all four: pin, then rest, then lease
 * </pre>
 *
 * <p>Words: the <i>target</i> is the size wanted, the <i>size</i> is the number of workers alive;
 * <i>floor</i> and <i>ceiling</i> bound the target; a <i>pin</i> is a person's override, a
 * <i>lease</i> a machine's; to <i>adopt</i> is to accept the application's own resize.
 *
 * <p>Law: everything here is a function of its arguments and of the state that it was handed before.
 * There is no clock, thread, randomness, input or output, so a decision can be tested in a
 * millisecond and replayed after an incident. Moments are {@code nanoTime}-like {@code long}s of one
 * JVM and are compared by difference only; durations in seconds are {@code double}s.
 *
 * <p>{@link dev.headcount.scaling.Decider}, {@code Signal}, {@code Proposal} and {@code Bounds} are the door for
 * other deciders, {@link dev.headcount.scaling.DeciderProvider} is how they come in, and says their version.
 */
package dev.headcount.scaling;
