/**
 * The same load twice: in virtual time, and through a real pool under the real agent in a JVM of its own.
 *
 * <p>Law: both see the same arrivals and the same work, drawn once; what differs is the pool, the agent and the
 * machine. Both are judged by the same rules.
 */
package dev.headcount.workbench;
