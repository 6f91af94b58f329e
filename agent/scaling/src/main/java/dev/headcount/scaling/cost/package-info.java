/**
 * What threads, calls and waits are worth, where somebody gave prices, and what a pool has cost this month.
 *
 * <p>Any currency will do, as long as it is one. What follows from it for growth is said by two vetoes: see
 * {@link dev.headcount.scaling.veto}.
 */
package dev.headcount.scaling.cost;
