/**
 * The default policy: {@link dev.headcount.scaling.adaptive.Adaptive}, and one file for each of its ideas.
 *
 * <pre>
 * Ledger (counts of the last seconds)
 *   → Load (rate x service) → Staffing (Erlang C)    what is needed for long
 *   → Backlog                               what is needed at once
 *   → Knee (Pace, Trial, Spell, Cascade), Failures       what would not help
 *   → Surplus                               when to give back
 *   → Grounds                               why, for a person
 * </pre>
 *
 * <p>Words: the <i>pace</i> is the time that a task takes while the pool is not what slows it down; the <i>knee</i> is
 * the size beyond which growth doesn't pay; a <i>trial</i> takes threads away for a moment to learn whose fault a
 * slow-down is; a <i>probe</i> adds some beyond the knee.
 *
 * <p>Sizes in here are without residents; {@code Adaptive} takes them out and puts them back.
 */
package dev.headcount.scaling.adaptive;
