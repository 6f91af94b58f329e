/**
 * What speaks against growth: one small law a file, asked in turn before a target that grows is clamped.
 *
 * <p>Law: {@code allowed = max(present, min(wanted, least most of all vetoes))}. A veto holds growth back and never
 * makes a pool shrink; what is unknown vetoes nothing.
 * Invariant: a {@link dev.headcount.scaling.veto.Veto} keeps nothing from one tick to the next: it is a function of
 * the signal, the bounds and when the pool last grew, so that a decision can be put into words long afterwards.
 */
package dev.headcount.scaling.veto;
