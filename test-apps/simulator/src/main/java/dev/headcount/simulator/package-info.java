/**
 * Other people's laws and ours, on the same loads, in virtual time.
 *
 * <p>A {@link dev.headcount.simulator.Contender} is what stands in a line of the scoreboard: mostly a
 * {@link dev.headcount.simulator.Controller} that is made anew for each run and is told floor, ceiling, objective and
 * processors; or a <i>bound</i>, which knows more than a law can. A {@link dev.headcount.simulator.Course} is a
 * scenario with one draw of its load.
 */
package dev.headcount.simulator;
