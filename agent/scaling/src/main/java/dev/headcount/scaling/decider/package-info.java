/**
 * The laws that a user may choose by name, one a file; {@link dev.headcount.scaling.decider.BuiltIn} lists them.
 *
 * <p>Each says its law, its source and what it is blind to, and takes its constants as
 * {@link dev.headcount.scaling.decider.Parameters}, whose {@link dev.headcount.scaling.decider.Parameter}s know their
 * ranges and defaults. The default law has a room of its own, {@code adaptive}.
 *
 * <p>Law, of all but {@code fixed}: no growth unless tasks wait or run; a measurement that is no finite number says
 * nothing; without time there is no change; a longer queue never means fewer threads; the same signals mean the same
 * sizes. Bounds, rests and vetoes are not theirs: the autoscaler holds them.
 */
package dev.headcount.scaling.decider;
