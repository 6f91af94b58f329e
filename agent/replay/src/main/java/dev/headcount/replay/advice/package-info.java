/**
 * What a pool's past says about its sizes: bounds worth setting, and what following the load was worth.
 *
 * <p>Law: pure; the caller keeps the past, an hour or a minute a {@link dev.headcount.replay.advice.Bucket}.
 * <i>Load</i> is arrival rate times service time: the threads that are busy on average (Little 1961).
 */
package dev.headcount.replay.advice;
